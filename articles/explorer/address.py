"""Addresses of questions: what is asked as readable parameters, and back.

The parameters bear the names of the question's keys (`over`, `where.province`, `period`), so that the place
of an error is the name of a field. Browsers send forms whole; what does not belong to the kind of result that
is shown is left away here, and `write` gives the shortest parameters that say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from articles.explorer.choosing import LISTING, Choices, Show, kind_of, measure_of, says_of
from articles.explorer.period_text import period_text, read_period
from stats.questions import AMONG, BY_PERIOD, KEYS, Measure, Question

Parameters = Mapping[str, Sequence[str]]


class Residual(StrEnum):
    """What becomes of others and not stated among the rows."""

    USUAL = ""
    """Rankings leave them out, tables list them."""
    LISTED = "in"
    LEFT_OUT = "out"


_SAID = frozenset(KEYS) - {"exclude"}
"""What parameters can say; what is left out, only as far as the rule of the dataset goes (`residual`)."""


@dataclass(frozen=True)
class Asked:
    """What an address asks for: how to show it, and the question's object as it was written, unchecked."""

    show: Show
    raw: Mapping[str, Any]
    residual: Residual = Residual.USUAL
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Parameters whose value is none that is known, by their names."""

    def but(self, show: Show | None = None, /, **keys: Any) -> Asked:
        """The same shown otherwise, or with other keys of the question; None takes one away."""
        shown = show or self.show
        raw = {key: value for key, value in (dict(self.raw) | keys).items() if value is not None}
        raw["kind"] = kind_of(shown, str(raw.get("over", ""))).value
        dropped = {"by", "depth"} if shown is not Show.TABLE else set()
        dropped |= {"says"} if shown is not Show.STATEMENT else set()
        raw = {key: value for key, value in raw.items() if key not in dropped}
        return replace(self, show=shown, raw=raw)

    def with_members(self, dimension: str, members: Sequence[str], *, within: str = "where") -> Asked:
        """The same with other members of one dimension."""
        selection = {k: v for k, v in self.raw.get(within, {}).items() if k != dimension}
        if members:
            selection[dimension] = list(members)
        raw = {key: value for key, value in self.raw.items() if key != within}
        return replace(self, raw=raw | ({within: selection} if selection else {}))

    @property
    def choices(self) -> Choices:
        """What there is to choose for it."""
        raw = self.raw
        words = raw.get("says", "")
        return Choices(
            show=self.show,
            measure=measure_of(str(raw.get("measure", "")), self.show),
            over=str(raw.get("over", "")),
            by=str(raw.get("by", BY_PERIOD)),
            says=next(iter(words)) if isinstance(words, Mapping) else str(words),
        )

    @property
    def where(self) -> Mapping[str, list[str]]:
        """Members by dimension, as they were written."""
        return {k: [v] if isinstance(v, str) else list(v) for k, v in self.raw.get("where", {}).items()}


def asked_of(question: Question, show: Show) -> Asked:
    """What an address would have to ask for a question."""
    return Asked(show, question.as_json())


def read(parameters: Parameters, slug: str) -> Asked:
    """What parameters ask of a dataset. Only `show` and `residual` are checked: no question has them."""
    unknown: dict[str, str] = {}
    show = _one_of(parameters, "show", Show, Show.RANKING, unknown)
    residual = _one_of(parameters, "residual", Residual, Residual.USUAL, unknown)
    measure = measure_of(_text(parameters, "measure"), show)
    _one_of(parameters, "measure", Measure, Measure.VALUE, unknown)
    over = _text(parameters, "over") if show in LISTING or measure in AMONG else ""
    says = says_of(_text(parameters, "says")) if show is Show.STATEMENT else ""
    choices = Choices(show, measure, over, says=says)
    raw: dict[str, Any] = {
        "dataset": slug,
        "kind": kind_of(show, over).value,
        "where": _selection(parameters, "where."),
        "over": over,
        "by": _text(parameters, "by") if choices.columns else "",
        "period": _period(parameters),
        "measure": "" if measure is Measure.VALUE else measure.value,
        "of": _selection(parameters, "of.") if choices.whole else None,
        "against": _against(parameters, choices) if choices.compares else None,
        "top": _whole(_text(parameters, "top")) if choices.lists else "",
        "depth": _whole(_text(parameters, "depth")) if choices.columns else "",
        "small_below": _whole(_text(parameters, "small_below")) if choices.small else "",
        "says": _says(parameters, choices),
        "as_of": _text(parameters, "as_of_date") or _whole(_text(parameters, "as_of")),
    }
    usual = {"by": BY_PERIOD, "depth": 1}
    kept = {k: v for k, v in raw.items() if v not in ("", None, {}) and usual.get(k) != v}
    return Asked(show, kept, residual if choices.residual else Residual.USUAL, unknown)


def write(asked: Asked) -> str:
    """The query string that `read` understands; nothing in it could be left away."""
    raw = asked.raw
    found: list[tuple[str, str]] = [("show", asked.show.value)]
    found += [(key, str(raw[key])) for key in ("over", "by") if raw.get(key, BY_PERIOD) != BY_PERIOD]
    found += _members("where.", raw.get("where", {}))
    if "period" in raw:
        found.append(("period", period_text(raw["period"])))
    if "says" in raw:
        found += _said(raw["says"])
    if "measure" in raw:
        found.append(("measure", str(raw["measure"])))
    found += _members("of.", raw.get("of", {}))
    against = raw.get("against", {})
    found += _members("against.", against.get("where", {}))
    if "period" in against:
        found.append(("against.period", period_text(against["period"])))
    if "as_of" in against:
        found.append(("against.as_of", str(against["as_of"])))
    if asked.residual:
        found.append(("residual", asked.residual.value))
    found += [(key, str(raw[key])) for key in ("top", "depth", "small_below", "as_of") if key in raw]
    return urlencode(found, safe=":,/")


def sayable(asked: Asked) -> bool:
    """Whether parameters can say all of it: there are questions that the form has no fields for."""
    raw = asked.raw
    against = raw.get("against") or {}
    selections = (raw.get("where", {}), raw.get("of", {}), against.get("where", {}))
    members = [member for selection in selections for _prefix, member in _members("", selection)]
    choices, shows = asked.choices, asked.show
    needed = {"of": choices.whole and bool(raw.get("of")), "against": choices.compares}
    return (
        set(raw) <= _SAID
        and raw.get("measure", Measure.VALUE.value) == choices.measure.value
        and all(fits for key, fits in needed.items() if key in raw)
        and ("small_below" not in raw or choices.small)
        and ("says" in raw) == (shows is Show.STATEMENT)
        and ("where" not in against or choices.other_members)
        and not any(";" in member for member in members)
    )


def _period(parameters: Parameters) -> Any:
    """One word in an address; the form says which of its fields counts (`one`, `latest`, `last`, `range`)."""
    match _text(parameters, "period"):
        case "one":
            return _text(parameters, "at")
        case "latest":
            return {"latest": _text(parameters, "latest")}
        case "last":
            return {"last": _whole(_text(parameters, "last")), "of": _text(parameters, "of")}
        case "range":
            first, last = _text(parameters, "from"), _text(parameters, "to")
            return {"from": first} | ({"to": last} if last else {})
        case text:
            return read_period(text)


def _against(parameters: Parameters, choices: Choices) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    named = {k: v for k, v in parameters.items() if k not in ("against.period", "against.as_of")}
    where = _selection(named, "against.") if choices.other_members else {}
    if where:
        found["where"] = where
    if period := _text(parameters, "against.period"):
        found["period"] = read_period(period)
    if as_of := _text(parameters, "against.as_of"):
        found["as_of"] = _whole(as_of)
    return found or None


def _says(parameters: Parameters, choices: Choices) -> Any:
    """What is said, with its number where it needs one: as it was written where that is none."""
    if not choices.threshold:
        return choices.says
    text = _text(parameters, "threshold").replace("\N{NO-BREAK SPACE}", "").replace(",", ".")
    try:
        number: Any = float(text)
    except ValueError:
        number = text
    return {choices.says: int(number) if isinstance(number, float) and number.is_integer() else number}


def _said(says: Any) -> list[tuple[str, str]]:
    if not isinstance(says, Mapping):
        return [("says", str(says))]
    return [pair for word, number in says.items() for pair in (("says", word), ("threshold", str(number)))]


def _selection(parameters: Parameters, prefix: str) -> dict[str, list[str]]:
    """Members by dimension: a parameter may come several times, or hold several separated by semicolons."""
    found = {}
    for name, values in parameters.items():
        members = [part.strip() for value in values for part in value.split(";") if part.strip()]
        if name.startswith(prefix) and members:
            found[name.removeprefix(prefix)] = list(dict.fromkeys(members))
    return found


def _members(prefix: str, selection: Mapping[str, Any]) -> list[tuple[str, str]]:
    listed = {k: [v] if isinstance(v, str) else v for k, v in selection.items()}
    return [(f"{prefix}{name}", member) for name in sorted(listed) for member in listed[name]]


def _text(parameters: Parameters, name: str) -> str:
    values = parameters.get(name) or [""]
    return values[-1].strip()


def _whole(text: str) -> Any:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def _one_of(parameters: Parameters, name: str, known: Any, default: Any, unknown: dict[str, str]) -> Any:
    text = _text(parameters, name)
    if text in set(known):
        return known(text)
    if text:
        unknown[name] = text
    return default
