"""A map of the provinces and territories as tiles of one size, each with its abbreviation and figure.

A drawn map gives most of its paper to Nunavut; tiles give each place the same. The abbreviations are those of
the post, which are alike in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from articles.charts.classes import class_of, classes
from articles.charts.frame import SIZE, SMALL, Frame
from articles.charts.hatch import hatched, hatching
from articles.charts.svg import Markup, joined, tag
from articles.charts.text import fitted, width_of
from articles.numbers.digits import EN_DASH, number, percent_sign
from stats.labels import Language
from stats.values import Status

PLACES = {
    "YT": (0, 0),
    "NT": (1, 0),
    "NU": (2, 0),
    "BC": (0, 1),
    "AB": (1, 1),
    "SK": (2, 1),
    "MB": (3, 1),
    "ON": (4, 1),
    "QC": (5, 1),
    "NL": (6, 1),
    "NB": (5, 2),
    "PE": (6, 2),
    "NS": (6, 3),
}
"""Column and row of each place."""
COLUMNS, ROWS = 7, 4
GAP = 4
LARGEST = 84
LEGEND_ROW = 20


@dataclass(frozen=True, slots=True)
class Tile:
    """A place by its postal abbreviation, with its full name and its figure."""

    code: str
    label: str
    number: float | None
    text: str
    low: float | None = None
    high: float | None = None
    status: Status = Status.NORMAL
    spoken: str = ""
    """What is said instead of the text where that is a sign."""
    highlight: bool = False

    def __post_init__(self) -> None:
        if self.code not in PLACES:
            raise ValueError(f"{self.code!r} is no province or territory: {', '.join(PLACES)} are expected")


@dataclass(frozen=True, slots=True)
class TileMap:
    """Tiles with a title and a description for those who do not see them."""

    title: str
    description: str
    tiles: tuple[Tile, ...]
    unit: str = ""
    language: Language = "en"
    source: str = ""


def draw(chart: TileMap, frame: Frame) -> Markup:
    """The map as SVG."""
    side = min(LARGEST, (frame.width + GAP) / COLUMNS - GAP)
    numbers = [tile.number for tile in chart.tiles if tile.number is not None]
    whole = all(float(n).is_integer() for n in numbers)
    limits = classes(max(numbers, default=1), count=len(frame.palette.steps), whole=whole)
    hidden = any(tile.status is Status.SUPPRESSED for tile in chart.tiles)
    body = joined(
        hatching(frame) if hidden else Markup(),
        *(_tile(tile, limits, side, frame) for tile in chart.tiles),
        _legend(chart, limits, side, frame),
    )
    return frame.framed(
        body,
        height=max(ROWS * (side + GAP), _legend_top(side) + LEGEND_ROW * (len(limits) - 1)),
        title=chart.title,
        description=chart.description,
        unit=chart.unit,
        source=chart.source,
        language=chart.language,
    )


def _tile(tile: Tile, limits: tuple[float, ...], side: float, frame: Frame) -> Markup:
    column, row = PLACES[tile.code]
    x, y = column * (side + GAP), row * (side + GAP)
    fill, ink, stroke = _paint(tile, limits, frame)
    return tag(
        "g",
        tag("title", f"{tile.label}: {tile.spoken or tile.text}"),
        tag("rect", x=x, y=y, width=side, height=side, fill=fill, stroke=stroke),
        _outline(x, y, side, frame) if tile.highlight else Markup(),
        *_backing(tile, x, y, side, frame),
        tag("text", tile.code, x=x + side / 2, y=y + side / 2 - 4, font_size=SMALL, font_weight="bold"),
        _figure(tile, x, y, side),
        fill=ink,
        text_anchor="middle",
    )


def _outline(x: float, y: float, side: float, frame: Frame) -> Markup:
    """What makes a tile stand out, inside its own edge."""
    inner = side - 4
    return tag(
        "rect",
        x=x + 2,
        y=y + 2,
        width=inner,
        height=inner,
        fill="none",
        stroke=frame.palette.ink,
        stroke_width=4,
    )


def _figure(tile: Tile, x: float, y: float, side: float) -> Markup:
    size = SIZE if side > 60 else 12
    if width_of(tile.text, size) > side - 4:
        size = 10
    return tag(
        "text",
        fitted(tile.text, side - 2, size),
        x=x + side / 2,
        y=y + side / 2 + 14,
        font_size=size,
        class_="chart-value",
    )


def _paint(tile: Tile, limits: tuple[float, ...], frame: Frame) -> tuple[str, str, str | None]:
    palette = frame.palette
    if tile.status is Status.SUPPRESSED:
        return hatched(frame), palette.ink, palette.muted
    if tile.number is None:
        return "none", palette.muted, palette.rule
    step = class_of(tile.number, limits)
    return palette.steps[step], palette.step_inks[step], None


def _backing(tile: Tile, x: float, y: float, side: float, frame: Frame) -> tuple[Markup, ...]:
    """A plain field under the text of a hatched tile."""
    if tile.status is not Status.SUPPRESSED:
        return ()
    return (tag("rect", x=x + 4, y=y + side / 2 - 18, width=side - 8, height=38, fill=frame.palette.ground),)


def _legend_top(side: float) -> float:
    return 2 * (side + GAP) + 10


def _legend(chart: TileMap, limits: tuple[float, ...], side: float, frame: Frame) -> Markup:
    """What the shades mean, in the corner that no province fills."""
    decimals = next(n for n in range(10) if all(abs(round(x, n) - x) < 1e-9 for x in limits))

    def shown(n: float) -> str:
        text = number(n, chart.language, decimals)
        return percent_sign(text, chart.language) if chart.unit == "%" else text

    top = _legend_top(side)
    rows = []
    for step, (low, high) in enumerate(pairwise(limits)):
        y = top + step * LEGEND_ROW
        rows += [
            tag("rect", x=0, y=y, width=14, height=14, fill=frame.palette.steps[step]),
            tag("text", f"{shown(low)}{EN_DASH}{shown(high)}", x=20, y=y + 12),
        ]
    return tag("g", *rows, font_size=SMALL, fill=frame.palette.muted, class_="chart-value")
