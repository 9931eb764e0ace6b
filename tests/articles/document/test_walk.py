from hypothesis import given

from articles.document.elements import Element, elements
from articles.document.nodes import Binding, EmbedBlock, Text
from articles.document.serialise import serialise
from articles.document.walk import figures, tag_of, walk
from tests.articles.document.documents import DOCUMENTS


def _paths(element: Element) -> list[str]:
    found = []
    for child in element.children:
        if isinstance(child, Element):
            found += [child.path, *_paths(child)]
    return found


@given(DOCUMENTS)
def test_paths_are_those_of_the_stored_markup(document):
    walked = [path for path, node in walk(document) if tag_of(node)]
    assert walked == _paths(elements(serialise(document)))


@given(DOCUMENTS)
def test_every_figure_is_found_once(document):
    found = list(figures(document))
    assert len({path for path, _ in found}) == len(found)
    assert [node for _, node in found] == [
        node for _, node in walk(document) if isinstance(node, Binding | EmbedBlock)
    ]
    assert not any(isinstance(node, Text) for _, node in found)
