"""Articles for tests: saved, and published if wanted, about the dataset of `permits`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html import escape

from django.contrib.auth.models import User

from articles import publishing, writing
from articles.models import Article

MORNING = datetime(2024, 9, 3, 14, 0, tzinfo=UTC)
NOON = datetime(2024, 9, 3, 16, 0, tzinfo=UTC)
FIGURE = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}}
RANKING = {"dataset": "permits", "kind": "ranking", "over": "province", "period": {"year": 2021}}


def binding(question: object = FIGURE, wording: str = "number") -> str:
    """A number as the editor stores it."""
    return f'<data data-binding="{escape(json.dumps({"question": question, "wording": wording}))}">0</data>'


def embed(question: object = RANKING, kind: str = "ranking", **more: object) -> str:
    """An embed as the editor stores it."""
    stored = {"kind": kind, "question": question} | more
    return f'<figure data-embed="{escape(json.dumps(stored))}"></figure>'


BODY = f"<p>Ontario had {binding()} permits.</p>{embed()}"


def person(name: str = "ada") -> User:
    """Somebody who writes."""
    return User.objects.get_or_create(username=name, defaults={"first_name": "Ada", "last_name": "Roy"})[0]


def saved(slug: str = "permits", *, language: str = "en", body: str = BODY, **fields: object) -> Article:
    """An article with its first revision."""
    article = Article(
        **{"title": f"Title of {slug}", "standfirst": "In short."} | fields,
        slug=slug,
        language=language,
        body=body,
        author=person(),
    )
    writing.save(article=article, by=person(), at=MORNING)
    return article


def published(slug: str = "permits", **fields: object) -> Article:
    """An article that readers can open."""
    article = saved(slug, **fields)
    publishing.publish(article=article, by=person(), at=MORNING)
    return article
