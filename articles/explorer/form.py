"""The form of the table tool: every control with its choices, what is chosen, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editor.choices import periods
from articles.embeds.view import Phrase, phrase
from articles.explorer.address import Asked, Residual, Show, period_text
from articles.explorer.asking import known_member, usual_length
from articles.explorer.fields import Choice, Field, FormView, PeriodField
from articles.explorer.trouble import Trouble
from articles.numbers import NBSP, date_name, period_name
from stats.codebook import Codebook, Dimension, Member
from stats.labels import Language
from stats.queries.public_editions import PublicEdition
from stats.questions import BY_PERIOD, LENGTHS, Measure

MOST_LISTED = 50
"""Beyond so many members a list is no longer read; they are named by typing."""


class FormMaker:
    """Makes the form for what is asked of one dataset."""

    def __init__(self, asked: Asked, book: Codebook, troubles: Iterable[Trouble], language: Language) -> None:
        self.asked, self.book, self.language = asked, book, language
        self.troubles: dict[str, Trouble] = {}
        for trouble in troubles:
            self.troubles.setdefault(trouble.field, trouble)

    def form(self, editions: tuple[PublicEdition, ...]) -> FormView:
        """The form."""
        raw = self.asked.raw
        dimensions = [(d.slug, phrase(d.label, self.language)) for d in self.book.dimensions]
        over, by = str(raw.get("over", "")), str(raw.get("by", BY_PERIOD))
        against = raw.get("against", {})
        view = FormView(
            show=self._list(
                "show", _("Show as"), [(s.value, Phrase(str(_SHOWN[s]))) for s in Show], self.asked.show
            ),
            over=self._list(
                "over", _("Rows"), [("", Phrase(_("No rows: one line or figure"))), *dimensions], over
            ),
            by=self._list("by", _("Columns"), [(BY_PERIOD, Phrase(_("Periods"))), *dimensions], by),
            members=tuple(self._members(d, "where", self._hint(d, over, by)) for d in self.book.dimensions),
            period=self._period(),
            measure=self._list(
                "measure",
                _("What to show"),
                [
                    ("", Phrase(_("The figures themselves"))),
                    *((m.value, Phrase(str(_MEASURES[m]))) for m in _MEASURES),
                ],
                str(raw.get("measure", "")),
            ),
            wholes=tuple(self._named(d, "of", raw.get("of", {}), d.total) for d in self.book.dimensions),
            against_period=self._against_period(against),
            againsts=tuple(self._named(d, "against", against.get("where", {})) for d in self.book.dimensions),
            residual=self._list(
                "residual",
                _("Others and not stated"),
                [
                    (Residual.USUAL.value, Phrase(_("As usual: not in rankings"))),
                    (Residual.LISTED.value, Phrase(_("Listed"))),
                    (Residual.LEFT_OUT.value, Phrase(_("Left out"))),
                ],
                self.asked.residual.value,
            ),
            top=self._text("top", _("At most this many rows"), str(raw.get("top", ""))),
            as_of=self._editions(editions),
            others=(),
        )
        named = {field.name for field in _fields(view)}
        others = tuple(t for field, t in self.troubles.items() if field not in named)
        return replace(view, others=others)

    def _list(self, name: str, label: str, options: Iterable[tuple[str, Phrase]], chosen: str) -> Field:
        choices = tuple(Choice(value, shown, value == chosen) for value, shown in options)
        return Field(name, Phrase(label), choices, trouble=self.troubles.get(name))

    def _text(self, name: str, label: str, text: str) -> Field:
        return Field(name, Phrase(label), text=text, trouble=self.troubles.get(name))

    def _hint(self, dimension: Dimension, over: str, by: str) -> str:
        if dimension.slug in (over, by):
            return _("None chosen: all are listed. One group: its parts.")
        return _("None chosen: all together. Several: added up.")

    def _members(self, dimension: Dimension, prefix: str, hint: str) -> Field:
        named = self.asked.where.get(dimension.slug, [])
        members = _in_order(dimension)
        if len(members) > MOST_LISTED:
            field = self._named(dimension, prefix, self.asked.where)
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

    def _named(
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

    def _period(self) -> PeriodField:
        raw = self.asked.raw.get("period", {"latest": usual_length(self.book)})
        mode, said = _mode(raw)
        lengths = [(word, Phrase(str(_LENGTHS[word]))) for word in LENGTHS]
        plural = [(word, Phrase(str(_PLURALS[word]))) for word in LENGTHS]
        known = tuple(
            (str(one.asked), Phrase(label))
            for word in ("year", "quarter", "month")
            for one, label in periods(self.book, LENGTHS[word], self.language)
        )
        usual = usual_length(self.book)
        return PeriodField(
            mode=mode,
            at=self._list("at", _("Period"), _with(known, said.get("at", "")), said.get("at", "")),
            latest=self._list("latest", _("Length"), lengths, said.get("latest", usual)),
            last=self._text("last", _("How many"), said.get("last", "12")),
            of=self._list("of", _("Length"), plural, said.get("of", usual)),
            first=self._list("from", _("From"), _with(known, said.get("from", "")), said.get("from", "")),
            until=self._list(
                "to",
                _("To"),
                [("", Phrase(_("the newest"))), *_with(known, said.get("to", ""))],
                said.get("to", ""),
            ),
            trouble=self.troubles.get("period"),
        )

    def _against_period(self, against: Mapping[str, Any]) -> Field:
        chosen = period_text(against.get("period", ""))
        known = [
            (str(one.asked), Phrase(label))
            for word in ("year", "quarter", "month")
            for one, label in periods(self.book, LENGTHS[word], self.language)
        ]
        usual = [
            ("", Phrase(_("Same period, or the year before for changes"))),
            ("year_before", Phrase(_("The same period of the year before"))),
            ("previous", Phrase(_("The period just before"))),
        ]
        field = self._list("against.period", _("In period"), _with([*usual, *known], chosen), chosen)
        trouble = self.troubles.get("against")
        return replace(field, trouble=trouble)

    def _editions(self, editions: tuple[PublicEdition, ...]) -> Field:
        options = [("", Phrase(_("The edition in force")))]
        for edition in editions:
            facts = edition.facts
            words = [_("Edition %(number)d") % {"number": edition.number}]
            if facts.covers_until:
                words.append(
                    _("figures to %(until)s") % {"until": period_name(facts.covers_until, self.language)}
                )
            if facts.in_force_since:
                since = date_name(facts.in_force_since.date(), self.language)
                words.append(_("in force since %(day)s") % {"day": since})
            options.append((str(edition.number), Phrase(", ".join(words))))
        chosen = str(self.asked.raw.get("as_of", ""))
        return self._list("as_of", _("Edition"), _with(options, chosen), chosen)


def _fields(view: FormView) -> list[Field]:
    alone = [view.show, view.over, view.by, view.measure, view.residual, view.top, view.as_of]
    period = Field("period", Phrase(""))
    against = Field("against", Phrase(""))
    return [*alone, *view.members, *view.wholes, *view.againsts, period, against]


def _in_order(dimension: Dimension) -> list[tuple[Member, int]]:
    """All members, parents before their parts, each with its depth."""

    def under(parent: str | None, depth: int) -> Iterable[tuple[Member, int]]:
        for member in dimension.children.get(parent, ()):
            yield member, depth
            yield from under(member.code, depth + 1)

    return list(under(None, 0))


def _with(options: Iterable[tuple[str, Phrase]], chosen: str) -> list[tuple[str, Phrase]]:
    """The options, and what is chosen where it is none of them: what was asked stays in the form."""
    listed = list(options)
    if chosen and all(value != chosen for value, _label in listed):
        listed.insert(0, (chosen, Phrase(chosen)))
    return listed


def _mode(raw: Any) -> tuple[str, dict[str, str]]:
    """Which way of naming periods a question uses, and what it says in it."""
    if isinstance(raw, Mapping):
        said = {key: str(value) for key, value in raw.items()}
        for key, mode in (("latest", "latest"), ("last", "last"), ("from", "range")):
            if key in said:
                return mode, said
        return "one", {"at": period_text(raw)}
    return "one", {"at": str(raw)}


_SHOWN = {
    Show.RANKING: gettext_lazy("Ranking"),
    Show.TABLE: gettext_lazy("Table"),
    Show.BAR: gettext_lazy("Bar chart"),
    Show.LINE: gettext_lazy("Line chart"),
    Show.FIGURE: gettext_lazy("Single figure"),
}
_MEASURES = {
    Measure.SHARE: gettext_lazy("Share of a whole"),
    Measure.CHANGE: gettext_lazy("Change in number"),
    Measure.PERCENT_CHANGE: gettext_lazy("Change in percent"),
    Measure.RATIO: gettext_lazy("Ratio: how many times as many"),
}
_LENGTHS = {
    "year": gettext_lazy("year"),
    "quarter": gettext_lazy("quarter"),
    "month": gettext_lazy("month"),
}
_PLURALS = {
    "year": gettext_lazy("years"),
    "quarter": gettext_lazy("quarters"),
    "month": gettext_lazy("months"),
}
