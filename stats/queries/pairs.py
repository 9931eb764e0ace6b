"""Two editions side by side, from the histories of cells, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
from django.db import connection

from stats.classification.kinds import Named
from stats.classification.pair import HELD_SCHEMA, SERIES_SCHEMA, Pair, Side, align
from stats.codebook import AXIS_FIELDS
from stats.labels import Label
from stats.models import Cell, Dataset, Edition, EditionState, LabelChange, Series
from stats.queries.dimensions import dimensions_of
from stats.queries.frames import frame_of
from stats.readers.reading import Form

SERIES_COLUMNS = ("pk", *AXIS_FIELDS, "leaf", "since")


def pair_of(before: Edition, after: Edition) -> Pair:
    """What two editions of one dataset say, in eight queries. Their cells must be kept."""
    return _aligned(before, after, f"{_HELD_BEFORE} OR {_HELD_AFTER}")


def changes_of(before: Edition, after: Edition) -> Pair:
    """The same without the cells that are stored once for both, which seldom are few."""
    return _aligned(before, after, f"({_HELD_BEFORE}) <> ({_HELD_AFTER})")


_HELD_BEFORE = "since <= %(before)s AND until > %(before)s"
_HELD_AFTER = "since <= %(after)s AND until > %(after)s"


def _aligned(before: Edition, after: Edition, wanted: str) -> Pair:
    dataset = after.dataset
    table = connection.ops.quote_name(Cell._meta.db_table)
    sql = (
        f"SELECT series_id, period, value, status, {_HELD_BEFORE}, {_HELD_AFTER} "  # noqa: S608 (our own names)
        f"FROM {table} WHERE dataset_id = %(dataset)s AND ({wanted})"
    )
    numbers = {"before": before.number, "after": after.number}
    held = frame_of(sql, {"dataset": dataset.pk} | numbers, HELD_SCHEMA)
    sides = side_of(before), side_of(after)
    dimensions = dimensions_of(dataset, after)
    return align(held, series_of(dataset), dimensions, *sides, renamed(before, after))


def series_of(dataset: Dataset) -> pl.DataFrame:
    """The series of a dataset, with `SERIES_SCHEMA`."""
    rows = Series.objects.filter(dataset=dataset).values_list(*SERIES_COLUMNS)
    return frame_of(*rows.query.sql_with_params(), SERIES_SCHEMA)


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
    forward = before.number < after.number
    pairs = ((who, was, now) if forward else (who, now, was) for who, was, now in called.values())
    found = (called_otherwise(*pair) for pair in pairs)
    return tuple(named for named in found if named)


def called_otherwise(who: Named, was: Label, now: Label) -> Named | None:
    """A member with both of its names for a label; None where they differ in no language that both have."""
    label = Label(_arrow(was.en, now.en), _arrow(was.fr, now.fr))
    return replace(who, label=label) if label.en or label.fr else None


def _arrow(was: str, now: str) -> str:
    return f"{was} → {now}" if was and now and was != now else ""
