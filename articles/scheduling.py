"""Scheduling: publishing what is due, each article on its own, so that none holds up the others."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles import post, publishing, workflow
from articles.errors import ArticleError
from articles.models import Action, Article, Schedule, Stage


def publish_due(*, at: datetime) -> int:
    """Publish every scheduled article that is due; how many were published."""
    due = Schedule.objects.due(at=at).values_list("article_id", flat=True)
    return sum(publish_if_due(article_id=pk, at=at) for pk in list(due))


def publish_if_due(*, article_id: int, at: datetime) -> bool:
    """Publish a scheduled article if it is due; whether it was published. Doing it twice does no harm.

    One that cannot be published goes back to review, with the reason on record and in the post.
    """
    try:
        with transaction.atomic():
            article = Article.objects.select_for_update().get(pk=article_id)
            planned = Schedule.objects.due(at=at).select_related("by").filter(article=article).first()
            if planned is None or article.stage != Stage.SCHEDULED:
                return False
            publishing.publish(article=article, by=planned.by, at=at)
    except ArticleError as error:
        _missed(article_id, str(error), at=at)
        return False
    return True


@transaction.atomic
def _missed(article_id: int, reason: str, *, at: datetime) -> None:
    article = Article.objects.select_for_update().get(pk=article_id)
    Schedule.objects.filter(article=article).delete()
    article.stage = Stage.IN_REVIEW
    article.save(update_fields=["stage"])
    number = article.revision_number
    post.could_not_publish(workflow.log(article, Action.MISSED, number, by=None, at=at, note=reason))
