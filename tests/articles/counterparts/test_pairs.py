from hypothesis import given

from articles.counterparts.pairs import pairs
from articles.document.parse import parse
from tests.articles.articles import binding, embed
from tests.articles.counterparts.texts import LATER, OF_QUEBEC, PERMITS
from tests.articles.document.documents import DOCUMENTS

A, B, C = (f"<p>word {binding(question)}</p>" for question in (PERMITS, OF_QUEBEC, LATER))


def places(here: str, there: str) -> list[tuple[str, str]]:
    return [
        (pair.here.place if pair.here else "", pair.there.place if pair.there else "")
        for pair in pairs(parse(here), parse(there))
    ]


def test_passages_with_the_same_figures_belong_together_wherever_they_have_moved():
    assert places(A + C, A + B + C) == [("p[1]", "p[1]"), ("", "p[2]"), ("p[2]", "p[3]")]


def test_passages_that_are_the_same_kind_of_thing_belong_together_where_figures_differ():
    here, there = f"<h2>One</h2>{A}{embed()}<p>x</p>", f"<h2>Un</h2>{B}{embed()}<p>y</p>"
    assert places(here, there) == [(place, place) for place in ("h2[1]", "p[1]", "figure[1]", "p[2]")]


def test_an_embed_never_belongs_to_a_paragraph():
    assert places(embed(), A) == [("figure[1]", ""), ("", "p[1]")]


def test_the_order_of_figures_in_a_sentence_is_the_business_of_its_language():
    swapped = (
        f"<p>{binding(PERMITS)} x {binding(LATER)}</p>",
        f"<p>{binding(LATER)} y {binding(PERMITS)}</p>",
    )
    assert places(f"<p>one</p>{swapped[0]}", swapped[1]) == [("p[1]", ""), ("p[2]", "p[1]")]


@given(DOCUMENTS, DOCUMENTS)
def test_every_passage_of_both_stands_in_exactly_one_pair(here, there):
    found = pairs(here, there)
    mine = [pair.here for pair in found if pair.here is not None]
    theirs = [pair.there for pair in found if pair.there is not None]
    assert mine == [pair.here for pair in pairs(here, here)]
    assert theirs == [pair.here for pair in pairs(there, there)]
    assert all(pair.here is not None or pair.there is not None for pair in found)
