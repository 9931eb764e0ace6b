"""Addresses that stand at the root, without a language: ``/``, ``robots.txt``, ``sitemap.xml``."""

from django.urls import path

from articles import feeds, views

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
]
