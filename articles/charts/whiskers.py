"""A thin line across the end of a bar, from the lowest to the highest that its figure can stand for."""

from __future__ import annotations

from articles.charts.frame import Frame
from articles.charts.scale import Scale
from articles.charts.svg import Markup, digits, tag

LEAST = 3
"""Bounds closer together than this on screen are not drawn."""


def whisker_path(low: float | None, high: float | None, y: float, scale: Scale) -> str:
    """The line with its two ends; empty where there is nothing to see."""
    if low is None or high is None or scale(high) - scale(low) < LEAST:
        return ""
    start, end = digits(scale(low)), digits(scale(high))
    return f"M{start} {digits(y - 4)}v8M{start} {digits(y)}H{end}M{end} {digits(y - 4)}v8"


def whisker(low: float | None, high: float | None, y: float, scale: Scale, frame: Frame) -> Markup:
    """The line drawn; nothing where there is nothing to see."""
    drawn = whisker_path(low, high, y, scale)
    if not drawn:
        return Markup()
    return tag("path", d=drawn, stroke=frame.palette.ink, fill="none", class_="chart-whisker")
