"""Addresses that stand at the root, without a language: ``/``, ``robots.txt``, ``sitemap.xml``."""

from django.urls import path

from articles import feeds, shared_views, views

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("preview/<str:key>/", shared_views.preview, name="preview-link"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
]
