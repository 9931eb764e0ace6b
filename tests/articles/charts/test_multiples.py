"""Small multiples: panels on one scale."""

import re

import pytest

from articles.charts import SmallMultiples, render
from tests.articles.charts.charts import LINES, YEARS

CHART = SmallMultiples("t", "", LINES.lines, YEARS)


def test_every_line_has_its_name_and_its_last_figure():
    svg = render(CHART)
    assert ">Ontario</text>" in svg
    assert ">800</text>" in svg
    assert ">15</text>" in svg


def test_one_scale_holds_for_all_and_is_printed_once():
    svg = render(CHART)
    assert len(re.findall(r">2,000</text>", svg)) == 1


def test_a_narrow_picture_has_two_panels_in_a_row():
    three = SmallMultiples("t", "", LINES.lines * 2, YEARS)
    heights = [float(re.search(r'height="(\d+)"', render(three, width=width))[1]) for width in (720, 360)]
    assert heights[1] > 1.5 * heights[0]


def test_no_lines_at_all_are_refused():
    with pytest.raises(ValueError, match="1 to 16"):
        SmallMultiples("t", "", (), YEARS)
