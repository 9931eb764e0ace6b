"""The facts and names beside this package: IRCC's 2021 figures, occupations, countries, programs."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from stats.labels import Label


def facts(dataset: str) -> dict[str, Any]:
    """The figures of a dataset that are IRCC's own."""
    found: dict[str, Any] = tomllib.loads(_text("facts.toml"))[dataset]
    return found


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list: names in both languages and modelled weights."""
    return list(csv.DictReader(_text(name).splitlines()))


def programs(key: str) -> dict[str, Any]:
    """The tree of programs of a workbook, with modelled totals for Canada by year, in thousands."""
    found: dict[str, Any] = tomllib.loads(_text("programs.toml"))[key]
    return found


def label(row: Mapping[str, Any]) -> Label:
    """The name in an entry of a list."""
    return Label(row["en"], row["fr"])


def _text(name: str) -> str:
    return files("stats.sample").joinpath(name).read_text(encoding="utf-8")
