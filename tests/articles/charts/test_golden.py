"""Whole charts against files that can be looked at; `STET_GOLDEN=write` writes them anew, for a diff."""

import os
from pathlib import Path

import pytest

from articles.charts import Theme, render
from tests.articles.charts.charts import ALL

GOLDEN = Path(__file__).parent / "golden"
VARIANTS = {
    "wide": {"width": 720},
    "narrow": {"width": 360},
    "alone": {"width": 720, "theme": Theme.LITERAL, "standalone": True},
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", ALL)
def test_chart_is_the_one_that_was_looked_at(name, variant):
    svg = render(ALL[name], id_prefix=name, **VARIANTS[variant]).replace("><", ">\n<") + "\n"
    file = GOLDEN / f"{name}-{variant}.svg"
    if os.environ.get("STET_GOLDEN") == "write":
        file.write_text(svg, encoding="utf-8")
    assert svg == file.read_text(encoding="utf-8")
