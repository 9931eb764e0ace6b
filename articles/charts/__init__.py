"""Charts as SVG text, made on the server: quiet, readable without scripts, alike for alike input.

`render` draws one chart at one width; `render_responsive` draws a wide and a narrow one, of which the style
sheet shows the one that fits. Numbers arrive formatted: a chart never decides how precise a figure is.
"""

from articles.charts.bar import Bar, BarChart
from articles.charts.course import Line, Point
from articles.charts.grouped import Group, GroupedBars
from articles.charts.line import LineChart
from articles.charts.multiples import SmallMultiples
from articles.charts.rendering import Chart, render, render_responsive
from articles.charts.slope import Slope, SlopeChart, SlopeEnd
from articles.charts.stacked import Stack, StackedBars
from articles.charts.theme import Theme
from articles.charts.tile import PLACES, Tile, TileMap

__all__ = [
    "PLACES",
    "Bar",
    "BarChart",
    "Chart",
    "Group",
    "GroupedBars",
    "Line",
    "LineChart",
    "Point",
    "Slope",
    "SlopeChart",
    "SlopeEnd",
    "SmallMultiples",
    "Stack",
    "StackedBars",
    "Theme",
    "Tile",
    "TileMap",
    "render",
    "render_responsive",
]
