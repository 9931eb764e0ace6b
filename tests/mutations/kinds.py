"""The kinds of damage, by family, under the names by which they are counted."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.mutations import cells, raw, shape, words
from tests.mutations.grid import Grid

Kind = Callable[[Grid, Random], Grid | bytes | None]
"""Gives a damaged copy, or None where a file has nothing to damage in that way."""

KINDS: tuple[Kind, ...] = (
    cells.cell_blanked,
    cells.digit_dropped,
    cells.zero_added,
    cells.digits_exchanged,
    cells.cells_exchanged,
    cells.off_base,
    cells.one_step,
    cells.negative,
    cells.unknown_mark,
    cells.hidden_as_zero,
    cells.number_hidden,
    cells.point_for_comma,
    cells.blank_for_comma,
    shape.row_moved_by_a_column,
    shape.table_moved_by_a_column,
    shape.column_moved_by_a_row,
    shape.column_blanked,
    shape.row_blanked,
    shape.row_doubled,
    shape.row_removed,
    shape.rows_removed,
    shape.end_cut_off,
    shape.rows_exchanged,
    shape.rows_in_another_order,
    shape.columns_exchanged,
    shape.columns_exchanged_with_headings,
    words.heading_blanked,
    words.heading_misspelt,
    words.heading_of_another_time,
    words.headings_exchanged,
    words.label_misspelt,
    words.label_blanked,
    words.labels_exchanged,
    words.language_of_a_row,
    words.languages_of_columns,
    words.months_in_the_other_language,
    words.title_changed,
    words.cut_off_changed,
    raw.bytes_cut,
    raw.bytes_flipped,
    raw.bytes_zeroed,
    raw.digit_in_the_markup,
    raw.another_delimiter,
    raw.delimiter_lost,
    raw.another_encoding,
    raw.encoded_twice,
    raw.line_ends,
)
