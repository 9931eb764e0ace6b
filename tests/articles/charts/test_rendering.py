"""What holds for every chart: it is well formed, named, escaped, repeatable, and stays inside its picture."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.charts import (
    Bar,
    BarChart,
    Line,
    LineChart,
    Point,
    Theme,
    Tile,
    TileMap,
    render,
    render_responsive,
)
from articles.charts.frame import SIZE
from articles.charts.text import BOLD, width_of
from stats.periods import month, span
from stats.values import Status
from tests.articles.charts.charts import ALL, BARS, HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = st.text(st.characters(), max_size=60)
NUMBERS = st.one_of(st.none(), st.integers(-(10**7), 10**7), st.floats(-100, 100))


@st.composite
def bars(draw):
    number = draw(NUMBERS)
    status = (
        Status.NORMAL if number is not None else draw(st.sampled_from([Status.SUPPRESSED, Status.MISSING]))
    )
    low, high = (1, 4) if number is None else (number - 2, number + 2)
    return Bar(
        draw(TEXTS),
        number,
        draw(st.text(max_size=12)),
        low,
        high,
        status,
        draw(st.booleans()),
        draw(TEXTS),
        draw(st.sampled_from([None, True, False])),
    )


BAR_CHARTS = st.builds(
    BarChart,
    TEXTS,
    TEXTS,
    st.lists(bars(), max_size=12).map(tuple),
    TEXTS,
    st.sampled_from(["en", "fr"]),
    TEXTS,
)


@st.composite
def line_charts(draw):
    periods = tuple(span(month(2019, 11), month(2019, 11).shifted(draw(st.integers(0, 40)))))
    points = st.one_of(
        st.none(),
        st.builds(lambda n: Point(n, str(n), low=n - 2, high=n + 2), st.integers(-100, 10**6)),
        st.just(Point(None, "--", Status.SUPPRESSED, 1, 4)),
        st.just(Point(None, "..", Status.MISSING)),
    )
    lines = st.builds(Line, TEXTS, st.lists(points, min_size=len(periods), max_size=len(periods)).map(tuple))
    return LineChart(
        draw(TEXTS),
        draw(TEXTS),
        tuple(draw(st.lists(lines, min_size=1, max_size=5))),
        periods,
        from_zero=draw(st.booleans()),
    )


@given(
    chart=st.one_of(BAR_CHARTS, line_charts()),
    width=st.sampled_from([280, 360, 720]),
    theme=st.sampled_from(Theme),
)
def test_any_chart_is_well_formed_and_repeatable(chart, width, theme):
    svg = render(chart, width=width, theme=theme, standalone=theme is Theme.LITERAL)
    ElementTree.fromstring(svg)
    assert svg == render(chart, width=width, theme=theme, standalone=theme is Theme.LITERAL)


@given(chart=BAR_CHARTS, width=st.sampled_from([280, 360, 720]))
def test_every_bar_and_value_lies_inside_the_picture(chart, width):
    root = ElementTree.fromstring(render(chart, width=width))
    height = float(root.get("height"))
    for rect in root.findall(f"{SVG}g/{SVG}rect"):
        x, y, w, h = (float(rect.get(key)) for key in ("x", "y", "width", "height"))
        assert 0 <= x <= x + w <= width
        assert 0 <= y <= y + h <= height
    for text in root.findall(f"{SVG}g[@class='chart-value']/{SVG}text"):
        bold = BOLD if text.get("font-weight") else 1
        room = width_of(text.text or "", SIZE) * bold
        x = float(text.get("x"))
        assert (x - room >= -2) if text.get("text-anchor") else (x + room <= width + 2)


@given(chart=line_charts(), width=st.sampled_from([280, 360, 720]))
def test_every_line_stays_inside_the_picture(chart, width):
    root = ElementTree.fromstring(render(chart, width=width))
    height = float(root.get("height"))
    for path in root.findall(f"{SVG}g[@stroke-linejoin]/{SVG}path"):
        for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", path.get("d")):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


@pytest.mark.parametrize("width", [360, 720])
def test_hostile_text_stays_text(width):
    chart = BarChart(HOSTILE, HOSTILE, (Bar(HOSTILE, 5, HOSTILE, note=HOSTILE),), HOSTILE, source=HOSTILE)
    tiles = TileMap(HOSTILE, HOSTILE, (Tile("ON", HOSTILE, 5, HOSTILE),), HOSTILE)
    lines = LineChart(HOSTILE, HOSTILE, (Line(HOSTILE, (Point(5, HOSTILE),)),), (month(2021, 1),), HOSTILE)
    for it in (chart, tiles, lines):
        svg = render(it, width=width, standalone=True)
        root = ElementTree.fromstring(svg)
        assert "<script" not in svg
        assert not [e for e in root.iter() if e.tag.endswith("script")]


@pytest.mark.parametrize("name", ALL)
def test_the_chart_has_an_accessible_name_and_unique_ids(name):
    html = render_responsive(ALL[name], id_prefix="one") + render_responsive(ALL[name], id_prefix="two")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    root = ElementTree.fromstring(render(ALL[name], id_prefix="x"))
    assert root.get("role") == "img"
    labelled = root.get("aria-labelledby").split()
    assert labelled[0] == "x-title"
    assert {e.get("id") for e in root.iter() if e.get("id")} >= set(labelled)
    assert root.find(f"{SVG}title").text == ALL[name].title


@pytest.mark.parametrize("name", ALL)
def test_the_policy_on_styles_is_kept(name):
    page, literal = render(ALL[name]), render(ALL[name], theme=Theme.LITERAL)
    assert " style=" not in page + literal
    assert "<style" not in page + literal
    assert "var(" in page
    assert "var(" not in literal


def test_a_file_of_its_own_carries_title_unit_and_source():
    texts = "".join(ElementTree.fromstring(render(BARS, standalone=True)).itertext())
    assert texts.count(BARS.title) == 2
    assert BARS.unit in texts
    assert BARS.source in texts
    assert BARS.source not in render(BARS)


def test_no_figures_no_failure():
    ElementTree.fromstring(render(BarChart("t", "", ())))
    ElementTree.fromstring(render(TileMap("t", "", ())))
    empty = LineChart("t", "", (Line("a", (None,)),), (month(2021, 1),))
    ElementTree.fromstring(render(empty))


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match=r"id_prefix '\"><x': a letter"):
        render(BARS, id_prefix='"><x')
    with pytest.raises(ValueError, match="width 20: at least 200"):
        render(BARS, width=20)
    with pytest.raises(ValueError, match="'XX' is no province or territory"):
        Tile("XX", "", 1, "1")
    lines = ALL["lines"]
    with pytest.raises(ValueError, match="6 lines: 1 to 5 are expected"):
        replace(lines, lines=lines.lines[:1] * 6)
    with pytest.raises(ValueError, match=r"line 'a' has 1 points: 6 are expected"):
        replace(lines, lines=(Line("a", (None,)),))
