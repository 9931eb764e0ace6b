"""Two editions side by side, from the histories of cells, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
from django.db import connection

from stats.classification.kinds import Named
from stats.classification.pair import AXIS_COLUMNS, HELD_SCHEMA, SERIES_SCHEMA, Pair, Side, align
from stats.labels import Label
from stats.models import Cell, Edition, EditionState, LabelChange, Series
from stats.queries.dimensions import dimensions_of
from stats.readers.reading import Form


def pair_of(before: Edition, after: Edition) -> Pair:
    """What two editions of one dataset say, in eight queries. Their cells must be kept."""
    dataset = after.dataset
    table = connection.ops.quote_name(Cell._meta.db_table)
    sql = (
        "SELECT series_id, period, value, status, since <= %(a)s AND until > %(a)s, "  # noqa: S608 - our own names
        f"since <= %(b)s AND until > %(b)s FROM {table} WHERE dataset_id = %(dataset)s "
        "AND (since <= %(a)s AND until > %(a)s OR since <= %(b)s AND until > %(b)s)"
    )
    held = _frame(sql, {"dataset": dataset.pk, "a": before.number, "b": after.number}, HELD_SCHEMA)
    rows = Series.objects.filter(dataset=dataset).values_list("pk", *AXIS_COLUMNS, "leaf", "since")
    series = pl.DataFrame(list(rows), schema=SERIES_SCHEMA, orient="row")
    sides = side_of(before), side_of(after)
    return align(held, series, dimensions_of(dataset, after), *sides, renamed(before, after))


def side_of(edition: Edition) -> Side:
    """What a comparison must know of one edition."""
    return Side(
        number=edition.number,
        coverage=edition.covered,
        absent_is_zero=edition.files.filter(form=Form.ODP).exists(),
        title=Label(edition.title_en, edition.title_fr),
        notes=tuple(Label(note.get("en", ""), note.get("fr", "")) for note in edition.notes),
    )


def renamed(before: Edition, after: Edition) -> tuple[Named, ...]:
    """Members that the second edition calls otherwise; a language that is added changes nothing."""
    first, last = sorted((before.number, after.number))
    changes = LabelChange.objects.filter(
        edition__dataset_id=after.dataset_id, edition__number__gt=first, edition__number__lte=last
    ).exclude(edition__state=EditionState.TAKEN_BACK, edition__number__lt=last)
    called: dict[int, tuple[Named, Label, Label]] = {}
    for change in changes.select_related("member__dimension").order_by("edition__number"):
        member = change.member
        who = Named(member.dimension.slug, member.code, member.label)
        was = called[member.pk][1] if member.pk in called else change.before
        called[member.pk] = (who, was, change.after)
    found = []
    for who, was, now in called.values():
        old, new = (was, now) if before.number < after.number else (now, was)
        label = Label(_arrow(old.en, new.en), _arrow(old.fr, new.fr))
        if label.en or label.fr:
            found.append(replace(who, label=label))
    return tuple(found)


def _arrow(was: str, now: str) -> str:
    return f"{was} → {now}" if was and now and was != now else ""


def _frame(sql: str, values: dict[str, Any], schema: dict[str, Any]) -> pl.DataFrame:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        columns = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(schema)
    return pl.DataFrame(
        [
            pl.Series(name, column, dtype=kind, strict=False)
            for (name, kind), column in zip(schema.items(), columns, strict=True)
        ]
    )
