"""Colours and type of charts: by CSS variables on pages, literal where there is no style sheet.

On a page the variables of `chart.css` follow light, dark and print; what follows the comma is used where the
style sheet is absent. PNG renderers and downloaded files know no variables and get literal colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FACE = "'Source Sans 3','Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """What each part of a chart is painted with."""

    ink: str
    muted: str
    rule: str
    ground: str
    bar: str
    lines: tuple[str, ...]
    steps: tuple[str, ...]
    """Shades of a map, faintest first."""
    step_inks: tuple[str, ...]
    """The text colour on each shade."""
    face: str
    paint_ground: bool = False
    """Whether a background is drawn, for pictures that stand alone."""


LINES = ("#1f5a85", "#b3471d", "#3f7036", "#7a4a8c", "#7d6000")
STEPS = ("#e3ecf3", "#b7cfe0", "#7fa9c6", "#3f79a3", "#1a4a6e")
STEP_INKS = ("#1a1a1a", "#1a1a1a", "#1a1a1a", "#ffffff", "#ffffff")


def _variables(name: str, colours: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"var(--chart-{name}{n},{colour})" for n, colour in enumerate(colours, 1))


class Theme(Enum):
    """Where a chart is shown."""

    PAGE = Palette(
        ink="var(--chart-ink,currentColor)",
        muted="var(--chart-muted,currentColor)",
        rule="var(--chart-rule,#d5d5d0)",
        ground="var(--chart-ground,#ffffff)",
        bar="var(--chart-bar,#6f8fa8)",
        lines=_variables("", LINES),
        steps=_variables("step-", STEPS),
        step_inks=_variables("step-ink-", STEP_INKS),
        face=f"var(--chart-face,{FACE})",
    )
    """In a page with `chart.css`."""
    LITERAL = Palette(
        ink="#1a1a1a",
        muted="#595959",
        rule="#d5d5d0",
        ground="#ffffff",
        bar="#6f8fa8",
        lines=LINES,
        steps=STEPS,
        step_inks=STEP_INKS,
        face=FACE,
        paint_ground=True,
    )
    """In a file of its own: a download, or the source of a PNG."""
