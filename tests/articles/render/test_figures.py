"""Golden markup of embeds and numbers; `STET_GOLDEN=write` writes the files anew, for a diff."""

import os
from pathlib import Path

import pytest
from django.utils.translation import override

from articles.document.nodes import Binding
from articles.embeds.registry import embed_of
from articles.embeds.sentence import figure_view
from articles.errors import Problem
from articles.render.figures import gap, gap_in_sentence, render_embed, render_figure
from stats.questions import parse
from tests.articles.embeds.answers import (
    FIGURE,
    HIDDEN,
    RANKING,
    SERIES,
    TABLE,
    block,
    figure_answer,
    ranking_answer,
    ranking_that_moved,
    series_answer,
    table_answer,
    two_dimensions,
    two_years,
)

GOLDEN = Path(__file__).parent / "golden"
EMBEDS = {
    "ranking": (ranking_answer(), block(RANKING, "ranking", title="First & best", options={"bounds": True})),
    "ranking-moved": (ranking_that_moved(), block(RANKING, "ranking")),
    "table": (table_answer(), block(TABLE, "table", note="A note <by> the editor.")),
    "bar": (ranking_answer(), block(RANKING, "bar")),
    "grouped": (two_years(), block(TABLE, "grouped", description="Ontario grew.")),
    "stacked": (two_dimensions(), block(TABLE, "stacked", options={"size": "column"})),
    "slope": (two_years(), block(TABLE, "slope", options={"highlight": "ON"})),
    "multiples": (two_years(), block(TABLE, "multiples")),
    "key_figures": (two_years(), block(TABLE, "key_figures", options={"highlight": "ON"})),
    "line": (series_answer(), block(SERIES, "line")),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", EMBEDS)
def test_embed_is_the_one_that_was_looked_at(kind, language):
    answer, embed = EMBEDS[kind]
    with override(language):
        html = render_embed(embed_of(embed.kind).view(answer, embed, language), prefix="embed-1")
    found = "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n"
    file = GOLDEN / f"{kind}-{language}.html"
    if os.environ.get("STET_GOLDEN") == "write":
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_a_number_leads_to_its_note_and_keeps_its_plain_value():
    view = figure_view(figure_answer(), Binding(parse(FIGURE), "number"), "en")
    html = render_figure(view, number=1, note=2)
    assert html.startswith('<data class="figure" id="figure-1" value="145560"><a href="#note-2" title="')
    assert html.endswith(">145,560</a></data>")


def test_inside_a_link_it_is_no_second_link():
    view = figure_view(figure_answer(), Binding(parse(FIGURE), "number"), "en")
    assert "<a" not in render_figure(view, number=1, note=1, linked=False)


def test_a_figure_without_a_number_claims_no_value():
    view = figure_view(figure_answer(HIDDEN), Binding(parse(FIGURE), "number"), "en")
    html = render_figure(view, number=1, note=1)
    assert html.startswith('<span class="figure" id="figure-1">')
    assert "value" not in html


def test_gaps_escape_their_reasons():
    problem = Problem("p[1]", "'<script>' is not a member")
    for html in (gap(problem), gap_in_sentence(problem)):
        assert "<script>" not in html
        assert "&lt;script&gt;" in html
