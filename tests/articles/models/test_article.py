import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, Status
from articles.models.status import TRANSITIONS, may_become
from tests.articles.articles import person, saved

pytestmark = pytest.mark.django_db


def test_an_address_is_taken_once_in_each_language():
    saved("one", body="")
    saved("one", language="fr", body="")
    with pytest.raises(IntegrityError), transaction.atomic():
        saved("one", body="")


def test_counterparts_are_found_from_either_side():
    english = saved("one", body="")
    french = saved("un", language="fr", body="", counterpart=english)
    assert french.in_other_language == english
    assert english.in_other_language == french
    assert saved("two", body="").in_other_language is None


def test_a_counterpart_is_in_the_other_language():
    article = Article(title="x", slug="x", author=person(), counterpart=saved("one", body=""))
    with pytest.raises(ValidationError, match="other language"):
        article.clean()


def test_a_counterpart_is_nobody_elses():
    english = saved("one", body="")
    french = saved("un", language="fr", body="", counterpart=english)
    other = Article(title="x", slug="x", author=person(), counterpart=french)
    with pytest.raises(ValidationError, match="another"):
        other.clean()


def test_every_state_says_what_may_follow():
    assert set(TRANSITIONS) == set(Status)
    assert not may_become(Status.DRAFT, Status.WITHDRAWN)
    assert may_become(Status.WITHDRAWN, Status.PUBLISHED)


def test_an_article_can_be_deleted_with_its_revisions():
    article = saved(body="")
    article.delete()
    assert not Article.objects.exists()
