from dataclasses import replace

from hypothesis import given

from articles.counterparts.beginning import begun
from articles.counterparts.pairs import has_words, pairs
from articles.counterparts.parity import OF_FIGURES, parity
from articles.document.line import line_markup
from articles.document.nodes import Binding
from articles.document.parse import parse
from articles.document.serialise import serialise
from articles.document.walk import tag_of
from articles.document.words import Words
from tests.articles.articles import binding, embed
from tests.articles.counterparts.texts import ENGLISH, LATER, OF_QUEBEC, PERMITS
from tests.articles.document.documents import DOCUMENTS


def as_it_is(figure: Binding) -> Binding:
    return figure


def test_the_structure_and_the_figures_stay_and_the_words_go():
    found = begun(ENGLISH, as_it_is)
    assert found.body == parse(
        f"<h2></h2><p>{binding(PERMITS)} <strong>{binding(OF_QUEBEC)}</strong></p>"
        f"<ul><li><p></p></li><li><p>{binding(LATER, 'about')}</p></li></ul>"
        f"<blockquote><p></p></blockquote><hr>{embed()}"
    )
    assert [line_markup(line) != "" for line in found.lines.values()] == [True, False, False, False]
    assert found.lines["title"].inlines == (ENGLISH.lines["title"].inlines[1],)


def test_figures_are_carried_over_as_told():
    found = begun(ENGLISH, lambda figure: replace(figure, wording="nearly"))
    assert {node.wording for _, node in found.figures() if isinstance(node, Binding)} == {"nearly"}


@given(DOCUMENTS)
def test_of_any_text_what_is_begun_has_its_figures_and_blocks_and_can_be_stored(body):
    whole = Words({}, body)
    found = begun(whole, as_it_is)
    assert parse(serialise(found.body)) == found.body
    assert [tag_of(block) for block in found.body.blocks] == [tag_of(block) for block in body.blocks]
    asked, carried = ([(type(node), node.question) for _, node in text.figures()] for text in (whole, found))
    assert asked == carried
    assert not [one for one in parity(whole, found) if one.lack in OF_FIGURES]
    assert not [pair for pair in pairs(found.body, found.body) if pair.here and has_words(pair.here)]
