"""The demonstration's article: two text files with marks in the places of figures, read into a document.

`{name}` is a figure, a line `[name]` an embed, `## ` begins a heading, `> ` a quote; words between asterisks are
emphasised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from articles.demo.pieces import FIGURES, embed
from articles.document.nodes import Document, Emphasis, Heading, Node, Paragraph, Quote, Text
from articles.document.serialise import serialise
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


TITLE = Label(
    "Where mobility permits went in 2021",
    "Où sont allés les permis de mobilité en 2021",
)
STANDFIRST = Label(
    "Most permits of the International Mobility Program name no occupation. Those that do tell a different story in each province.",
    "La plupart des permis du Programme de mobilité internationale n’indiquent aucune profession. Les autres racontent une histoire différente dans chaque province.",
)
SLUG = Label("where-mobility-permits-went-in-2021", "ou-sont-alles-les-permis-de-mobilite-en-2021")
SUMMARY = Label(
    "Provinces and occupations of Canada’s International Mobility Program in 2021, beside the Temporary Foreign Worker Program.",
    "Provinces et professions du Programme de mobilité internationale du Canada en 2021, à côté du Programme des travailleurs étrangers temporaires.",
)


def story(language: Language) -> Story:
    """The article in a language."""
    text = (_FOLDER / f"story.{language}.txt").read_text(encoding="utf-8")
    blocks = tuple(_block(block.strip(), language) for block in text.split("\n\n") if block.strip())
    return Story(
        title=TITLE.in_language(language),
        standfirst=STANDFIRST.in_language(language),
        slug=SLUG.in_language(language),
        summary=SUMMARY.in_language(language),
        body=serialise(Document(blocks)),
    )


def _block(text: str, language: Language) -> Node:
    if text.startswith("[") and text.endswith("]"):
        return embed(text[1:-1], language)
    if text.startswith("## "):
        return Heading(2, (Text(text[3:]),))
    if text.startswith("> "):
        return Quote((Paragraph(_inlines(text[2:])),))
    return Paragraph(_inlines(text))


def _inlines(text: str) -> tuple[Node, ...]:
    found: list[Node] = []
    end = 0
    for mark in _MARKS.finditer(text):
        if mark.start() > end:
            found.append(Text(text[end : mark.start()]))
        found.append(FIGURES[mark["figure"]] if mark["figure"] else Emphasis((Text(mark["emphasis"]),)))
        end = mark.end()
    if end < len(text):
        found.append(Text(text[end:]))
    return tuple(found)
