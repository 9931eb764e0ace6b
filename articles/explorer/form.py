"""The form of the table tool: what to show first, then what that leaves to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from articles.editor.choices import can_be_asked
from articles.embeds.quantity import MEASURE_NAMES
from articles.embeds.statement_phrases import NAMES
from articles.embeds.view import Phrase, phrase
from articles.explorer.address import Residual
from articles.explorer.choosing import Show, measures_of
from articles.explorer.controls import Controls
from articles.explorer.fields import Field, FormView
from articles.explorer.form_words import SHOWN
from articles.explorer.period_field import period_field, period_options
from articles.explorer.period_text import period_text
from articles.numbers import date_name, period_name
from stats.codebook import Dimension
from stats.labels import Label, Language
from stats.queries.public_editions import PublicEdition
from stats.questions import BY_PERIOD, Measure


def form(controls: Controls, editions: tuple[PublicEdition, ...]) -> FormView:
    """The form for what is asked of one dataset."""
    asked, book, language = controls.asked, controls.book, controls.language
    raw, choices = asked.raw, asked.choices
    dimensions = [(d.slug, phrase(d.label, language)) for d in book.dimensions]
    against = raw.get("against") or {}
    view = FormView(
        choices=choices,
        show=controls.list(
            "show", _("Show as"), [(s.value, Phrase(str(SHOWN[s]))) for s in Show], asked.show
        ),
        says=controls.list(
            "says",
            _("What to say of it"),
            [(says.value, _capital(name, language)) for says, name in NAMES.items()],
            choices.says,
            fits=choices.show is Show.STATEMENT,
        ),
        threshold=controls.text("threshold", _("The number"), _threshold(raw), fits=choices.threshold),
        measure=_measure(controls),
        over=_over(controls, dimensions),
        by=controls.list(
            "by",
            _("Columns"),
            [(BY_PERIOD, Phrase(_("Periods"))), *dimensions],
            choices.by,
            fits=choices.columns,
        ),
        members=tuple(controls.members(d, "where", _hint(d, controls)) for d in book.dimensions),
        period=period_field(controls),
        top=controls.text("top", _("At most this many rows"), str(raw.get("top", "")), fits=choices.lists),
        depth=_depth(controls),
        small_below=controls.text(
            "small_below",
            _("Mark what may be less than"),
            str(raw.get("small_below", "")),
            fits=choices.small,
        ),
        wholes=tuple(controls.named(d, "of", raw.get("of", {}), d.total) for d in book.dimensions),
        against_period=_against_period(controls, against),
        against_as_of=controls.list(
            "against.as_of",
            _("In edition"),
            [("", Phrase(_("The same edition"))), *_editions(editions, language)],
            str(against.get("as_of", "")),
            fits=len(editions) > 1 or "as_of" in against,
        ),
        againsts=tuple(controls.named(d, "against", against.get("where", {})) for d in book.dimensions),
        residual=controls.list(
            "residual",
            _("Others and not stated"),
            [
                (Residual.USUAL.value, Phrase(_("As usual: not in rankings"))),
                (Residual.LISTED.value, Phrase(_("Listed"))),
                (Residual.LEFT_OUT.value, Phrase(_("Left out"))),
            ],
            asked.residual.value,
            fits=choices.residual,
        ),
        as_of=controls.list(
            "as_of",
            _("Edition"),
            [("", Phrase(_("The edition in force"))), *_editions(editions, language)],
            "" if _day(raw) else str(raw.get("as_of", "")),
        ),
        as_of_date=replace(
            controls.text("as_of_date", _("As it stood on"), _day(raw), kind="date"),
            hint=_("A day takes the place of the edition."),
        ),
        others=(),
    )
    named = {field.name for field in view.fields} | {"period", "against"}
    return replace(view, others=tuple(t for name, t in controls.troubles.items() if name not in named))


def _capital(label: Label, language: Language) -> Phrase:
    text = label.in_language(language)
    return Phrase(text[:1].upper() + text[1:])


def _threshold(raw: Mapping[str, Any]) -> str:
    says = raw.get("says")
    return str(next(iter(says.values()))) if isinstance(says, Mapping) else ""


def _measure(controls: Controls) -> Field:
    """What can be measured of this dataset in such a result."""
    choices, book = controls.asked.choices, controls.book
    offered = [
        (measure.value, _capital(MEASURE_NAMES[measure], controls.language))
        for measure in measures_of(choices.show)
        if measure is not Measure.VALUE and can_be_asked(measure, book)
    ]
    plain = ("", Phrase(_("The figures themselves")))
    chosen = "" if choices.measure is Measure.VALUE else choices.measure.value
    return controls.list("measure", _("What to show"), [plain, *offered], chosen)


def _over(controls: Controls, dimensions: list[tuple[str, Phrase]]) -> Field:
    """The dimension of the rows, or of the members among whom a place is."""
    choices = controls.asked.choices
    if choices.place:
        return controls.list("over", _("A place among"), [("", Phrase("–")), *dimensions], choices.over)
    nothing = ("", Phrase(_("No rows: one line or figure")))
    fits = choices.show not in (Show.FIGURE, Show.STATEMENT)
    return controls.list("over", _("Rows"), [nothing, *dimensions], choices.over, fits=fits)


def _hint(dimension: Dimension, controls: Controls) -> str:
    choices = controls.asked.choices
    if choices.place and dimension.slug == choices.over:
        return _("The one whose place it is.")
    if dimension.slug in (choices.over, choices.by):
        return _("None chosen: all are listed. One group: its parts.")
    return _("None chosen: all together. Several: added up.")


def _depth(controls: Controls) -> Field:
    """How many levels stand below each other, where the rows have parts."""
    choices, book = controls.asked.choices, controls.book
    over = book.by_slug.get(choices.over)
    levels = over.levels if over else 1
    options = [(str(n), Phrase(str(n))) for n in range(1, levels + 1)]
    chosen = str(controls.asked.raw.get("depth", 1))
    listed = [*options, ("all", Phrase(_("all")))]
    return controls.list("depth", _("Levels"), listed, chosen, fits=choices.columns and levels > 1)


def _against_period(controls: Controls, against: Mapping[str, Any]) -> Field:
    choices = controls.asked.choices
    nothing = (
        _("Nothing: places do not move")
        if choices.measure is Measure.VALUE
        else _("Same period, or the year before for changes")
    )
    options = [
        ("", Phrase(nothing)),
        ("year_before", Phrase(_("The same period of the year before"))),
        ("previous", Phrase(_("The period just before"))),
        *period_options(controls.book, controls.language),
    ]
    field = controls.list("against.period", _("In period"), options, period_text(against.get("period", "")))
    return replace(field, trouble=field.trouble or controls.troubles.get("against"))


def _editions(editions: Iterable[PublicEdition], language: Language) -> list[tuple[str, Phrase]]:
    options = []
    for edition in editions:
        facts = edition.facts
        words = [_("Edition %(number)d") % {"number": edition.number}]
        if facts.covers_until:
            words.append(_("figures to %(until)s") % {"until": period_name(facts.covers_until, language)})
        if facts.in_force_since:
            since = date_name(facts.in_force_since.date(), language)
            words.append(_("in force since %(day)s") % {"day": since})
        options.append((str(edition.number), Phrase(", ".join(words))))
    return options


def _day(raw: Mapping[str, Any]) -> str:
    """The day of an edition that is asked for by one; empty for a number."""
    try:
        return date.fromisoformat(str(raw.get("as_of", ""))).isoformat()
    except ValueError:
        return ""
