"""The control of periods: four ways of naming them, of which those that make sense are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.editor.choices import periods
from articles.embeds.view import Phrase
from articles.explorer.asking import usual_length
from articles.explorer.controls import Controls
from articles.explorer.fields import PeriodField
from articles.explorer.form_words import LENGTHS as WORDS
from articles.explorer.form_words import PLURALS
from articles.explorer.period_text import period_text
from stats.codebook import Codebook
from stats.labels import Language
from stats.questions import LENGTHS

_ONE, _SEVERAL = frozenset({"latest", "one"}), frozenset({"last", "range"})


def period_field(controls: Controls) -> PeriodField:
    """The periods that are chosen, and those that there are."""
    asked, usual = controls.asked, usual_length(controls.book)
    mode, said = _mode(asked.raw.get("period", {"latest": usual}))
    lengths = [(word, Phrase(str(WORDS[word]))) for word in LENGTHS]
    plural = [(word, Phrase(str(PLURALS[word]))) for word in LENGTHS]
    known = period_options(controls.book, controls.language)
    until = [("", Phrase(_("the newest"))), *known]
    return PeriodField(
        mode=mode,
        ways=(_SEVERAL if asked.choices.several else _ONE) | {mode},
        at=controls.list("at", _("Period"), known, said.get("at", "")),
        latest=controls.list("latest", _("Length"), lengths, said.get("latest", usual)),
        last=controls.text("last", _("How many"), said.get("last", "12")),
        of=controls.list("of", _("Length"), plural, said.get("of", usual)),
        first=controls.list("from", _("From"), known, said.get("from", "")),
        until=controls.list("to", _("To"), until, said.get("to", "")),
        trouble=controls.troubles.get("period"),
    )


def period_options(book: Codebook, language: Language) -> list[tuple[str, Phrase]]:
    """The periods that there are, years first, each with its name."""
    return [
        (str(one.asked), Phrase(label))
        for word in ("year", "quarter", "month")
        for one, label in periods(book, LENGTHS[word], language)
    ]


def _mode(raw: Any) -> tuple[str, dict[str, str]]:
    """Which way of naming periods a question uses, and what it says in it."""
    if isinstance(raw, Mapping):
        said = {key: str(value) for key, value in raw.items()}
        for key, mode in (("latest", "latest"), ("last", "last"), ("from", "range")):
            if key in said:
                return mode, said
        return "one", {"at": period_text(raw)}
    return "one", {"at": str(raw)}
