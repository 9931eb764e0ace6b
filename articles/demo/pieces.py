"""The figures and embeds of the demonstration's article: one declaration for both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.document.nodes import Binding, EmbedBlock
from stats.labels import Label, Language
from stats.questions import parse

PERMITS = "imp-province-noc"
YEAR = {"year": 2021}
FIVE = ["ON", "BC", "QC", "AB", "MB"]


def _figure(wording: str = "number", dataset: str = PERMITS, **where: str) -> Binding:
    question = {"dataset": dataset, "kind": "figure", "where": where, "period": YEAR}
    return Binding(parse(question), wording)


FIGURES: Mapping[str, Binding] = {
    "canada": _figure(),
    "canada_more": _figure("more_than"),
    "ontario": _figure(province="ON"),
    "ontario_between": _figure("between", province="ON"),
    "bc": _figure(province="BC"),
    "quebec": _figure(province="QC"),
    "imp_stock": _figure(dataset="imp-program-year-end"),
    "tfw_stock": _figure(dataset="tfw-program-year-end"),
    "ontario_other": _figure(province="ON", occupation="other-occupations"),
    "physicians": _figure(province="ON", occupation="3111"),
    "professors": _figure(province="ON", occupation="4011"),
    "alberta_cooks": _figure(province="AB", occupation="6322"),
    "manitoba_athletes": _figure(province="MB", occupation="5251"),
    "manitoba_cooks": _figure(province="MB", occupation="6322"),
}


def _first_five(province: str, en: str, fr: str) -> tuple[str, dict[str, Any], Label]:
    question = {
        "dataset": PERMITS,
        "kind": "ranking",
        "where": {"province": province},
        "over": "occupation",
        "period": YEAR,
        "top": 5,
    }
    return "ranking", question, Label(f"{en}: the first five", f"{fr}\N{NO-BREAK SPACE}: les cinq premières")


def _table(**keys: Any) -> dict[str, Any]:
    return {"dataset": PERMITS, "kind": "table", "over": "province", "where": {"province": FIVE}} | keys


_EMBEDS: Mapping[str, tuple[str, dict[str, Any], Label]] = {
    "provinces": (
        "bar",
        {"dataset": PERMITS, "kind": "ranking", "over": "province", "period": YEAR, "top": 10},
        Label(
            "International Mobility Program permits by province, 2021",
            "Permis du Programme de mobilité internationale par province, 2021",
        ),
    ),
    "holders": (
        "ranking",
        {"dataset": "imp-program-year-end", "kind": "ranking", "over": "province", "period": YEAR, "top": 5},
        Label(
            "Where holders of a mobility permit lived at the end of 2021",
            "Où vivaient les titulaires d’un permis de mobilité à la fin de 2021",
        ),
    ),
    "ontario": _first_five("ON", "Ontario", "Ontario"),
    "bc": _first_five("BC", "British Columbia", "Colombie-Britannique"),
    "quebec": _first_five("QC", "Quebec", "Québec"),
    "alberta": _first_five("AB", "Alberta", "Alberta"),
    "manitoba": _first_five("MB", "Manitoba", "Manitoba"),
    "over_time": (
        "line",
        _table(period={"from": "2015", "to": "2023"}),
        Label(
            "Permits by year in the five first provinces",
            "Permis par année dans les cinq premières provinces",
        ),
    ),
    "by_year": (
        "table",
        _table(period={"last": 4, "of": "year"}),
        Label("The same, in figures", "Les mêmes, en chiffres"),
    ),
}

EMBED_NAMES = tuple(_EMBEDS)


def embed(name: str, language: Language) -> EmbedBlock:
    """An embed of the article, with its title in a language."""
    kind, question, title = _EMBEDS[name]
    return EmbedBlock(kind=kind, question=parse(question), title=title.in_language(language))
