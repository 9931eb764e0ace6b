"""What all charts share: the outer element and its accessible name; heading and source if it stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from articles.charts.svg import Markup, tag
from articles.charts.text import BOLD, wrapped
from articles.charts.theme import Palette
from stats.labels import Language

NARROW = 480
"""Below this width, labels stand above what they label."""
SIZE = 15
"""The font size of labels and values."""
SMALL = 13
"""The font size of axes and notes."""
MARGIN = 20
"""Around a chart that stands alone."""
LEADING = 18
"""From one line of text to the next."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart is drawn: its width, its colours, the beginning of its ids, whether it stands alone."""

    width: int
    palette: Palette
    id_prefix: str = "chart"
    standalone: bool = False

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    def framed(
        self,
        body: Markup,
        *,
        height: float,
        title: str,
        description: str,
        unit: str,
        source: str,
        language: Language,
    ) -> Markup:
        """The whole chart, named by `title` and described by `description`."""
        above, top = self._heading(title, unit) if self.standalone else (Markup(), 0.0)
        below, bottom = self._source(source, top + height) if self.standalone and source else (Markup(), 0.0)
        margin = MARGIN if self.standalone else 0
        width, height = self.width + 2 * margin, round(top + height + bottom) + 2 * margin
        names = (f"{self.id_prefix}-title", f"{self.id_prefix}-desc")
        return tag(
            "svg",
            tag("title", title, id=names[0]),
            tag("desc", description, id=names[1]) if description else Markup(),
            tag("rect", x=-margin, y=-margin, width=width, height=height, fill=self.palette.ground)
            if self.palette.paint_ground
            else Markup(),
            above,
            tag("g", body, transform=f"translate(0 {top:.0f})") if top else body,
            below,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"{-margin} {-margin} {width} {height}",
            width=width,
            height=height,
            role="img",
            aria_labelledby=" ".join(names) if description else names[0],
            lang=language,
            class_="chart-svg",
            font_family=self.palette.face,
            font_size=SIZE,
            fill=self.palette.ink,
        )

    def _heading(self, title: str, unit: str) -> tuple[Markup, float]:
        lines = wrapped(title, self.width / BOLD - 8, 20, 3)
        heading = text_lines(lines, x=0, y=24, leading=24, font_size=20, font_weight="bold")
        y = 24.0 * len(lines) + 20
        if not unit:
            return heading, y - 4
        return Markup(heading + tag("text", unit, x=0, y=y, font_size=SMALL, fill=self.palette.muted)), y + 16

    def _source(self, source: str, y: float) -> tuple[Markup, float]:
        lines = wrapped(source, self.width - 8, SMALL, 3)
        text = text_lines(lines, x=0, y=y + 20, leading=17, font_size=SMALL, fill=self.palette.muted)
        return text, 17.0 * len(lines) + 16


def text_lines(
    lines: tuple[str, ...], *, x: float, y: float, leading: float = LEADING, **attributes: str | float | None
) -> Markup:
    """Lines of text under one another, the first one's baseline at `y`."""
    if len(lines) == 1:
        return tag("text", lines[0], x=x, y=y, **attributes)
    spans = (tag("tspan", line, x=x, dy=leading if n else None) for n, line in enumerate(lines))
    return tag("text", *spans, y=y, **attributes)
