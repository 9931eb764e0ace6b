"""How places moved, in words: only in a direction, and by as many places, that the bounds make sure."""

from dataclasses import replace

import pytest

from articles.embeds.movement import move, move_heading
from articles.embeds.ranking import Ranking
from stats.answers import Comparison, Movement
from stats.periods import year
from stats.questions import parse
from stats.values import MISSING, Bounds, Status, Value
from tests.articles.embeds.answers import RANKING, block, ranking_answer, whole

MOVING = RANKING | {"against": {"period": "year_before"}}


def value(number, low, high):
    bounds = Bounds(low, high)
    return Value(number, Status.SUPPRESSED if number is None else Status.NORMAL, bounds, bounds)


def moved(gained, before=None):
    return Movement(value(5, 4, 6) if before is None else before, value(3, 2, 4), gained)


def moving(*moves, edition=2, at=2020):
    """The ranking of the other tests, whose first rows have moved."""
    answer = ranking_answer()
    compared = replace(answer.about.edition, number=edition)
    periods = (whole(year(at)) if at else None,)
    about = replace(
        answer.about, question=parse(MOVING), comparison=Comparison((), periods, edition=compared)
    )
    rows = tuple(replace(row, movement=one) for row, one in zip(answer.rows, moves, strict=False))
    return replace(answer, about=about, rows=rows)


@pytest.mark.parametrize(
    ("gained", "english", "french", "spoken"),
    [
        (value(2, 2, 2), "up 2", "gagne 2", "up 2 places"),
        (value(-1, -1, -1), "down 1", "perd 1", "down 1 place"),
        (value(2, 1, 3), "up 1–3", "gagne 1–3", "up 1 to 3 places"),
        (value(None, -4, -2), "down 2–4", "perd 2–4", "down 2 to 4 places"),
        (value(0, 0, 0), "–", "–", "same place"),
        (value(2, -1, 3), "open", "incertain", "open: at worst down 1 place, at best up 3 places"),
        (value(0, 0, 2), "open", "incertain", "open: at worst same place, at best up 2 places"),
        (MISSING, "..", "..", "no earlier rank"),
    ],
)
def test_only_what_is_sure_is_said(gained, english, french, spoken):
    about = moving().about
    found = move(moved(gained), about, "en")
    assert (found.text, found.spoken) == (english, spoken)
    assert move(moved(gained), about, "fr").text == french


def test_new_is_what_an_older_edition_does_not_know_and_nothing_else():
    unknown = moved(MISSING, before=MISSING)
    assert move(unknown, moving(edition=1).about, "en").text == "new"
    assert move(unknown, moving(edition=1).about, "fr").spoken == "nouvelle entrée, sans rang auparavant"
    assert move(unknown, moving(edition=2).about, "en").text == ".."
    assert move(unknown, moving(edition=1, at=None).about, "en").text == ".."


def test_the_heading_names_what_places_are_compared_with():
    answer = moving(moved(value(2, 2, 2)))
    assert move_heading(answer, "en") == "change in rank from 2020"
    assert move_heading(answer, "fr") == "variation du rang par rapport à : 2020"
    assert move_heading(moving(moved(value(2, 2, 2)), edition=1, at=2021), "en") == (
        "change in rank from edition 1"
    )
    assert move_heading(ranking_answer(), "en") == ""


def test_a_ranking_explains_open_moves_and_shows_none_where_nothing_is_compared():
    answer = moving(moved(value(2, -1, 3)), moved(value(2, 2, 2)))
    view = Ranking().view(answer, block(MOVING, "ranking"), "en")
    assert [row.move.text for row in view.rows] == ["open", "up 2"]
    assert view.open_moves.startswith("Open: the figures do not settle")
    plain = Ranking().view(ranking_answer(), block(RANKING, "ranking"), "en")
    assert (plain.move_heading, plain.open_moves, plain.rows[0].move) == ("", "", None)
