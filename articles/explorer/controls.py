"""The controls of the form, each with its choices, what is chosen, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from articles.embeds.view import Phrase, phrase
from articles.explorer.address import Asked
from articles.explorer.asking import known_member
from articles.explorer.fields import Choice, Field
from articles.explorer.trouble import Trouble
from articles.numbers import NBSP
from stats.codebook import Codebook, Dimension, Member
from stats.labels import Language

MOST_LISTED = 50
"""Beyond so many members a list is no longer read; they are named by typing."""


class Controls:
    """Makes the controls for what is asked of one dataset."""

    def __init__(self, asked: Asked, book: Codebook, troubles: Iterable[Trouble], language: Language) -> None:
        self.asked, self.book, self.language = asked, book, language
        self.troubles: dict[str, Trouble] = {}
        for trouble in troubles:
            self.troubles.setdefault(trouble.field, trouble)

    def list(
        self, name: str, label: str, options: Iterable[tuple[str, Phrase]], chosen: str, *, fits: bool = True
    ) -> Field:
        """A list; what was asked stays in it where it is none of the options."""
        listed = [*options]
        if chosen and all(value != chosen for value, _label in listed):
            listed.insert(0, (chosen, Phrase(chosen)))
        choices = tuple(Choice(value, shown, value == chosen) for value, shown in listed)
        return Field(name, Phrase(label), choices, trouble=self.troubles.get(name), hidden=not fits)

    def text(self, name: str, label: str, text: str, *, kind: str = "text", fits: bool = True) -> Field:
        """A text, a number or a date."""
        return Field(
            name, Phrase(label), text=text, trouble=self.troubles.get(name), kind=kind, hidden=not fits
        )

    def members(self, dimension: Dimension, prefix: str, hint: str) -> Field:
        """A list of members, or a text where they are too many."""
        named = self.asked.where.get(dimension.slug, [])
        members = _in_order(dimension)
        if len(members) > MOST_LISTED:
            field = self.named(dimension, prefix, self.asked.where)
            return replace(field, hint=hint)
        known = [known_member(dimension, name) for name in named]
        codes = {member.code for member in known if member is not None}
        choices = tuple(
            Choice(member.code, self._label(member, depth), member.code in codes) for member, depth in members
        )
        name = f"{prefix}.{dimension.slug}"
        label = phrase(dimension.label, self.language)
        return Field(
            name,
            label,
            choices,
            hint=hint,
            several=True,
            trouble=self.troubles.get(name),
            dimension=dimension.slug,
        )

    def named(
        self, dimension: Dimension, prefix: str, selection: Mapping[str, Any], usual: Member | None = None
    ) -> Field:
        """A text in which members are named, whatever their number."""
        names = selection.get(dimension.slug, [])
        listed = [names] if isinstance(names, str) else list(names)
        chosen = []
        for name in listed:
            member = known_member(dimension, name)
            label = self._unique(dimension, member) if member else name
            chosen.append(Choice(member.code if member else name, Phrase(label)))
        name = f"{prefix}.{dimension.slug}"
        return Field(
            name,
            phrase(dimension.label, self.language),
            text="; ".join(str(choice.label) for choice in chosen),
            dimension=dimension.slug,
            chosen=tuple(chosen),
            several=prefix == "where",
            trouble=self.troubles.get(name),
        )

    def _unique(self, dimension: Dimension, member: Member) -> str:
        """The label of a member, or its code where the label would mean another one."""
        label = member.label.in_language(self.language)
        meant = known_member(dimension, label) if label and ";" not in label else None
        return label if meant == member else member.code

    def _label(self, member: Member, depth: int) -> Phrase:
        shown = phrase(member.label, self.language)
        return Phrase(NBSP * 3 * depth + (shown.text or member.code), shown.lang)


def _in_order(dimension: Dimension) -> list[tuple[Member, int]]:
    """All members, parents before their parts, each with its depth."""

    def under(parent: str | None, depth: int) -> Iterable[tuple[Member, int]]:
        for member in dimension.children.get(parent, ()):
            yield member, depth
            yield from under(member.code, depth + 1)

    return list(under(None, 0))
