"""Texts in two languages for tests, written as the editor stores them."""

from articles.document.words import Words, words_of
from tests.articles.articles import binding, embed

PERMITS = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}}
OF_QUEBEC = PERMITS | {"where": {"province": "QC"}}
LATER = PERMITS | {"period": {"year": 2022}}
ROSE = PERMITS | {"measure": "percent_change", "against": {"period": "year_before"}}


def words(body: str, **lines: str) -> Words:
    return words_of({"body": body} | lines)


ENGLISH = words(
    f"<h2>Where</h2><p>Ontario had {binding(PERMITS)} permits, <strong>{binding(OF_QUEBEC)} more</strong> "
    f"than <a href='/x/'>others</a>.</p><ul><li><p>One</p></li><li><p>{binding(LATER, 'about')}</p></li></ul>"
    f"<blockquote><p>Well.</p></blockquote><hr>{embed(title='Places', note='As of now')}",
    title=f"Ontario had {binding(PERMITS)} permits",
    standfirst="In short.",
)
