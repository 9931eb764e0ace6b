"""Making pages again when editions change: exactly those that show figures of the dataset, all at once."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from articles.editions import in_force
from articles.models import Article, Page
from articles.publishing import Outcome, remake

__all__ = ["Outcome", "remake_all", "remake_pages", "sweep"]


@transaction.atomic
def remake_pages(*, dataset: str, at: datetime) -> Counter[Outcome]:
    """Make again the published pages that use a dataset; readers see all of them change together."""
    return _remake(Page.objects.showing(dataset), at=at)


@transaction.atomic
def remake_all(*, at: datetime) -> Counter[Outcome]:
    """Make every published page again, as after a change of templates or of the site's address."""
    return _remake(Page.objects.all(), at=at)


@transaction.atomic
def sweep(*, at: datetime) -> Counter[Outcome]:
    """Make again the pages whose editions are not those in force, in case the word of a change was lost."""
    pages = list(Page.objects.only("pk", "checked"))
    current = in_force(slug for page in pages for slug in page.checked)
    stale = [page.pk for page in pages if page.checked != {slug: current[slug] for slug in page.checked}]
    return _remake(Page.objects.filter(pk__in=stale), at=at)


def _remake(pages: QuerySet[Page], *, at: datetime) -> Counter[Outcome]:
    articles = Article.objects.filter(page__in=pages.values("pk")).select_related("author", "counterpart")
    return Counter(remake(article=article, at=at) for article in articles.order_by("pk"))
