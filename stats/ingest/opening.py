"""Opening: from kept files to one reading in the order of a dataset's dimensions.

Which dataset a file belongs to, the pair of an edition in two languages, and the workbook in the other
language that was kept earlier are found here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from stats.catalogue import guess
from stats.catalogue import load as catalogue
from stats.findings import Refused, Where, refuse
from stats.ingest.register import dataset_named
from stats.ingest.sources import bytes_at
from stats.models import Dataset, Edition, EditionState, SourceFile
from stats.pairing import pair
from stats.readers.reading import Form, Reading
from stats.readers.sniff import read

Layout = tuple[int, ...] | None
LAYOUT_GUESSES = frozenset({"read.layout-guessed", "read.layout-unnamed"})
"""Findings that mean nothing once the dataset says the same."""


def opened(
    sources: Sequence[SourceFile],
    dataset: Dataset | None,
    *,
    told: Callable[[float], None] = lambda part: None,
) -> tuple[Dataset, Reading, tuple[Reading, ...]]:
    """The dataset, one reading of all files in the order of its dimensions, and the readings of each file.

    Without a dataset the first file says which it is. `told` hears how much is read, by bytes, from 0 to 1.
    """
    if not 1 <= len(sources) <= 2:
        raise refuse(
            "read.files", f"{len(sources)} files were given: one, or a pair in two languages, is expected"
        )
    first: Reading | None = None
    if dataset is None:
        first = _read(sources[0], None)
        dataset = dataset_named(_said_by(first, sources[0].name))
    layout = _layout(dataset)
    if first is None or not _is_laid_out(first, layout):
        first = _read(sources[0], layout)
    elif layout is not None:
        first = replace(first, findings=tuple(f for f in first.findings if f.rule not in LAYOUT_GUESSES))
    told(sources[0].size / sum(source.size for source in sources))
    readings = (first, *(_read(source, layout) for source in sources[1:]))
    told(1)
    reading = _joined(readings, sources)
    reading = _with_kept_counterpart(reading, sources[0], newest_edition(dataset), layout)
    return dataset, _in_order_of(dataset, reading), readings


def which_dataset(source: SourceFile) -> str:
    """The slug of the dataset that a file says it is; refused where nothing or too much speaks for one."""
    return _said_by(_read(source, None), source.name)


def newest_edition(dataset: Dataset) -> Edition | None:
    """The edition in force or, above it, the one that waits."""
    counted = dataset.editions.filter(state__in=(EditionState.IN_FORCE, EditionState.WAITING))
    return counted.order_by("-number").first()


def _read(source: SourceFile, layout: tuple[int, ...] | None) -> Reading:
    reading = _reading(source.storage_name, source.name, layout)
    source.form = reading.form
    source.languages = ",".join(sorted(reading.languages))
    source.sheet = reading.sheet[:120]
    return reading


@lru_cache(maxsize=2)
def _reading(storage_name: str, name: str, layout: Layout) -> Reading:
    """The reading of kept bytes. A preview and its confirmation, or proofs of one table, ask for it again."""
    return read(bytes_at(storage_name), name=name, layout=layout)


def _said_by(reading: Reading, name: str) -> str:
    candidates = guess(reading, name)
    if not candidates:
        raise refuse(
            "resolve.which-dataset",
            "neither the name, the title nor the headers say which dataset this is: choose one",
            Where(name),
        )
    if len(candidates) > 1 and candidates[0].score == candidates[1].score:
        slugs = ", ".join(c.spec.slug for c in candidates if c.score == candidates[0].score)
        raise refuse("resolve.which-dataset", f"the file may belong to {slugs}: choose one", Where(name))
    return candidates[0].spec.slug


def _layout(dataset: Dataset) -> Layout:
    columns = tuple(dataset.dimensions.order_by("axis").values_list("columns", flat=True))
    return columns if columns and all(columns) else None


def _is_laid_out(reading: Reading, layout: Layout) -> bool:
    """Whether a reading whose layout was guessed has the one that its dataset has."""
    if layout is None or reading.form is Form.ODP:
        return True
    widths = tuple(max(len(row.path[axis]) for row in reading.rows) for axis in range(len(reading.headers)))
    return widths == layout


def _joined(readings: tuple[Reading, ...], sources: Sequence[SourceFile]) -> Reading:
    if len(readings) == 1:
        return readings[0]
    return pair(readings[0], readings[1], files=(sources[0].name, sources[1].name))


def _with_kept_counterpart(
    reading: Reading, source: SourceFile, top: Edition | None, layout: Layout
) -> Reading:
    """A workbook joined with the kept one of the same edition in the other language, if there is one.

    Labels in a new language match no member by themselves; by its place in the sheet each does.
    """
    if top is None or reading.form is not Form.CROSSTAB or len(reading.languages) != 1:
        return reading
    for kept in top.files.filter(form=Form.CROSSTAB):
        if kept.languages in reading.languages:
            return reading
        other = _reading(kept.storage_name, kept.name, layout)
        try:
            return replace(pair(reading, other, files=(source.name, kept.name)), languages=reading.languages)
        except Refused:
            continue
    return reading


def _in_order_of(dataset: Dataset, reading: Reading) -> Reading:
    """The reading with its dimensions in the dataset's order, by the headers of a file that names them.

    Refused where it has another number of dimensions.
    """
    slugs = list(dataset.dimensions.order_by("axis").values_list("slug", flat=True))
    if len(reading.headers) != len(slugs):
        raise refuse(
            "screen.not-this-table",
            f"the file has {len(reading.headers)} dimensions; "
            f"{dataset.slug!r} has {len(slugs)}: {', '.join(slugs)}",
        )
    order = _order(dataset.slug, slugs, reading)
    if order == list(range(len(slugs))):
        return reading
    rows = tuple(replace(row, path=tuple(row.path[i] for i in order)) for row in reading.rows)
    return replace(reading, headers=tuple(reading.headers[i] for i in order), rows=rows)


def _order(dataset_slug: str, slugs: list[str], reading: Reading) -> list[int]:
    natural = list(range(len(slugs)))
    spec = catalogue().get(dataset_slug)
    if spec is None:
        return natural
    order = []
    for slug in slugs:
        called = spec.dimension(slug).is_called
        fitting = [i for i, h in enumerate(reading.headers) if any(called(n) for n in (h.en, h.fr) if n)]
        if len(fitting) != 1:
            return natural
        order.append(fitting[0])
    return order if sorted(order) == natural else natural
