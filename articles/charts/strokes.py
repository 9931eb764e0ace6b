"""How lines are told apart without colour: by their dashes and by the shape at their end."""

from __future__ import annotations

from articles.charts.svg import Markup, digits, tag

DASHES = (None, "7 3", "2 3", "10 3 2 3", "14 4")
"""Dash patterns in the order of lines."""
MOST = len(DASHES)
PARTIAL = "1 5"
"""The pattern of a step that ends in a partial period."""


def marker(index: int, x: float, y: float, *, stroke: str, fill: str) -> Markup:
    """The shape of a line: circle, square, triangle, diamond, cross."""
    left, top, bottom = x - 4, y - 4, y + 4
    paths = (
        "",
        f"M{digits(left)} {digits(top)}h8v8h-8z",
        f"M{digits(x)} {digits(y - 5)}L{digits(x + 5)} {digits(bottom)}H{digits(x - 5)}z",
        f"M{digits(x)} {digits(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
        f"M{digits(left)} {digits(top)}l8 8M{digits(left)} {digits(bottom)}l8 -8",
    )
    path = paths[index % MOST]
    if not path:
        return tag("circle", cx=x, cy=y, r=4, fill=fill, stroke=stroke)
    return tag("path", d=path, fill=fill, stroke=stroke, stroke_width=2 if index % MOST == 4 else None)
