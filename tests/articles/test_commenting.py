from __future__ import annotations

import pytest

from articles import commenting, publishing, writing
from articles.errors import NotAllowed, NotPublishable
from articles.models import Action, Comment, Status
from tests.articles.articles import MORNING, NOON, person, saved

pytestmark = pytest.mark.django_db
BODY = "<p>First.</p><p>Permits doubled in 2021.</p>"


@pytest.fixture
def article():
    return saved(body=BODY)


@pytest.fixture
def said(article) -> Comment:
    return commenting.comment(
        article=article, by=person("max"), at=MORNING, path="p[2]", quote="doubled", text=" Did they? "
    )


def open_notes(article) -> list:
    return [note for note in publishing.checklist(article=article) if note.rule == "open_comment"]


def test_a_comment_keeps_its_words_its_place_and_the_revision(said):
    kept = Comment.objects.get()
    assert (kept.path, kept.quote, kept.text, kept.revision) == ("p[2]", "doubled", "Did they?", 1)


def test_an_open_comment_stops_publication_and_a_resolved_one_does_not(article, said):
    with pytest.raises(NotPublishable) as refused:
        publishing.publish(article=article, by=person(), at=NOON)
    assert [problem.path for problem in refused.value.problems] == ["p[2]"]
    commenting.resolve(comment=said, by=person(), at=NOON)
    publishing.publish(article=article, by=person(), at=NOON)
    assert article.status == Status.PUBLISHED


def test_a_comment_goes_with_its_words_and_says_when_they_are_gone(article, said):
    article.body = "<p>Permits doubled in 2021.</p>"
    writing.save(article=article, by=person(), at=NOON)
    (note,) = open_notes(article)
    assert (note.path, note.quote) == ("p[1]", "doubled")
    article.body = "<p>Permits rose.</p>"
    writing.save(article=article, by=person(), at=NOON)
    (note,) = open_notes(article)
    assert (note.path, note.quote) == ("", "")


def test_answers_belong_to_the_first_comment_and_are_not_resolved_for_themselves(article, said):
    one = commenting.answer(to=said, by=person(), at=NOON, text="They did.")
    two = commenting.answer(to=one, by=person("max"), at=NOON, text="Fine.")
    assert list(said.answers.all()) == [one, two]
    assert len(open_notes(article)) == 1
    commenting.resolve(comment=said, by=person(), at=NOON)
    assert open_notes(article) == []
    with pytest.raises(NotAllowed):
        commenting.answer(to=said, by=person(), at=NOON, text="But …")


def test_a_comment_is_resolved_once_and_can_be_opened_again(article, said):
    commenting.resolve(comment=said, by=person(), at=NOON)
    commenting.resolve(comment=said, by=person("max"), at=NOON)
    assert said.resolved_by == person()
    commenting.reopen(comment=said, by=person("max"), at=NOON)
    assert len(open_notes(article)) == 1
    assert list(article.steps.values_list("action", "note")) == [
        (Action.COMMENTED, "Did they?"),
        (Action.RESOLVED, "Did they?"),
        (Action.REOPENED, "Did they?"),
    ]


@pytest.mark.parametrize(("text", "path"), [("  ", ""), ("x" * 4001, ""), ("x", "p" * 201)])
def test_a_comment_that_says_nothing_or_too_much_is_refused(article, text, path):
    with pytest.raises(NotAllowed):
        commenting.comment(article=article, by=person(), at=NOON, text=text, path=path)
    assert not article.steps.exists()
