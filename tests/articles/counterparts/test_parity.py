import pytest
from hypothesis import given

from articles.counterparts.parity import Difference, Lack, parity
from articles.counterparts.sentences import SENTENCES
from articles.document.words import Words
from tests.articles.articles import binding, embed
from tests.articles.counterparts.texts import LATER, OF_QUEBEC, PERMITS, ROSE, words
from tests.articles.document.documents import DOCUMENTS


def lacks(here: str, there: str) -> list[tuple[Lack, str, str]]:
    return [(one.lack, one.here, one.there) for one in parity(words(here), words(there))]


def p(*figures: str) -> str:
    return f"<p>word {' '.join(figures)}</p>"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (p(binding(PERMITS)), p(binding(PERMITS)), []),
        (p(binding(PERMITS)), p(), [(Lack.MISSING_THERE, "p[1]/data[1]", "")]),
        (p(), p(binding(PERMITS)), [(Lack.MISSING_HERE, "", "p[1]/data[1]")]),
        (p(binding(PERMITS)), p(binding(LATER)), [(Lack.OTHER_PERIOD, "p[1]/data[1]", "p[1]/data[1]")]),
        (p(binding(PERMITS)), p(binding(OF_QUEBEC)), [(Lack.OTHER_MEMBERS, "p[1]/data[1]", "p[1]/data[1]")]),
        (
            p(binding(PERMITS)),
            p(binding(PERMITS, "about")),
            [(Lack.OTHER_WORDING, "p[1]/data[1]", "p[1]/data[1]")],
        ),
        (
            p(binding(LATER)),
            p(binding(OF_QUEBEC)),
            [(Lack.MISSING_THERE, "p[1]/data[1]", ""), (Lack.MISSING_HERE, "", "p[1]/data[1]")],
        ),
        (
            embed(),
            embed(kind="bar"),
            [(Lack.MISSING_THERE, "figure[1]", ""), (Lack.MISSING_HERE, "", "figure[1]")],
        ),
        (embed(title="Places"), embed(), [(Lack.EMPTY_THERE, "figure[1]", "figure[1]")]),
        (embed(), embed(title="Places"), [(Lack.EMPTY_HERE, "figure[1]", "figure[1]")]),
        ("<p>Word</p>", "<p></p>", [(Lack.EMPTY_THERE, "p[1]", "p[1]")]),
        ("<h2></h2>", "<h2>Mot</h2>", [(Lack.EMPTY_HERE, "h2[1]", "h2[1]")]),
        ("<h2>One</h2><p>x</p>", "<p>x</p>", [(Lack.ONLY_HERE, "h2[1]", "")]),
        ("<p>x</p>", "<p>x</p><h3>Un</h3>", [(Lack.ONLY_THERE, "", "h3[1]")]),
        ("<p>x</p>", "<p>x</p><p></p>", []),
    ],
)
def test_what_differs_is_named_with_its_places(here, there, expected):
    assert lacks(here, there) == expected


def test_a_figure_may_be_said_more_than_once_and_elsewhere():
    here = words(p(binding(PERMITS)), title=f"Ontario {binding(PERMITS)}")
    there = words(p(binding(PERMITS, "about"), binding(PERMITS)), title="Ontario")
    assert parity(here, there) == ()


def test_the_number_of_a_french_verb_is_no_difference():
    assert lacks(p(binding(ROSE, "rose")), p(binding(ROSE, "rose_plural"))) == []
    assert lacks(p(binding(ROSE, "rose")), p(binding(ROSE, "rose_about_plural"))) == [
        (Lack.OTHER_WORDING, "p[1]/data[1]", "p[1]/data[1]")
    ]


def test_lines_are_compared_too():
    here = words("", title=f"Ontario {binding(PERMITS)}", summary="In short")
    there = words("", title=binding(PERMITS), standfirst="En bref")
    assert parity(here, there) == (
        Difference(Lack.EMPTY_THERE, "title", "title"),
        Difference(Lack.EMPTY_HERE, "standfirst", "standfirst"),
        Difference(Lack.EMPTY_THERE, "summary", "summary"),
    )


def test_what_stands_there_is_told_as_its_writer_saw_it():
    (found,) = parity(words(p(binding(PERMITS))), words(p()))
    assert found.what == "0"
    (found,) = parity(words(embed(title="Places")), words(""))
    assert found.what == "Places"


@given(DOCUMENTS)
def test_nothing_differs_from_itself(body):
    assert parity(Words({}, body), Words({}, body)) == ()


@given(DOCUMENTS, DOCUMENTS)
def test_every_figure_that_one_text_alone_has_is_told_from_either_side(one, other):
    def told(here, there, lacks):
        return sum(found.lack in lacks for found in parity(Words({}, here), Words({}, there)))

    near = {Lack.OTHER_PERIOD, Lack.OTHER_MEMBERS}
    assert told(one, other, near | {Lack.MISSING_THERE}) == told(other, one, near | {Lack.MISSING_HERE})


def test_every_difference_has_its_sentence_in_both_languages():
    assert set(SENTENCES) == set(Lack)
    assert all(label.en and label.fr for label in SENTENCES.values())
