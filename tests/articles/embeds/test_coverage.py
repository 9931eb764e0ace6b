"""What the rows of a ranking hold of the whole: by its bounds, and of which whole."""

from dataclasses import replace

import pytest

from articles.embeds.coverage import coverage_text
from stats.questions import parse
from stats.values import MISSING, Bounds, Status, Value
from tests.articles.embeds.answers import RANKING, ranking_answer


def held(number, low, high, **changed):
    bounds = Bounds(low, high)
    return replace(ranking_answer(), coverage=Value(number, Status.NORMAL, bounds, bounds), **changed)


@pytest.mark.parametrize(
    ("answer", "english", "french"),
    [
        (held(0.08, 0.0799, 0.0801), "hold 8.0% of", "réunissent 8,0 % de"),
        (held(0.08, 0.077, 0.083), "hold about 8% of", "réunissent environ 8 % de"),
        (held(0.08, 0.04, 0.2), "hold between 4% and 20% of", "réunissent entre 4 % et 20 % de"),
    ],
)
def test_no_digit_is_said_that_the_bounds_do_not_support(answer, english, french):
    assert coverage_text(answer, "en") == (
        f"These five {english} all permits (Ontario), those that are not ranked included."
    )
    assert coverage_text(answer, "fr").replace("\N{NO-BREAK SPACE}", " ") == (
        f"Ces cinq rangs {french} l’ensemble des permis (Ontario), y compris ce qui n’est pas classé."
    )


def test_nothing_is_said_where_it_is_not_known_or_everything_is_listed():
    assert coverage_text(ranking_answer(), "en") == ""
    assert coverage_text(replace(ranking_answer(), coverage=MISSING), "en") == ""
    assert coverage_text(held(1, 1, 1, count=5, left_out=()), "en") == ""
    assert coverage_text(held(0.9, 0.9, 0.9, count=5), "en") != ""


def test_one_row_is_the_first():
    one = held(0.5, 0.5, 0.5, rows=ranking_answer().rows[:1], left_out=())
    assert coverage_text(one, "en") == "The first holds 50% of all permits (Ontario)."


def test_parts_of_a_group_share_that_group_and_not_everything():
    answer = held(0.5, 0.5, 0.5, left_out=())
    question = parse(RANKING | {"where": {"occupation": "63"}})
    answer = replace(answer, about=replace(answer.about, question=question, where=()))
    assert coverage_text(answer, "en") == "These five hold 50% of the whole that they are part of."
