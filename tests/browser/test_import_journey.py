"""The data desk's journey: a release is uploaded, looked at, confirmed, followed, accepted, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connections
from playwright.sync_api import Page, Route, expect

from stats.ingest import jobs
from stats.models import Dataset, ImportJob
from stats.permissions import DATA_DESK
from tests.browser.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.releases, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page: Page, sign_in: Callable[[str], None], data_dir: Path) -> Page:
    """The window of somebody of the data desk."""
    user = User.objects.create_user("desk", password=PASSWORD, is_staff=True)
    codenames = [permission.removeprefix("stats.") for permission in DATA_DESK]
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="stats", codename__in=codenames)
    )
    sign_in("desk")
    return page


def choose(page: Page, path: Path) -> None:
    """Upload a file and let it say which dataset it is."""
    page.goto("/admin/stats/edition/")
    page.get_by_role("link", name="Import", exact=True).click()
    page.get_by_label("File:", exact=True).set_input_files(path)
    page.get_by_role("button", name="Preview").click()


def work_when_asked(page: Page) -> None:
    """Do the newest job, as a worker would, when the page next asks how far it is.

    In this way the test and the server's thread do not use the test's database at the same moment.
    """

    def worked(route: Route) -> None:
        try:
            jobs.run(ImportJob.objects.latest("pk").pk)
        finally:
            # The browser calls this in a context of its own, whose connection nobody else would close.
            connections.close_all()
        route.continue_()

    expect(page.get_by_text("Queued", exact=True)).to_be_visible()
    page.route("**/importjob/*/change/", worked, times=1)


def test_a_release_goes_in_and_a_second_one_waits_is_accepted_and_taken_back(desk: Page, releases: Path):
    first, second = (
        next((releases / "pr-province-category" / month).iterdir()) for month in ("2024-06", "2024-07")
    )
    choose(desk, first)
    expect(desk.get_by_role("heading", name="Permanent residents by province")).to_be_visible()
    expect(desk.get_by_text("This becomes edition 1.")).to_be_visible()
    expect(desk.get_by_text("42,294")).to_be_visible()
    assert not Dataset.objects.exists()

    desk.get_by_label("Let it count at once").check()
    desk.get_by_role("button", name="Confirm import").click()
    work_when_asked(desk)
    expect(desk.get_by_text("The edition is in force.")).to_be_visible()

    choose(desk, second)
    expect(desk.get_by_role("heading", name="Revised: the cells that moved most")).to_be_visible()
    desk.get_by_role("button", name="Confirm import").click()
    work_when_asked(desk)
    desk.get_by_role("link", name="Edition 2").click()
    expect(desk.get_by_text("Waiting for a decision")).to_be_visible()

    desk.get_by_role("link", name="Accept…").click()
    desk.get_by_label("Note for the record").fill("Revisions look routine.")
    desk.get_by_role("button", name="Accept").click()
    expect(desk.get_by_text("Accepted: this edition is in force.")).to_be_visible()
    expect(desk.get_by_text("Revisions look routine.")).to_be_visible()
    assert Dataset.objects.get().in_force.number == 2

    desk.get_by_role("link", name="Take back…").click()
    desk.get_by_role("button", name="Take back").click()
    expect(desk.get_by_text("Taken back.", exact=True)).to_be_visible()
    assert Dataset.objects.get().in_force.number == 1


def test_a_file_that_is_no_release_is_told_on_the_form(desk: Page, tmp_path: Path):
    letter = tmp_path / "letter.csv"
    letter.write_text("Dear colleague,\n", encoding="utf-8")
    choose(desk, letter)
    expect(desk.get_by_text("Nothing was imported.")).to_be_visible()
    expect(desk.get_by_text("is no table")).to_be_visible()


def test_without_scripts_the_job_is_followed_all_the_same(desk: Page, releases: Path):
    choose(desk, next((releases / "asylum-office" / "2024-07").iterdir()))
    desk.get_by_role("button", name="Confirm import").click()
    desk.wait_for_url("**/importjob/**")
    address = desk.url
    desk.goto("about:blank")
    state = desk.context.storage_state()
    plain = desk.context.browser.new_context(java_script_enabled=False, storage_state=state)
    window = plain.new_page()
    window.goto(address)
    work_when_asked(window)
    expect(window.get_by_text("waits for a decision")).to_be_visible()
    plain.close()
