from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from articles import drafting, writing
from articles.models import Draft
from tests.articles.articles import MORNING, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

SOON = MORNING + timedelta(seconds=10)
LATER = MORNING + timedelta(minutes=5)
WINDOW = "window-1234"


@pytest.fixture
def article():
    make_permits()
    return saved()


def other() -> User:
    return User.objects.get_or_create(username="grace", first_name="Grace", last_name="Hopper")[0]


def keep(article, words, *, window=WINDOW, by=None, at=MORNING, started_from=1, closed=False):
    return drafting.keep(
        window=window,
        article=article,
        by=by or person(),
        words=words,
        started_from=started_from,
        at=at,
        closed=closed,
    )


def test_the_newest_words_of_a_window_are_kept(article):
    keep(article, {"title": "Where"})
    keep(article, {"title": "Where permits"}, at=SOON)
    keep(article, None, at=LATER)
    draft = Draft.objects.get()
    assert (draft.said, draft.at, draft.seen_at) == ({"title": "Where permits"}, SOON, LATER)


def test_what_was_never_saved_is_offered_to_its_writer_once_the_window_is_gone(article):
    keep(article, {"title": "Where permits"})
    assert drafting.unsaved(article=article, by=person(), at=SOON) == []
    (found,) = drafting.unsaved(article=article, by=person(), at=LATER)
    assert found.said["title"] == "Where permits"
    assert drafting.unsaved(article=article, by=other(), at=LATER) == []
    assert drafting.unsaved(article=None, by=person(), at=LATER) == []


def test_what_a_window_held_is_offered_at_once_when_it_says_that_it_closes(article):
    keep(article, {"title": "Where permits"})
    assert drafting.unsaved(article=article, by=person(), at=SOON) == []
    keep(article, None, at=SOON, closed=True)
    assert len(drafting.unsaved(article=article, by=person(), at=SOON)) == 1


def test_an_article_that_was_never_saved_at_all_is_offered_too():
    keep(None, {"title": "New"}, started_from=0)
    (found,) = drafting.unsaved(article=None, by=person(), at=LATER)
    assert found.said == {"title": "New"}


def test_what_was_saved_is_not_offered(article):
    keep(article, {"title": "Where permits"})
    drafting.saved(window=WINDOW, by=other())
    assert Draft.objects.count() == 1
    drafting.saved(window=WINDOW, by=person())
    assert Draft.objects.count() == 0


def test_those_who_write_at_once_are_told_of_each_other_and_of_what_was_saved_meanwhile(article):
    assert keep(article, None).others == ()
    company = keep(article, None, window="window-of-grace", by=other(), at=SOON)
    assert company.others == ("Ada Roy",)
    article.title = "Another"
    writing.save(article=article, by=other(), at=SOON)
    company = keep(article, None, at=SOON)
    assert (company.others, company.newest, company.newest_by) == (("Grace Hopper",), 2, "Grace Hopper")
    assert keep(article, None, at=LATER).others == ()


def test_a_second_window_of_the_same_person_is_no_company(article):
    keep(article, None)
    assert keep(article, None, window="window-two").others == ()


def test_nobody_writes_into_another_window(article):
    keep(article, {"title": "Mine"})
    with pytest.raises(drafting.NotKept, match="somebody else's"):
        keep(article, {"title": "Theirs"}, by=other())
    assert Draft.objects.get().said == {"title": "Mine"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"author": "x"}, "unknown fields: author"),
        ({"title": 3}, "text"),
        ({"body": "x" * 1_000_001}, "at most"),
    ],
)
def test_what_is_not_the_words_of_an_article_is_not_kept(article, words, message):
    with pytest.raises(drafting.NotKept, match=message):
        keep(article, words)
    assert Draft.objects.count() == 0


def test_old_drafts_and_empty_ones_of_closed_windows_are_let_go(article):
    keep(article, {"title": "Old"}, window="window-old", at=MORNING - timedelta(days=91))
    keep(article, None, window="window-closed", at=MORNING - timedelta(days=2))
    keep(article, {"title": "Newer"}, window="window-new", at=MORNING - timedelta(days=2))
    assert drafting.forget(at=MORNING) == 2
    assert Draft.objects.get().pk == "window-new"
