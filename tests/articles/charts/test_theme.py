"""Contrast, as WCAG measures it, of both palettes of the style sheet and of the literal one."""

import re
from pathlib import Path

import pytest

from articles.charts.theme import Theme

CSS = (Path(__file__).parents[3] / "articles/static/articles/chart.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--chart-([\w-]+): (#[0-9a-f]{6})", part)) for part in CSS.split("@media screen", 1)
)


def luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_lines_and_bars_stand_out(palette):
    ground = palette["ground"]
    for name in ("ink", "muted", "1", "2", "3", "4", "5"):
        assert contrast(palette[name], ground) >= 4.5, name
    assert contrast(palette["bar"], ground) >= 3
    for n in range(1, 6):
        assert contrast(palette[f"step-{n}"], palette[f"step-ink-{n}"]) >= 4.5, n


def test_both_palettes_have_the_same_colours():
    assert set(LIGHT) == set(DARK)


def test_literal_colours_are_those_of_light():
    literal = Theme.LITERAL.value
    assert literal.lines == tuple(LIGHT[str(n)] for n in range(1, 6))
    assert literal.steps == tuple(LIGHT[f"step-{n}"] for n in range(1, 6))
    assert literal.step_inks == tuple(LIGHT[f"step-ink-{n}"] for n in range(1, 6))
    assert (literal.ink, literal.muted, literal.bar) == (LIGHT["ink"], LIGHT["muted"], LIGHT["bar"])


def test_the_page_refers_only_to_variables_that_the_style_sheet_sets():
    palette = Theme.PAGE.value
    colours = (palette.ink, palette.muted, palette.rule, palette.ground, palette.bar)
    used = " ".join((*colours, *palette.lines, *palette.steps, *palette.step_inks))
    assert set(re.findall(r"--chart-([\w-]+)", used)) == set(LIGHT)
