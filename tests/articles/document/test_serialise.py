from hypothesis import given

from articles.document.parse import parse
from articles.document.serialise import serialise
from tests.articles.document.documents import DOCUMENTS


@given(DOCUMENTS)
def test_parsing_what_was_serialised_gives_the_same_text(document):
    assert parse(serialise(document)) == document


@given(DOCUMENTS)
def test_serialising_is_stable(document):
    once = serialise(document)
    assert serialise(parse(once)) == once
