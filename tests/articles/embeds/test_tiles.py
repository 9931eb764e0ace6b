from dataclasses import replace

import pytest

from articles.embeds.options import EmbedError
from articles.embeds.tiles import MapEmbed
from stats.answers import RankedRow
from stats.codebook import Member
from stats.labels import Label
from stats.values import Status
from tests.articles.embeds.answers import (
    HIDDEN,
    ONTARIO,
    QUEBEC,
    RANKING,
    block,
    normal,
    ranking_answer,
    stated,
)

BY_PROVINCE = RANKING | {"over": "province"}
NUNAVUT = Member(9, "NU", Label("Nunavut", "Nunavut"))
NOT_STATED = Member(8, "not-stated", Label("Not stated", "Non déclaré"))


def provinces(*rows):
    return replace(
        ranking_answer(),
        rows=tuple(RankedRow(n, False, member, figure, None) for n, (member, figure) in enumerate(rows, 1)),
    )


def test_places_become_tiles_and_all_stand_in_the_table():
    answer = provinces((ONTARIO, normal(2870)), (NOT_STATED, normal(50)), (NUNAVUT, HIDDEN))
    view = MapEmbed().view(answer, block(BY_PROVINCE, "map", options={"highlight": "ON"}), "en")
    first, last = view.chart.tiles
    assert (first.code, first.text, first.low, first.high, first.highlight) == (
        "ON",
        "2,870",
        2846,
        2894,
        True,
    )
    assert (last.code, last.text, last.spoken, last.status) == (
        "NU",
        "--",
        "1 to 4 (suppressed)",
        Status.SUPPRESSED,
    )
    assert len(view.table.rows) == 3


def test_what_is_no_province_is_refused():
    with pytest.raises(EmbedError, match="provinces and territories"):
        MapEmbed().view(provinces((NOT_STATED, normal(50))), block(BY_PROVINCE, "map"), "en")


def test_what_lies_below_zero_has_no_shade():
    with pytest.raises(EmbedError, match="below"):
        MapEmbed().view(provinces((ONTARIO, stated(-50))), block(BY_PROVINCE, "map"), "en")


def test_it_is_described_by_its_highest_and_lowest():
    answer = provinces((ONTARIO, normal(2870)), (QUEBEC, normal(1400)))
    view = MapEmbed().view(answer, block(BY_PROVINCE, "map"), "fr")
    assert view.chart.description.startswith("Carte de 2 provinces et territoires")
    assert "Maximum\N{NO-BREAK SPACE}: Ontario, 2\N{NO-BREAK SPACE}870." in view.chart.description
