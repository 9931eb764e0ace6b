"""Groups of bars: what is drawn of each."""

from articles.charts import Theme, render
from tests.articles.charts.charts import GROUPS


def test_every_bar_has_its_name_and_its_figure():
    svg = render(GROUPS)
    for group in GROUPS.groups:
        assert f">{group.label}</text>" in svg
        for bar in group.bars:
            assert f">{bar.label}</text>" in svg
            assert f">{bar.text}</text>" in svg


def test_only_what_stands_out_is_strong():
    strong = f'fill="{Theme.LITERAL.value.lines[0]}"'
    assert strong not in render(GROUPS, theme=Theme.LITERAL)
    plain = type(GROUPS)(GROUPS.title, "", GROUPS.groups[:1])
    assert render(plain, theme=Theme.LITERAL).count(strong) == 1


def test_hidden_bars_are_hatched_and_bounds_drawn():
    svg = render(GROUPS)
    assert svg.count('fill="url(#chart-hatch)"') == 1
    assert svg.count("chart-whisker") == 2
