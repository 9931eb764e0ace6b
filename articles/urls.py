"""Readers' pages, below ``/en/`` and ``/fr/``."""

from django.urls import include, path

from articles import feeds, past_views, views

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("articles/<slug:slug>/as-of/", past_views.earlier_states, name="article-states"),
    path("articles/<slug:slug>/as-of/<slug:day>/", past_views.article_as_of, name="article-as-of"),
    path("data/", include("articles.explorer.urls")),
    path("data/", include("articles.ledger.urls")),
    path("feed.atom", feeds.atom, name="feed"),
]
