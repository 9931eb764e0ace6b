"""What is wrong with a question in the words of the form, and the nearest questions that can be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editor import choices
from articles.embeds.bar import MOST_BARS
from articles.embeds.line import MOST_LINES
from articles.embeds.view import Phrase
from articles.explorer.address import Asked
from articles.explorer.asking import canonical, known_member, obstacle, usual_length
from articles.explorer.choosing import Show
from articles.explorer.period_text import is_several
from articles.explorer.places import table_path
from articles.numbers import period_name
from stats.codebook import Codebook
from stats.labels import Language
from stats.periods import Period
from stats.questions import LENGTHS, MAXIMUM_TOP, QuestionError

NEAREST = 3
"""How many members are offered in the place of one that there is not."""


@dataclass(frozen=True, slots=True)
class Way:
    """A nearby question that can be answered."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, the name of the field where it is, and the ways out."""

    field: str
    message: str
    detail: Phrase | None = None
    """The reason in the words of the core, which are English."""
    ways: tuple[Way, ...] = ()


class Troubles:
    """Says what is wrong with one thing asked of one dataset."""

    def __init__(self, asked: Asked, book: Codebook, language: Language) -> None:
        self.asked = canonical(asked, book)
        self.book = book
        self.language = language

    def of_question(self, error: QuestionError) -> Trouble:
        """The trouble of a question that cannot be asked."""
        head, _dot, rest = error.path.partition(".")
        match head:
            case "where" if rest in self.asked.where and not self._place_of_several(rest):
                return self._members(rest, error)
            case "where" if self.asked.choices.place:
                return Trouble(error.path, _("Choose the one member whose place is asked for."))
            case "where" if not self.book.members_add:
                return self._adding(rest, error)
            case "period":
                return self._period(error)
            case "over" if self.asked.choices.place:
                message = _("Choose the dimension among whose members the place is.")
                return Trouble("over", message, ways=self._ways(self._dimensions("over")))
            case "over" | "by":
                return self._dimension(head, error)
            case "top":
                said = _("“%(found)s” is not a whole number from 1 to %(most)d.")
                message = said % {"found": self.asked.raw.get("top"), "most": MAXIMUM_TOP}
                return Trouble("top", message, ways=self._ways([(_("No limit"), self.asked.but(top=None))]))
            case "depth" | "small_below":
                message = _("“%(found)s” is not a whole number.") % {"found": self.asked.raw.get(head)}
                return Trouble(
                    head, message, ways=self._ways([(_("Without it"), self.asked.but(**{head: None}))])
                )
            case "says":
                return Trouble("threshold", _("Give the number with regard to which it is said."))
            case "as_of":
                message = _("There is no such edition among those that count or counted.")
                now = [(_("The edition in force"), self.asked.but(as_of=None))]
                return Trouble("as_of", message, ways=self._ways(now))
            case "against" if not rest:
                return Trouble("against", _("Choose what to compare with: a member or another period."))
            case "of" if not rest:
                message = _(
                    "Everything is chosen, so there is no larger whole that this could be a share of."
                )
                return Trouble("measure", message)
            case _:
                field = {"exclude": "residual", "of": f"of.{rest}", "against": _against_field(rest)}
                return self._other(field.get(head, head), error)

    def of_drawing(self, reason: str) -> Trouble:
        """The trouble of an answer that cannot be drawn as asked."""
        match self.asked.show:
            case Show.LINE:
                said = _("A line chart shows one to %(most)d lines over at least two periods.")
                return Trouble("show", said % {"most": MOST_LINES}, ways=self._ways(self._other_lines()))
            case Show.BAR:
                ways = [
                    (_("The first %(count)d") % {"count": MOST_BARS}, self.asked.but(top=MOST_BARS)),
                    (_("As a ranking"), self.asked.but(Show.RANKING)),
                ]
                said = _("A bar chart shows one to %(most)d bars.")
                return Trouble("show", said % {"most": MOST_BARS}, ways=self._ways(ways))
            case Show.STATEMENT:
                ways = [
                    (_("The last 24 months"), self.asked.but(period={"last": 24, "of": "month"})),
                    (_("The last 10 years"), self.asked.but(period={"last": 10, "of": "year"})),
                ]
                message = _("Something can be said of two periods or more.")
                return Trouble("period", message, ways=self._ways(ways))
            case _:
                return Trouble("show", _("This cannot be shown so."), self._detail(reason))

    def _other_lines(self) -> list[tuple[str, Asked]]:
        """The same with few lines over several periods, and as a table."""
        raw = self.asked.raw.get("period")
        drawn = (
            self.asked
            if is_several(raw)
            else self.asked.but(period={"last": 5, "of": usual_length(self.book)})
        )
        if "over" in self.asked.raw:
            drawn = drawn.but(top=MOST_LINES)
        return [(_("A line chart of the first lines"), drawn), (_("As a table"), self.asked.but(Show.TABLE))]

    def of_addresses(self) -> Iterable[Trouble]:
        """The trouble of parameters that are not those of a question."""
        for name, text in self.asked.unknown.items():
            yield Trouble(name, _("“%(found)s” is none of the choices.") % {"found": text})

    def of_members(self) -> Iterable[Trouble]:
        """The trouble of names that are those of no member, one for each dimension."""
        for slug, names in self.asked.where.items():
            for name in names:
                try:
                    self.book.dimension(slug, path=f"where.{slug}").named(name, path=f"where.{slug}")
                except QuestionError as error:
                    yield self._members(slug, error)
                    break

    def _members(self, slug: str, error: QuestionError) -> Trouble:
        field, dimension = f"where.{slug}", self.book.by_slug.get(slug)
        if dimension is None:
            message = _("This dataset has no dimension “%(found)s”.") % {"found": slug}
            ways = [(_("Without it"), self.asked.with_members(slug, []))]
            return Trouble("", message, ways=self._ways(ways))
        names = self.asked.where[slug]
        strange = next((name for name in names if known_member(dimension, name) is None), None)
        if strange is None:
            return self._adding(slug, error)
        said = _("“%(found)s” is not one member of %(dimension)s.")
        message = said % {"found": strange, "dimension": dimension.label.in_language(self.language)}
        ways = []
        likely = [option.value for option in choices.members(dimension, strange, self.language)[:NEAREST]]
        for accepted in dict.fromkeys([*likely, *error.accepted]):
            if (member := known_member(dimension, accepted)) is not None:
                others = [member.code if name == strange else name for name in names]
                label = member.label.in_language(self.language) or member.code
                ways.append((label, self.asked.with_members(slug, others)))
        return Trouble(field, message, ways=self._ways(ways))

    def _adding(self, slug: str, error: QuestionError) -> Trouble:
        """The trouble of members that may not be added up."""
        if self.book.members_add:
            message = _("One of these is part of another and would be counted twice.")
        else:
            counts = self.book.counts.in_language(self.language)
            message = _("The members of this dataset may not be added up: choose one. %(counts)s")
            message %= {"counts": counts}
        dimension = self.book.by_slug[slug]
        ways = []
        for accepted in error.accepted:
            if (member := known_member(dimension, accepted)) is not None:
                label = member.label.in_language(self.language) or member.code
                ways.append((label, self.asked.with_members(slug, [member.code])))
        return Trouble(f"where.{slug}", message, ways=self._ways(ways))

    def _period(self, error: QuestionError) -> Trouble:
        raw = self.asked.raw.get("period")
        several, single = is_several(raw), not self.asked.choices.several
        length = usual_length(self.book)
        ways = []
        if several and single:
            message = _("This shows one period. Choose one, or a table or line chart for several.")
            if self.asked.show is not Show.FIGURE:
                ways.append((_("As a table"), self.asked.but(Show.TABLE, by=None)))
        elif not self.book.months_add and "added up" in error.message:
            counts = self.book.counts.in_language(self.language)
            message = _("Months of this dataset may not be added up. %(counts)s") % {"counts": counts}
        else:
            message = self._covers()
        ways += [found for accepted in error.accepted if (found := self._other_period(accepted)) is not None]
        ways.append((str(_LATEST[length]), self.asked.but(period={"latest": length})))
        return Trouble("period", message, ways=self._ways(ways))

    def _covers(self) -> str:
        coverage = self.book.coverage
        if coverage.since is None or coverage.until is None:
            return _("Nothing is published for this choice.")
        said = _("Nothing is published for this choice. The figures cover %(since)s to %(until)s.")
        since, until = (period_name(p, self.language) for p in (coverage.since, coverage.until))
        return said % {"since": since, "until": until}

    def _other_period(self, accepted: str) -> tuple[str, Asked] | None:
        if accepted in LENGTHS:
            return str(_LATEST[accepted]), self.asked.but(period={"latest": accepted})
        try:
            period = Period.parse(accepted)
        except ValueError:
            return None
        return period_name(period, self.language), self.asked.but(period=accepted)

    def _dimension(self, head: str, error: QuestionError) -> Trouble:
        message = _("Rows and columns need a dimension each, and not the same one.")
        return Trouble(head, message, self._detail(error.message), self._ways(self._dimensions(head)))

    def _dimensions(self, head: str) -> list[tuple[str, Asked]]:
        """The same with each other dimension as its rows or columns."""
        return [
            (dimension.label.in_language(self.language), self.asked.but(**{head: slug}))
            for slug, dimension in self.book.by_slug.items()
            if slug != self.asked.raw.get("over")
        ]

    def _place_of_several(self, slug: str) -> bool:
        """Whether a place is asked for and not of one member."""
        asked = self.asked
        return asked.choices.place and slug == asked.raw.get("over") and len(asked.where[slug]) != 1

    def _other(self, field: str, error: QuestionError) -> Trouble:
        return Trouble(field, _("This cannot be asked so."), self._detail(error.message))

    def _detail(self, reason: str) -> Phrase:
        return Phrase(reason, "" if self.language == "en" else "en")

    def _ways(self, ways: Iterable[tuple[str, Asked]]) -> tuple[Way, ...]:
        """Those that lead to an answer, or as far as to what is wrong in another field."""
        here = obstacle(self.asked, self.book)
        found: dict[str, str] = {}
        for label, asked in ways:
            there = obstacle(asked, self.book)
            if there is None or (here is not None and _head(there) != _head(here)):
                found.setdefault(table_path(self.book.slug, asked), label)
        return tuple(Way(label, href) for href, label in found.items())


def _head(error: QuestionError) -> str:
    return error.path.partition(".")[0]


def _against_field(rest: str) -> str:
    return f"against.{rest.removeprefix('where.')}" if rest.startswith("where.") else "against"


_LATEST = {
    "year": gettext_lazy("Latest year"),
    "quarter": gettext_lazy("Latest quarter"),
    "month": gettext_lazy("Latest month"),
}
