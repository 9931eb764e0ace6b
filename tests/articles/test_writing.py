import pytest

from articles import writing
from articles.errors import EditConflict
from articles.models import Article
from tests.articles.articles import NOON, person, saved

pytestmark = pytest.mark.django_db


def test_every_save_is_a_revision():
    article = saved()
    article.title = "Another title"
    revision = writing.save(article=article, by=person("bo"), at=NOON, expected=1)
    assert (revision.number, revision.title, revision.by.username, revision.at) == (
        2,
        "Another title",
        "bo",
        NOON,
    )
    assert article.revision_number == 2
    assert article.revisions.get(number=1).title == "Title of permits"


def test_saving_the_same_words_makes_no_revision():
    article = saved()
    assert writing.save(article=article, by=person(), at=NOON).number == 1


def test_the_second_of_two_writers_is_told_and_overwrites_nothing():
    article = saved()
    theirs = Article.objects.get(pk=article.pk)
    theirs.title = "Theirs"
    writing.save(article=theirs, by=person("bo"), at=NOON, expected=1)
    article.title = "Mine"
    with pytest.raises(EditConflict, match="bo") as conflict:
        writing.save(article=article, by=person(), at=NOON, expected=1)
    assert (conflict.value.expected, conflict.value.found) == (1, 2)
    assert Article.objects.get(pk=article.pk).title == "Theirs"
