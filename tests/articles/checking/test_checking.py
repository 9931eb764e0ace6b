from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.errors import NotPublishable
from articles.models import Article, Status
from stats.queries.asking import ask
from tests.articles.articles import FIGURE, MORNING, binding, embed, person, published, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def permits():
    return make_permits()


def notes(article: Article, rule: str) -> list:
    return [note for note in publishing.checklist(article=article) if note.rule == rule]


@pytest.mark.parametrize(
    ("typed", "what"),
    [("3,960", "Ontario, 2021"), ("2,640", "Quebec, 2021"), ("330", "Ontario, January 2021")],
)
def test_a_typed_number_is_offered_as_the_question_that_gives_it(typed, what):
    article = saved(body=f"<p>Ontario had {binding()} permits, not {typed}.</p>")
    (note,) = notes(article, "typed_number")
    exact = [offer for offer in note.offers if offer.exact]
    assert note.quote == typed
    assert what in [offer.what.en for offer in exact]


def test_what_is_offered_answers_with_the_number_that_was_typed():
    article = saved(body=f"<p>{binding()}: 3,960, 2,640, 660 and 12,345.</p>{embed()}")
    found = notes(article, "typed_number")
    assert [bool(note.offers) for note in found] == [True, True, True, False]
    for note in found[:3]:
        for offer in note.offers:
            assert ask(offer.question).figure.value.number == offer.shown


def test_the_checklist_takes_no_more_queries_for_a_longer_text():
    short = saved("short", body=f"<p>{binding()} and 3,960.</p>")
    paragraphs = f"<p>{binding()} and 3,960. <a href='/en/data/permits/'>A</a></p>{embed()}" * 12
    long = saved("long", body=paragraphs)
    with CaptureQueriesContext(connection) as few:
        publishing.checklist(article=short)
    with CaptureQueriesContext(connection) as many:
        publishing.checklist(article=long)
    assert len(many) <= len(few) + 6


def test_links_to_this_site_lead_somewhere():
    published("there")
    saved("draft")
    hrefs = [
        "/en/articles/there/",
        "/en/data/permits/",
        "/en/data/permits/table/?over=province",
        "/en/articles/there/as-of/",
        "/en/",
        "#note-1",
        "https://example.org/nothing/",
        "/en/articles/gone/",
        "/en/data/none/",
        "/nowhere/",
        "/admin/",
        "elsewhere",
        "http://127.0.0.1:8000/en/articles/gone/",
    ]
    body = "".join(f'<p><a href="{href}">x</a></p>' for href in [*hrefs, "/en/articles/draft/"])
    article = saved(body=body)
    dead = [note.path for note in notes(article, "dead_link")]
    assert [hrefs[int(path[2:].split("]")[0]) - 1] for path in dead] == hrefs[7:]
    assert [note.path for note in notes(article, "unpublished_link")] == ["p[14]/a[1]"]


def test_an_error_stops_publication_and_a_warning_does_not():
    article = saved(body="<p>There were 12,345 of them.</p><h2></h2>")
    with pytest.raises(NotPublishable) as refused:
        publishing.publish(article=article, by=person(), at=MORNING)
    assert [problem.path for problem in refused.value.problems] == ["h2[1]"]
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    warned = saved("warned", body="<p>There were 12,345 of them.</p>")
    assert notes(warned, "typed_number")
    publishing.publish(article=warned, by=person(), at=MORNING)
    assert warned.status == Status.PUBLISHED


def test_a_counterpart_with_other_figures_is_noted():
    french = saved("permis", language="fr", body=f"<p>{binding(FIGURE | {'period': {'year': 2022}})}</p>")
    article = saved(counterpart=french)
    (note,) = notes(article, "other_figures")
    assert (
        note.sentence.en == "The figures are not those of “Title of permis”: 2 stand only here, 1 only there."
    )
    assert notes(article, "no_counterpart") == []
