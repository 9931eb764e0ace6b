"""Addresses of questions: what is asked as readable parameters, and back.

The parameters bear the names of the question's keys (`over`, `where.province`, `period`), so that the place
of an error is the name of a field. Browsers send forms whole; what does not belong to the kind of result that
is shown is left away here, and `write` gives the shortest parameters that say the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from stats.questions import BY_PERIOD, Kind, Measure, Question

Parameters = Mapping[str, Sequence[str]]


class Show(StrEnum):
    """How an answer is shown."""

    RANKING = "ranking"
    TABLE = "table"
    BAR = "bar"
    LINE = "line"
    FIGURE = "figure"


class Residual(StrEnum):
    """What becomes of others and not stated among the rows."""

    USUAL = ""
    """Rankings leave them out, tables list them."""
    LISTED = "in"
    LEFT_OUT = "out"


RANKED = frozenset({Show.RANKING, Show.BAR})
TABULAR = frozenset({Show.TABLE, Show.LINE})
LISTING = RANKED | TABULAR
"""Results with a row for each member."""

COMPARED = frozenset({Measure.CHANGE, Measure.PERCENT_CHANGE, Measure.RATIO})
"""Measures for which the form asks what to compare with."""
_SAID = frozenset(
    {"dataset", "kind", "where", "over", "by", "period", "measure", "of", "against", "top", "as_of"}
)
_MEASURES = frozenset({Measure.VALUE, Measure.SHARE, *COMPARED})
_LATEST = re.compile(r"latest-(?P<of>\w+)")
_LAST = re.compile(r"last-(?P<last>\d{1,9})-(?P<of>\w+?)s?")
_RANGE = re.compile(r"(?P<from>[^.]+)\.\.(?P<to>[^.]*)")


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
        raw["kind"] = _kind(shown, str(raw.get("over", ""))).value
        if shown is not Show.TABLE:
            raw.pop("by", None)
        return replace(self, show=shown, raw=raw)

    def with_members(self, dimension: str, members: Sequence[str], *, within: str = "where") -> Asked:
        """The same with other members of one dimension."""
        selection = {k: v for k, v in self.raw.get(within, {}).items() if k != dimension}
        if members:
            selection[dimension] = list(members)
        raw = {key: value for key, value in self.raw.items() if key != within}
        return replace(self, raw=raw | ({within: selection} if selection else {}))

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
    over = _text(parameters, "over") if show in LISTING else ""
    measure = _text(parameters, "measure") or Measure.VALUE.value
    raw: dict[str, Any] = {
        "dataset": slug,
        "kind": _kind(show, over).value,
        "where": _selection(parameters, "where."),
        "over": over,
        "by": _text(parameters, "by") if show is Show.TABLE and over else "",
        "period": _period(parameters),
        "measure": "" if measure == Measure.VALUE.value else measure,
        "of": _selection(parameters, "of.") if measure == Measure.SHARE.value else None,
        "against": _against(parameters) if measure in set(COMPARED) else None,
        "top": _whole(_text(parameters, "top")) if over else "",
        "as_of": _whole(_text(parameters, "as_of")),
    }
    if raw["by"] == BY_PERIOD:
        raw["by"] = ""
    kept = {key: value for key, value in raw.items() if value not in ("", None, {})}
    return Asked(show, kept, residual if over else Residual.USUAL, unknown)


def write(asked: Asked) -> str:
    """The query string that `read` understands; nothing in it could be left away."""
    raw = asked.raw
    found: list[tuple[str, str]] = [("show", asked.show.value)]
    found += [(key, str(raw[key])) for key in ("over", "by") if raw.get(key, BY_PERIOD) != BY_PERIOD]
    found += _members("where.", raw.get("where", {}))
    if "period" in raw:
        found.append(("period", period_text(raw["period"])))
    if "measure" in raw:
        found.append(("measure", str(raw["measure"])))
    found += _members("of.", raw.get("of", {}))
    against = raw.get("against", {})
    found += _members("against.", against.get("where", {}))
    if "period" in against:
        found.append(("against.period", period_text(against["period"])))
    if asked.residual:
        found.append(("residual", asked.residual.value))
    found += [(key, str(raw[key])) for key in ("top", "as_of") if key in raw]
    return urlencode(found, safe=":,/")


def sayable(asked: Asked) -> bool:
    """Whether parameters can say all of it: there are questions that the form has no fields for."""
    raw = asked.raw
    against = raw.get("against") or {}
    selections = (raw.get("where", {}), raw.get("of", {}), against.get("where", {}))
    members = [member for selection in selections for _prefix, member in _members("", selection)]
    measure = raw.get("measure", Measure.VALUE)
    return (
        set(raw) <= _SAID
        and measure in _MEASURES
        and ("of" not in raw or (measure == Measure.SHARE and bool(raw["of"])))
        and ("against" not in raw or measure in COMPARED)
        and set(against) <= {"where", "period"}
        and not any(";" in member for member in members)
    )


def period_text(period: Any) -> str:
    """A period of a question as one word: `2021-07`, `latest-year`, `last-12-months`, `2015..2021`."""
    if not isinstance(period, Mapping):
        return str(period)
    match sorted(period):
        case ["latest"]:
            return f"latest-{period['latest']}"
        case ["last", "of"]:
            return f"last-{period['last']}-{period['of']}s"
        case ["from"] | ["from", "to"]:
            return f"{period['from']}..{period.get('to', '')}"
        case [only]:
            return str(period[only])
        case _:
            return ""


def read_period(text: str) -> Any:
    """The period that one word means, as it stands in a question; the word itself where it is one period."""
    if found := _LATEST.fullmatch(text):
        return {"latest": found["of"]}
    if found := _LAST.fullmatch(text):
        return {"last": int(found["last"]), "of": found["of"]}
    if found := _RANGE.fullmatch(text):
        return {"from": found["from"]} | ({"to": found["to"]} if found["to"] else {})
    return text


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


def _against(parameters: Parameters) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    where = _selection({k: v for k, v in parameters.items() if k != "against.period"}, "against.")
    if where:
        found["where"] = where
    if period := _text(parameters, "against.period"):
        found["period"] = read_period(period)
    return found or None


def _kind(show: Show, over: str) -> Kind:
    if show in RANKED:
        return Kind.RANKING
    if show in TABULAR:
        return Kind.TABLE if over else Kind.SERIES
    return Kind.FIGURE


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
