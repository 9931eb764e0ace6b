"""The demonstration as a newcomer gets it: every sample edition passes the recipe, the article stands."""

from datetime import UTC, datetime

import pytest

from articles.demo.setting_up import set_up
from articles.models import Page, Standing
from stats.models import Edition, EditionState
from stats.sample import editions

NOW = datetime(2024, 9, 3, 14, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_every_sample_edition_is_stored_and_the_article_is_published_in_both_languages(data_dir):
    set_up(at=NOW)
    stored = Edition.objects.values_list("dataset__slug", "number", "state")
    assert {row[:2] for row in stored} == {(edition.dataset, edition.number) for edition in editions()}
    assert {state for _, _, state in stored} == {EditionState.IN_FORCE, EditionState.WAITING}
    assert set(Page.objects.values_list("language", "standing")) == {
        ("en", Standing.STANDS),
        ("fr", Standing.STANDS),
    }
    set_up(at=NOW)
    assert Edition.objects.count() == len(editions())
