"""Texts for the rules: what an editor stored, parsed."""

from __future__ import annotations

from articles.checklist import Given, Rule
from articles.document.parse import parse


def given(body: str, **more: object) -> Given:
    """A text as the rules see it, in English unless said otherwise."""
    return Given(**{"language": "en", "document": parse(body)} | more)  # type: ignore[arg-type]


def found(rule: Rule, body: str, **more: object) -> list[tuple[str, str]]:
    """The places of a rule's notes, with its English sentences."""
    return [(note.path, note.sentence.en) for note in rule.notes(given(body, **more))]
