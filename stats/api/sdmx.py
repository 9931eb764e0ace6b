"""Observations as SDMX-CSV 2.0, with the codes that the field has agreed on.

The columns are those of https://github.com/sdmx-twg/sdmx-csv: the structure, the dimensions, the measure, the
attributes. Codes: `_T` for totals; CL_FREQ; CL_OBS_STATUS (A normal, Q missing because suppressed, O missing,
M data cannot exist); CL_CONF_STATUS (F free, C confidential). Part of a year has a time range of its own
(`2024-01-01/P6M`), so that no tool takes it for the year.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from stats.labels import slug
from stats.periods import Frequency, Period
from stats.queries.observations import Observation
from stats.queries.published import Published
from stats.values import Bounds, Status

MEDIA_TYPE = "application/vnd.sdmx.data+csv;version=2.0.0"
AGENCY = "STET"
"""Who maintains the structures: they are this program's, not the publisher's."""

OBS_STATUS = {
    Status.NORMAL: "A",
    Status.SUPPRESSED: "Q",
    Status.MISSING: "O",
    Status.NOT_APPLICABLE: "M",
}
_FREQ = {
    Frequency.YEAR: "A",
    Frequency.YEAR_TO_DATE: "A",
    Frequency.QUARTER: "Q",
    Frequency.QUARTER_TO_DATE: "Q",
    Frequency.MONTH: "M",
}


def columns(dimensions: Iterable[str]) -> list[str]:
    """The header line of a dataset with dimensions of these slugs."""
    return [
        "STRUCTURE",
        "STRUCTURE_ID",
        "ACTION",
        "FREQ",
        *map(_id, dimensions),
        "TIME_PERIOD",
        "OBS_VALUE",
        "OBS_STATUS",
        "CONF_STATUS",
        "UNIT_MEASURE",
        "UNIT_MULT",
        "DECIMALS",
        "LOWER_BOUND",
        "UPPER_BOUND",
    ]


def text(of: Published, found: Sequence[tuple[Observation, Bounds | None]]) -> str:
    """A data message of observations with their hard bounds."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(columns(axis.slug for axis in of.axes))
    structure = ("dataflow", f"{AGENCY}:{_id(of.slug)}(1.0.0)", "I")
    unit = _id(slug(of.unit.en))
    for observation, bounds in found:
        period, status = Period.from_code(observation.period), Status(observation.status)
        writer.writerow(
            (
                *structure,
                _FREQ[period.frequency],
                *observation.codes,
                time_period(period),
                "" if observation.value is None else observation.value,
                OBS_STATUS[status],
                "C" if status is Status.SUPPRESSED else "F",
                unit,
                0,
                0,
                *(("", "") if bounds is None else (bounds.low, bounds.high)),
            )
        )
    return written.getvalue()


def time_period(period: Period) -> str:
    """A period in SDMX's words: those of this program, but for parts of a year or quarter."""
    if not period.frequency.partial:
        return str(period)
    return f"{period.first_month}-01/P{len(period.months)}M"


def _id(name: str) -> str:
    """A name as SDMX writes names of things: in capitals, with underscores."""
    return name.upper().replace("-", "_")
