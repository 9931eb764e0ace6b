"""The page in the place of a proof that cannot be given."""

from __future__ import annotations

from dataclasses import dataclass

from articles.embeds.view import Phrase
from articles.explorer.frame import Frame, active, frame
from articles.explorer.places import dataset_path, table_path
from stats.questions import QuestionError


@dataclass(frozen=True, slots=True)
class UnansweredView:
    """What the template gets."""

    frame: Frame
    detail: Phrase
    """The reason in the words of the core, which are English."""
    table_href: str


def unanswered(error: QuestionError, slug: str) -> UnansweredView:
    """The page that says why."""
    return UnansweredView(
        frame=frame(lambda: dataset_path(slug)),
        detail=Phrase(str(error), "" if active() == "en" else "en"),
        table_href=table_path(slug),
    )
