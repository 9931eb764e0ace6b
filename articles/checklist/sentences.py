"""Long sentences: those that a reader has to begin again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.checklist.given import Given
from articles.checklist.note import Note
from articles.checklist.rule import Rule
from articles.document.passages import FIGURE
from stats.labels import Label

LONGEST = 40
"""Words; style guides for the public ask for 25 or fewer on average."""

QUOTED = 60
"""Characters of a sentence that are shown and found again."""

_END = re.compile(r"(?<=[.!?…])[\"»”’)\u00a0 ]*\s+(?=[\"«“‘(]?\s*[A-ZÀ-ÖØ-Þ0-9" + FIGURE + "])")


class LongSentence(Rule):
    """A sentence of more than forty words; a figure counts as one."""

    id = "long_sentence"
    sentence = Label(
        "A sentence of {count} words: “{begun}…”. More than {longest} are hard to follow.",
        "Une phrase de {count} mots : « {begun}… ». Au-delà de {longest}, on perd le fil.",
    )

    def notes(self, given: Given) -> Iterator[Note]:
        for passage in given.passages:
            for sentence in _END.split(passage.text):
                if (count := words(sentence)) > LONGEST:
                    begun = sentence.strip().split(FIGURE)[0][:QUOTED].rsplit(" ", 1)[0]
                    yield self.note(passage.path, quote=begun, begun=begun, count=count, longest=LONGEST)


def words(text: str) -> int:
    """How many words there are; signs that stand alone are none."""
    return sum(any(c.isalnum() or c == FIGURE for c in word) for word in text.split())
