"""The demonstration's article: two text files with marks in the places of figures, read into a document.

A file begins with title, standfirst and summary. In all of it `{name}` is a figure; below, a
line `[name]` is an embed, `## ` begins a heading, `> ` a quote; words between asterisks are emphasised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from articles.demo.pieces import FIGURES, embed
from articles.document.line import line_markup
from articles.document.nodes import (
    Binding,
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Text,
)
from articles.document.serialise import serialise
from articles.document.words import LINES
from stats.labels import Label, Language

_MARKS = re.compile(r"\{(?P<figure>\w+)\}|\*(?P<emphasis>[^*]+)\*")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Story:
    """An article as it is written in one language."""

    title: str
    standfirst: str
    slug: str
    summary: str
    body: str


SLUG = Label("where-mobility-permits-went-in-2021", "ou-sont-alles-les-permis-de-mobilite-en-2021")


def story(language: Language, figures: Mapping[str, Binding] = FIGURES) -> Story:
    """The article in a language, with figures by the names of their marks."""
    text = (_FOLDER / f"story.{language}.txt").read_text(encoding="utf-8")
    head, *parts = (part.strip() for part in text.split("\n\n"))
    words = dict(line.split(": ", 1) for line in head.splitlines())
    blocks = tuple(_block(part, language, figures) for part in parts if part)
    lines = {name: line_markup(Paragraph(_inlines(words[name], figures))) for name in LINES if name in words}
    return Story(
        title=lines["title"],
        standfirst=lines["standfirst"],
        slug=SLUG.in_language(language),
        summary=lines["summary"],
        body=serialise(Document(blocks)),
    )


def _block(text: str, language: Language, figures: Mapping[str, Binding]) -> Block:
    if text.startswith("[") and text.endswith("]"):
        return embed(text[1:-1], language)
    if text.startswith("## "):
        return Heading(2, (Text(text[3:]),))
    if text.startswith("> "):
        return Quote((Paragraph(_inlines(text[2:], figures)),))
    return Paragraph(_inlines(text, figures))


def _inlines(text: str, figures: Mapping[str, Binding]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    end = 0
    for mark in _MARKS.finditer(text):
        if mark.start() > end:
            found.append(Text(text[end : mark.start()]))
        found.append(figures[mark["figure"]] if mark["figure"] else Emphasis((Text(mark["emphasis"]),)))
        end = mark.end()
    if end < len(text):
        found.append(Text(text[end:]))
    return tuple(found)
