"""Readers' pages, below ``/en/`` and ``/fr/``."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
