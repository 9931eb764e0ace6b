"""Readers' pages, below ``/en/`` and ``/fr/``."""

from django.urls import include, path

from articles import feeds, views

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("data/", include("articles.explorer.urls")),
    path("data/", include("articles.ledger.urls")),
    path("feed.atom", feeds.atom, name="feed"),
]
