"""Published articles: their words, and the questions that they rest on."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework import generics, serializers

from articles.api.text import text_of
from articles.models import Page, Use
from articles.models.page import Standing
from articles.render.addresses import whole
from stats.api.answers import QuestionField
from stats.api.documented import documented
from stats.api.problems import Missing, Unacceptable
from stats.labels import LANGUAGES, nearest

LANGUAGE = OpenApiParameter("language", str, enum=LANGUAGES, description="Only articles in this language.")


class ArticleSerializer(serializers.Serializer[Page]):
    """A published article."""

    language = serializers.ChoiceField(choices=[(code, code) for code in LANGUAGES])
    slug = serializers.CharField(source="article.slug")
    title = serializers.CharField()
    standfirst = serializers.CharField()
    url = serializers.SerializerMethodField()
    author = serializers.CharField(source="author_name")
    published_at = serializers.DateTimeField(source="article.published_at")
    made_at = serializers.DateTimeField(
        source="built_at",
        help_text="When readers got to see the page as it is: its figures change with editions.",
    )
    standing = serializers.ChoiceField(
        choices=[(standing.value, standing.name) for standing in Standing],
        help_text="`stands` if all of it comes from the editions in force.",
    )

    def get_url(self, page: Page) -> str:
        """The address for readers."""
        return whole(page.path)


class RestsOnSerializer(serializers.Serializer[dict[str, Any]]):
    """A question that an article rests on."""

    question = QuestionField()
    edition = serializers.IntegerField(
        allow_null=True, help_text="The edition that the page shows; null if the question names one itself."
    )
    place = serializers.CharField(help_text="Where in the text.")


class ArticleDetailSerializer(ArticleSerializer):
    """A published article with its text and the questions it rests on."""

    text = serializers.SerializerMethodField()
    rests_on = serializers.SerializerMethodField()

    def get_text(self, page: Page) -> str:
        """The words as readers see them, a line for each block; embeds by their titles."""
        return text_of(page.html)

    def get_rests_on(self, page: Page) -> RestsOnSerializer(many=True):  # type: ignore[valid-type]
        """The questions, in reading order."""
        return [_rests_on(use, page) for use in page.article.uses.order_by("pk")]


def _rests_on(use: Use, page: Page) -> dict[str, Any]:
    question = json.loads(use.question)
    edition = None if "as_of" in question else page.editions.get(use.dataset)
    return {"question": question, "edition": edition, "place": use.path}


class ArticleList(generics.ListAPIView[Page]):
    """Articles that readers can open."""

    serializer_class = ArticleSerializer
    queryset = Page.objects.none()

    def get_queryset(self) -> QuerySet[Page]:
        pages = Page.objects.newest_first()
        language = self.request.query_params.get("language")
        if language is None:
            return pages
        if language not in LANGUAGES:
            raise Unacceptable(f"{language!r} is not a language.", field="language", accepted=LANGUAGES)
        return pages.in_language(language)

    @documented(
        tag="Articles", response=ArticleSerializer(many=True), problems=(400, 404), parameters=(LANGUAGE,)
    )
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Published articles, newest first."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]


class ArticleDetail(generics.RetrieveAPIView[Page]):
    """One article."""

    serializer_class = ArticleDetailSerializer
    queryset = Page.objects.none()

    def get_object(self) -> Page:
        pages = Page.objects.select_related("article", "article__author", "revision")
        language, slug = self.kwargs["language"], self.kwargs["slug"]
        found = pages.filter(language=language, article__slug=slug).first()
        if found is None:
            known = list(pages.filter(language=language).values_list("article__slug", flat=True))
            raise Missing(
                f"No article in {language!r} is called {slug!r}.", field="slug", accepted=nearest(slug, known)
            )
        return found

    @documented(tag="Articles", response=ArticleDetailSerializer, problems=(404,))
    def get(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """One published article."""
        return super().get(*args, **kwargs)  # type: ignore[arg-type]
