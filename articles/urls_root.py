"""Addresses that stand at the root, without a language: ``robots.txt``, ``sitemap.xml``."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
