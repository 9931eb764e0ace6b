from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from articles import writing
from articles.models import Page, Standing
from config.desk import Column, Section, desk
from stats.ingest.decide import hold
from stats.models import Dataset, Edition, FollowedPackage, ImportJob, JobState, Mapped, SourceFile
from stats.permissions import DATA_DESK
from tests.articles.articles import published, saved
from tests.articles.permits import make_permits

EDITOR = ("articles.view_article", "articles.add_article", "articles.change_article")
ALL = (*DATA_DESK, *EDITOR)

pytestmark = pytest.mark.django_db


def staff(permissions: tuple[str, ...], name: str = "ada") -> User:
    """Somebody on the staff who may do just this; "ada" is also who writes the tests' articles."""
    user = User.objects.get_or_create(username=name)[0]
    user.is_staff = True
    user.save()
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename),
        )
    return User.objects.get(pk=user.pk)


def columns(user: User) -> tuple[Column, ...]:
    return desk(user=user, at=timezone.now()).columns


def section(name: str, permissions: tuple[str, ...] = ALL) -> Section:
    """One list of the desk of somebody."""
    lists = [one for column in columns(staff(permissions)) for one in column.sections]
    return next(one for one in lists if one.name == name)


def test_an_edition_that_waits_says_what_it_brings() -> None:
    dataset = make_permits()
    edition = Edition.objects.create(
        dataset=dataset, number=2, coverage=dataset.in_force.coverage, cells={"revised": 1_234}
    )
    (item,) = section("waiting").items
    assert item.title == "Work permits by province and occupation, edition 2"
    assert item.address == f"/admin/stats/edition/{edition.pk}/change/"
    assert item.facts[:2] == ("covers until June 2022", "1,234 cells revised")
    assert item.facts[2].startswith("waits since ")
    (link,) = item.links
    assert (link.text, link.address) == ("What it changes", f"/admin/stats/edition/{edition.pk}/changes/")


def test_an_edition_with_unmatched_labels_leads_whoever_may_say_what_they_are_to_that_page() -> None:
    dataset = make_permits()
    edition = Edition.objects.create(dataset=dataset, number=2)
    dimension = dataset.dimensions.first()
    for code in ("a", "b"):
        edition.unmatched.create(dimension=dimension, code=code)
    edition.unmatched.create(dimension=dimension, code="c", decision=Mapped.NEW)
    link = section("waiting").items[0].links[1]
    assert (link.text, link.address) == (
        "2 labels to be matched",
        f"/admin/stats/edition/{edition.pk}/members/",
    )
    user = staff(("stats.view_edition",), name="grace")
    (column,) = columns(user)
    assert [link.text for link in column.sections[0].items[0].links] == ["What it changes"]


def test_an_edition_that_is_held_says_by_whom_and_leaves_the_list_of_what_to_decide() -> None:
    edition = Edition.objects.create(dataset=make_permits(), number=2, cells={"revised": 3})
    hold(edition, by=staff(ALL), note="The department was asked about Quebec.")
    assert section("waiting").items == ()
    (item,) = section("held").items
    assert item.address == f"/admin/stats/edition/{edition.pk}/change/"
    assert item.facts[0].startswith("held by ada since ")
    assert item.facts[1] == "The department was asked about Quebec."


def test_imports_under_way_and_those_refused_lately_are_listed() -> None:
    """What is done, and what was refused long ago, is not."""
    refusal = {"findings": [{"severity": "refusal", "message": "There is no table in it."}]}
    running = ImportJob.objects.create(state=JobState.RUNNING)
    running.files.add(SourceFile.objects.create(name="permits.csv", sha256="0" * 64, size=1))
    ImportJob.objects.create(state=JobState.DONE)
    lately = ImportJob.objects.create(state=JobState.REFUSED, dataset=make_permits(), outcome=refusal)
    long_ago = ImportJob.objects.create(state=JobState.FAILED)
    ImportJob.objects.filter(pk=long_ago.pk).update(created_at=timezone.now() - timedelta(days=8))
    first, second = section("imports").items
    assert (first.title, first.state) == ("Work permits by province and occupation", JobState.REFUSED)
    assert first.facts[0] == "There is no table in it."
    assert first.address == f"/admin/stats/importjob/{lately.pk}/change/"
    assert (second.title, second.word) == ("permits.csv", "Running")


