"""Comments that nobody has resolved."""

from __future__ import annotations

from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note, Severity
from articles.checklist.rule import Rule
from stats.labels import Label


class OpenRemark(Rule):
    """A comment on a passage that is still open."""

    id = "open_comment"
    severity = Severity.ERROR
    sentence = Label("A comment by {by} is not resolved.", "Un commentaire de {by} n’est pas réglé.")

    def notes(self, given: Given) -> Iterator[Note]:
        for remark in given.remarks:
            yield self.note(remark.path, quote=remark.quote, by=remark.by)
