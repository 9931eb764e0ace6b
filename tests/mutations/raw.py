"""Damage to bytes: cut, flipped, put into another encoding, written with another delimiter."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

from stats.readers.reading import Form
from tests.mutations.grid import Grid


def bytes_cut(grid: Grid, random: Random) -> bytes:
    data = grid.path.read_bytes()
    return data[: random.randrange(1, len(data))]


def bytes_flipped(grid: Grid, random: Random) -> bytes:
    data = bytearray(grid.path.read_bytes())
    for _ in range(random.randrange(1, 20)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def bytes_zeroed(grid: Grid, random: Random) -> bytes:
    data = bytearray(grid.path.read_bytes())
    first = random.randrange(len(data) - 1)
    data[first : first + 512] = bytes(len(data[first : first + 512]))
    return bytes(data)


def digit_in_the_markup(grid: Grid, random: Random) -> bytes | None:
    """A digit of a figure changed in the XML of a workbook that is otherwise whole."""
    if grid.form is not Form.CROSSTAB or grid.path.stat().st_size > 1_000_000:
        return None
    with zipfile.ZipFile(grid.path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(n for n in parts if re.fullmatch(r"xl/worksheets/sheet\d*\.xml", n))
    found = list(re.finditer(rb"<(?:v|t)[^>]*>([\d,]+)</", parts[name]))
    if not found:
        return None
    at = random.choice(range(*random.choice(found).span(1)))
    digit = str(random.randrange(10)).encode()
    parts[name] = parts[name][:at] + digit + parts[name][at + 1 :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return out.getvalue()


def another_delimiter(grid: Grid, random: Random) -> bytes:
    return grid.as_bytes(by=random.choice([";", ",", "\t", "|"]))


def delimiter_lost(grid: Grid, random: Random) -> bytes | None:
    if grid.form is Form.CROSSTAB:
        return None
    lines = grid.as_bytes().split(b"\n")
    row = random.choice(grid.lines)
    by = grid.by.encode()
    parts = lines[row].split(by)
    at = random.randrange(1, len(parts))
    lines[row] = by.join([*parts[: at - 1], parts[at - 1] + parts[at], *parts[at + 1 :]])
    return b"\n".join(lines)


def another_encoding(grid: Grid, random: Random) -> bytes:
    return grid.as_bytes(
        encoding=random.choice(["cp1252", "utf-16", "utf-8-sig", "latin-1", "ascii", "utf-7"])
    )


def encoded_twice(grid: Grid, random: Random) -> bytes:
    return grid.as_bytes().decode("cp1252", errors="replace").encode()


def line_ends(grid: Grid, random: Random) -> bytes:
    return grid.as_bytes().replace(b"\r\n", random.choice([b"\n", b"\r", b"\r\r\n"]))
