"""Periods of questions as one word of an address, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LATEST = re.compile(r"latest-(?P<of>\w+)")
_LAST = re.compile(r"last-(?P<last>\d{1,9})-(?P<of>\w+?)s?")
_RANGE = re.compile(r"(?P<from>[^.]+)\.\.(?P<to>[^.]*)")


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


def is_several(period: Any) -> bool:
    """Whether a period of a question is a row of periods."""
    return isinstance(period, Mapping) and bool({"last", "from"} & set(period))
