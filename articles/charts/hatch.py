"""The hatching of what is suppressed: a mark with an extent but without a number."""

from __future__ import annotations

from articles.charts.frame import Frame
from articles.charts.svg import Markup, tag


def hatching(frame: Frame) -> Markup:
    """The pattern's definition, once a chart."""
    return tag(
        "defs",
        tag(
            "pattern",
            tag("path", d="M0 0V6", stroke=frame.palette.muted, stroke_width=2),
            id=f"{frame.id_prefix}-hatch",
            width=4,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


def hatched(frame: Frame) -> str:
    """The paint that refers to the pattern."""
    return f"url(#{frame.id_prefix}-hatch)"
