"""The addresses of ``articles`` below ``/api/v1/``."""

from django.urls import URLPattern, URLResolver, path

from articles.api.articles import ArticleDetail, ArticleList

urlpatterns: list[URLPattern | URLResolver] = [
    path("articles/", ArticleList.as_view(), name="articles"),
    path("articles/<slug:language>/<slug:slug>/", ArticleDetail.as_view(), name="article"),
]
