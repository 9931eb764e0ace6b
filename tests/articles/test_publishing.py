import pytest

from articles import publishing, writing
from articles.errors import NotAllowed, NotPublishable
from articles.models import Article, Page, Standing, Status, Use
from articles.publishing import Outcome
from stats.models import Dataset
from tests.articles.articles import BODY, FIGURE, MORNING, NOON, binding, embed, person, published, saved
from tests.articles.editions import next_edition
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    return make_permits()


def test_publishing_makes_the_page_and_records_what_it_rests_on(dataset):
    article = saved()
    page = publishing.publish(article=article, by=person(), at=MORNING)
    assert (page.path, page.language, page.standing) == ("/en/articles/permits/", "en", Standing.STANDS)
    assert page.editions == {"permits": 1}
    assert page.revision.number == 1
    assert list(Use.objects.values_list("dataset", "path")) == [
        ("permits", "p[1]/data[1]"),
        ("permits", "figure[1]"),
    ]
    assert Article.objects.published().get() == article
    assert (article.status, article.published_at) == (Status.PUBLISHED, MORNING)
    for expected in (
        "Title of permits",
        "In short.",
        'value="3960"',
        "Quebec",
        "Edition 1, figures to June 2022",
    ):
        assert expected in page.html


def test_readers_keep_the_published_revision_while_writing_goes_on(dataset):
    article = published()
    article.title = "A better title"
    writing.save(article=article, by=person(), at=NOON)
    publishing.remake(article=article, at=NOON)
    assert "A better title" not in Page.objects.get().html
    assert article.has_unpublished_changes
    page = publishing.publish(article=article, by=person(), at=NOON)
    assert "A better title" in page.html
    assert not Article.objects.get().has_unpublished_changes
    assert Article.objects.get().published_at == MORNING


def test_everything_that_stands_in_the_way_is_said_at_once_in_reading_order(dataset):
    body = (
        f"<p>{binding(FIGURE | {'where': {'province': 'Ontari'}})} and {binding(wording='loudly')}</p>"
        f"{embed(FIGURE)}{embed(kind='pie')}{embed(options={'colour': True})}"
        f"<p>{binding(FIGURE | {'dataset': 'permit'})}</p>"
    )
    article = saved(body=body)
    with pytest.raises(NotPublishable) as refused:
        publishing.publish(article=article, by=person(), at=MORNING)
    found = [(problem.path, problem.message) for problem in refused.value.problems]
    assert [path for path, _ in found] == [
        "p[1]/data[1]", "p[1]/data[2]", "figure[1]", "figure[2]", "figure[3]", "p[2]/data[1]",
    ]  # fmt: skip
    for (_, message), part in zip(
        found, ("'Ontario'", "'loudly'", "ranking", "'pie'", "'colour'", "'permits'"), strict=True
    ):
        assert part in message
    assert not Page.objects.exists()
    assert Article.objects.get().status == Status.DRAFT


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"title": " "}, "title"),
        ({"body": ""}, "body"),
        ({"body": "<p>x<script>y</script></p>"}, "p[1]/script[1]"),
    ],
)
def test_empty_or_unreadable_texts_are_not_published(dataset, fields, path):
    article = saved(**{"body": BODY} | fields)
    assert [problem.path for problem in publishing.problems(article=article)] == [path]
    with pytest.raises(NotPublishable):
        publishing.publish(article=article, by=person(), at=MORNING)


def test_a_refused_change_leaves_readers_the_page_they_had(dataset):
    article = published()
    before = Page.objects.get().html
    article.body = f"<p>{binding(FIGURE | {'period': {'year': 1999}})}</p>"
    writing.save(article=article, by=person(), at=NOON)
    with pytest.raises(NotPublishable):
        publishing.publish(article=article, by=person(), at=NOON)
    assert Page.objects.get().html == before
    assert Article.objects.get().status == Status.PUBLISHED


def test_withdrawing_takes_the_page_away_and_it_can_come_back(dataset):
    article = published()
    publishing.withdraw(article=article, by=person(), at=NOON)
    assert article.status == Status.WITHDRAWN
    assert not Page.objects.exists()
    assert not Use.objects.exists()
    publishing.publish(article=article, by=person(), at=NOON)
    assert Page.objects.exists()


