from __future__ import annotations

import pytest

from articles.document.parse import parse
from articles.document.passages import FIGURE, passages, place_of
from tests.articles.articles import binding, embed


def test_passages_are_the_blocks_that_hold_words_with_their_places():
    body = (
        f"<h2>One</h2><p>Two <strong>words</strong>, {binding()}<br>more</p>{embed()}"
        "<ul><li><p>Three</p></li></ul><blockquote><p>Four</p></blockquote>"
    )
    assert [(one.path, one.text, one.quoted) for one in passages(parse(body))] == [
        ("h2[1]", "One", False),
        ("p[1]", f"Two words, {FIGURE} more", False),
        ("ul[1]/li[1]/p[1]", "Three", False),
        ("blockquote[1]/p[1]", "Four", True),
    ]


@pytest.mark.parametrize(
    ("path", "quote", "place"),
    [
        ("p[2]", "same words", "p[2]"),
        ("p[3]", "same words", "p[1]"),
        ("p[9]", "only here", "p[3]"),
        ("p[1]", "gone", None),
        ("figure[1]", "", "figure[1]"),
        ("figure[2]", "", None),
        ("", "", ""),
    ],
)
def test_words_are_found_where_they_stood_or_where_they_went(path, quote, place):
    document = parse(f"<p>the same words</p><p>the same words</p><p>only here</p>{embed()}")
    assert place_of(document, path, quote) == place
