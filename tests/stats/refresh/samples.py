"""Sample files as a portal publishes them: one table in two states, and a pair of workbooks."""

from __future__ import annotations

from functools import cache

from stats.sample import SampleFile, editions

CSV = "ODP-TR-Work-IMP-CITZ.csv"


@cache
def permits(*, until_may: bool = False) -> bytes:
    """Permits by citizenship, up to June 2024 or as they stood a month before."""
    data = _files("imp-citizenship")[0].data
    if not until_may:
        return data
    lines = data.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"2024\tQ2\tJun\t"))


@cache
def students() -> tuple[SampleFile, SampleFile]:
    """Study permit holders by citizenship: the English and the French workbook."""
    english, french = _files("study-citizenship")
    return english, french


def _files(dataset: str) -> tuple[SampleFile, ...]:
    return next(edition for edition in editions() if edition.dataset == dataset).files