def test_a_draft_cannot_be_withdrawn():
    with pytest.raises(NotAllowed, match="Draft"):
        publishing.withdraw(article=saved(body="<p>x</p>"), by=person(), at=NOON)


def test_making_a_page_again_without_a_change_touches_nothing(dataset):
    article = published()
    before = Page.objects.values().get()
    assert publishing.remake(article=article, at=NOON) is Outcome.UNCHANGED
    assert Page.objects.values().get() == before


def test_a_new_edition_changes_page_tag_and_record(dataset):
    article = published()
    before = Page.objects.get()
    next_edition(dataset)
    assert publishing.remake(article=article, at=NOON) is Outcome.MADE
    after = Page.objects.get()
    assert 'value="7920"' in after.html
    assert after.editions == {"permits": 2}
    assert (after.etag != before.etag, after.built_at) == (True, NOON)


def test_a_page_that_cannot_be_made_stays_and_says_why(dataset):
    article = published()
    before = Page.objects.get()
    dataset.in_force = None
    dataset.save()
    assert publishing.remake(article=article, at=NOON) is Outcome.BROKEN
    page = Page.objects.broken().get()
    assert "Under review." not in before.html
    assert page.html.count("Under review.") == 1
    assert [line for line in page.html.splitlines() if "under-review" not in line] == before.html.splitlines()
    assert page.etag != before.etag
    assert publishing.remake(article=article, at=NOON) is Outcome.BROKEN
    assert Page.objects.get().html == page.html
    assert page.editions == {"permits": 1}
    assert page.reason[0]["path"] == "p[1]/data[1]"
    assert "edition in force" in page.reason[0]["message"]


def test_a_broken_page_stands_again_once_it_can_be_made(dataset):
    article = published()
    edition = dataset.in_force
    dataset.in_force = None
    dataset.save()
    publishing.remake(article=article, at=NOON)
    dataset.in_force = edition
    dataset.save()
    assert publishing.remake(article=article, at=NOON) is Outcome.MADE
    assert Page.objects.get().standing == Standing.STANDS
    assert Page.objects.get().reason == []
    assert "Under review." not in Page.objects.get().html


def test_a_page_keeps_its_address_until_it_is_published_at_another(dataset):
    article = published("old")
    article.slug = "new"
    writing.save(article=article, by=person(), at=NOON)
    next_edition(dataset)
    publishing.remake(article=article, at=NOON)
    page = Page.objects.get()
    assert page.path == "/en/articles/old/"
    assert 'rel="canonical" href="http://127.0.0.1:8000/en/articles/old/"' in page.html
    publishing.publish(article=article, by=person(), at=NOON)
    assert Page.objects.get().path == "/en/articles/new/"


def test_no_two_pages_come_to_one_address(dataset):
    article = published("old")
    article.slug = "new"
    writing.save(article=article, by=person(), at=NOON)
    with pytest.raises(NotPublishable, match="slug"):
        publishing.publish(article=saved("old"), by=person(), at=NOON)


def test_counterparts_name_each_other_once_both_are_published(dataset):
    english = published("permits")
    french = saved("permis", language="fr", counterpart=english)
    assert "/fr/articles/permis/" not in Page.objects.get(article=english).html
    publishing.publish(article=french, by=person(), at=NOON)
    assert "/fr/articles/permis/" in Page.objects.get(article=english).html
    assert "/en/articles/permits/" in Page.objects.get(article=french).html
    publishing.withdraw(article=french, by=person(), at=NOON)
    assert "/fr/articles/permis/" not in Page.objects.get(article=english).html


def test_a_french_page_is_french(dataset):
    html = publishing.publish(article=saved("permis", language="fr"), by=person(), at=MORNING).html
    for expected in ('<html lang="fr">', "3\N{NO-BREAK SPACE}960", "Québec", "Rang", "À propos des chiffres"):
        assert expected in html


def test_a_question_that_names_its_edition_does_not_go_stale(dataset):
    page = publishing.publish(
        article=saved(body=f"<p>{binding(FIGURE | {'as_of': 1})}</p>"), by=person(), at=MORNING
    )
    assert page.editions == {}
    assert page.article.uses.count() == 1
