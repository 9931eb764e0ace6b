"""Stacks: parts one after another, with what they are called."""

import re

import pytest

from articles.charts import Bar, Stack, StackedBars, Theme, render
from tests.articles.charts.charts import STACKS


def test_parts_follow_one_another_without_a_gap():
    svg = render(StackedBars("t", "", (Stack("a", (Bar("x", 30, "30"), Bar("y", 70, "70"))),)))
    (x1, width1), (x2, _) = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="24"', svg)
    assert float(x2) == pytest.approx(float(x1) + float(width1), abs=0.2)


def test_every_part_says_what_it_is_even_where_its_figure_has_no_room():
    svg = render(STACKS)
    for stack in STACKS.stacks:
        for part in stack.parts:
            assert f"<title>{stack.label}, {part.label}: {part.text}</title>" in svg


def test_a_part_that_stands_out_alone_is_strong():
    parts = (Bar("x", 30, "30"), Bar("y", 70, "70", highlight=True), Bar("z", 10, "10"))
    svg = render(StackedBars("t", "", (Stack("a", parts),)), theme=Theme.LITERAL)
    strong = f'fill="{Theme.LITERAL.value.steps[-1]}"'
    assert svg.count(strong) == 2  # in the legend and in the bar


def test_stacks_of_unlike_parts_are_refused():
    with pytest.raises(ValueError, match="the same 1 to 5 parts"):
        StackedBars("t", "", (Stack("a", (Bar("x", 1, "1"),)), Stack("b", (Bar("y", 1, "1"),))))
