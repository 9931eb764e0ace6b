"""From a chart to its markup: one drawing function for each kind."""

from __future__ import annotations

import re

from articles.charts import bar, grouped, line, multiples, slope, stacked, tile
from articles.charts.frame import Frame
from articles.charts.svg import Markup, tag
from articles.charts.theme import Theme

Chart = (
    bar.BarChart
    | grouped.GroupedBars
    | stacked.StackedBars
    | line.LineChart
    | multiples.SmallMultiples
    | slope.SlopeChart
    | tile.TileMap
)

WIDE, SLIM = 720, 360
_ID = re.compile(r"[A-Za-z][\w-]*")


def render(
    chart: Chart,
    *,
    width: int = WIDE,
    theme: Theme = Theme.PAGE,
    id_prefix: str = "chart",
    standalone: bool = False,
) -> Markup:
    """The chart as an `<svg>` of that width.

    `id_prefix` begins all ids in it and must be unique on a page. `standalone` prints title, unit and source
    in the picture, for files that leave the page.
    """
    if not _ID.fullmatch(id_prefix):
        raise ValueError(f"id_prefix {id_prefix!r}: a letter, then letters, digits, - and _ are expected")
    if width < 200:
        raise ValueError(f"width {width!r}: at least 200 is expected")
    frame = Frame(width, theme.value, id_prefix, standalone)
    match chart:
        case bar.BarChart():
            return bar.draw(chart, frame)
        case grouped.GroupedBars():
            return grouped.draw(chart, frame)
        case stacked.StackedBars():
            return stacked.draw(chart, frame)
        case multiples.SmallMultiples():
            return multiples.draw(chart, frame)
        case slope.SlopeChart():
            return slope.draw(chart, frame)
        case line.LineChart():
            return line.draw(chart, frame)
        case tile.TileMap():
            return tile.draw(chart, frame)


def render_responsive(chart: Chart, *, id_prefix: str = "chart") -> Markup:
    """Both a wide and a narrow drawing; `chart.css` shows the one for which there is room."""
    wide = render(chart, width=WIDE, id_prefix=f"{id_prefix}-wide")
    narrow = render(chart, width=SLIM, id_prefix=f"{id_prefix}-narrow")
    return tag(
        "div",
        tag("div", wide, class_="chart-wide"),
        tag("div", narrow, class_="chart-narrow"),
        class_="chart",
    )
