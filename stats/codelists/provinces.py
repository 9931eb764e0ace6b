"""Provinces and territories: two-letter codes, names in both languages, and the spellings found in files.

Tables write one province in several ways (`Quebec`, `Québec`, `Ontario - Total`, `Province / Territory not
stated`), and one code in all datasets is what lets an article put two of them side by side.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from stats.labels import Label, fold, without_total

NOT_STATED = "not-stated"
OUTSIDE_CANADA = "outside-canada"

_FOOTNOTE_MARKS = re.compile(r"[\s*†‡]+$")


@dataclass(frozen=True, slots=True)
class Province:
    """A province, a territory or a residual member of that dimension."""

    code: str
    label: Label
    aliases: tuple[str, ...] = ()

    @property
    def residual(self) -> bool:
        """Whether it is no place in Canada: not stated, or outside."""
        return self.code in (NOT_STATED, OUTSIDE_CANADA)


@cache
def provinces() -> tuple[Province, ...]:
    """All of them from east to west, then the residual ones."""
    raw = tomllib.loads(files(__package__).joinpath("provinces.toml").read_text(encoding="utf-8"))
    return tuple(
        Province(entry["code"], Label(entry["en"], entry["fr"]), tuple(entry["aliases"]))
        for entry in raw["province"]
    )


@cache
def by_code() -> Mapping[str, Province]:
    """The provinces by their codes."""
    return MappingProxyType({province.code: province for province in provinces()})


@cache
def _codes() -> Mapping[str, str]:
    return {
        _key(spelling): province.code
        for province in provinces()
        for spelling in (province.code, province.label.en, province.label.fr, *province.aliases)
    }


def province_code(label: str) -> str | None:
    """The code of a province by any known spelling in either language, a total's suffix left aside."""
    return _codes().get(_key(label))


def _key(label: str) -> str:
    name = fold(without_total(_FOOTNOTE_MARKS.sub("", label)))
    return re.sub(r"\s*/\s*", "/", name)