def test_a_portal_that_does_not_answer_is_told() -> None:
    make_permits()
    Dataset.objects.update(package="p", followed=True)
    FollowedPackage.objects.create(package="p", failures=3, checked_at=timezone.now())
    (item,) = section("sources").items
    assert (item.state, item.word) == ("failed", "No answer")
    assert "the portal did not answer the last 3 times" in item.facts


def test_a_page_that_cannot_be_made_says_why() -> None:
    make_permits()
    article = published()
    Page.objects.update(standing=Standing.BROKEN, reason=[{"message": "there is no member 'ON'"}])
    (item,) = section("broken").items
    assert (item.title, item.word) == ("Title of permits", "Broken")
    assert item.facts == ("There is no member 'ON'",)
    assert item.address == f"/admin/articles/article/{article.pk}/change/"


def test_drafts_are_ones_own_and_include_what_readers_do_not_see_yet() -> None:
    make_permits()
    saved("draft")
    published("unchanged")
    changed = published("changed")
    changed.title = "Changed since"
    writing.save(article=changed, by=changed.author, at=timezone.now())
    titles = {item.title: item.facts[0] for item in section("drafts").items}
    assert set(titles) == {"Title of draft", "Changed since"}
    assert titles["Changed since"] == "readers see an older revision"
    other = columns(staff(EDITOR, "grace"))[0].sections
    assert next(one for one in other if one.name == "drafts").items == ()


def test_what_was_published_last_comes_first() -> None:
    make_permits()
    published("one")
    published("two")
    assert [item.title for item in section("published").items] == ["Title of two", "Title of one"]


def test_everybody_gets_the_lists_that_they_may_see() -> None:
    assert columns(staff(())) == ()
    assert [column.heading for column in columns(staff(DATA_DESK, "dana"))] == ["Figures"]
    assert [column.heading for column in columns(staff(EDITOR, "erin"))] == ["Articles"]
    assert [column.heading for column in columns(staff(ALL, "both"))] == ["Articles", "Figures"]


def test_what_can_be_started_is_what_one_may_do() -> None:
    def actions(user: User) -> list[str]:
        return [link.text for link in desk(user=user, at=timezone.now()).actions]

    assert actions(staff(DATA_DESK, "dana")) == ["Import an edition"]
    assert actions(staff(EDITOR, "erin")) == ["Write an article"]
    assert actions(staff((), "sam")) == []


def test_empty_lists_say_so(client: Client) -> None:
    client.force_login(staff(ALL))
    text = client.get("/admin/").content.decode()
    for sentence in ("No edition waits.", "Every published page stands.", "You have nothing unfinished."):
        assert sentence in text


@pytest.mark.parametrize("times", [1, 4])
def test_the_page_costs_the_same_however_much_there_is(
    client: Client, times: int, django_assert_num_queries
) -> None:
    for n in range(times):
        dataset = make_permits(f"permits-{n}" if n else "permits")
        Edition.objects.create(dataset=dataset, number=2, coverage=dataset.in_force.coverage)
        ImportJob.objects.create(state=JobState.RUNNING, dataset=dataset)
    for n in range(times):
        published(f"published-{n}")
        saved(f"draft-{n}")
    client.force_login(staff(ALL))
    client.get("/admin/")
    with django_assert_num_queries(16):
        client.get("/admin/")


def test_the_desk_speaks_french(client: Client) -> None:
    client.force_login(staff(ALL))
    client.cookies["django_language"] = "fr"
    page = client.get("/admin/").content.decode()
    assert "Aucune édition n’attend." in page
    assert "Écrire un article" in page
