"""The whole way on one installation: an edition goes in, an article comes out, and a reader opens it.

Web, worker and scheduler are the processes that `make run` starts, on SQLite and a folder as the queue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.demo.cast import DATA_DESK, EDITOR, PUBLISHER, WRITER
from tests.installation import credentials, running

pytestmark = [pytest.mark.browser, pytest.mark.releases]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window on an installation of its own."""
    with running() as address:
        context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        yield context.new_page()
        context.close()


def sign_in(page: Page, role: str) -> None:
    name, password = credentials(role)
    page.goto("/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def choose(page: Page, name: str, text: str) -> None:
    """Find something in a combobox by typing, and take the first that is offered."""
    field = page.get_by_role("combobox", name=name, exact=True)
    field.fill(text)
    options = page.get_by_role("listbox").get_by_role("option")
    offered = options.filter(has_text=re.compile(text, re.IGNORECASE)).first
    expect(offered).to_have_attribute("aria-selected", "true")
    field.press("Enter")


def insert(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    choose(page, "Dataset", "Permanent residents by province")


def test_an_edition_goes_in_and_an_article_comes_out(page: Page, releases: Path):
    sign_in(page, DATA_DESK)
    page.goto("/admin/stats/edition/import/")
    (release,) = (releases / "pr-province-category" / "2024-07").iterdir()
    page.get_by_label("File:", exact=True).set_input_files(release)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("This becomes edition 1.")).to_be_visible()
    page.get_by_label("Let it count at once").check()
    page.get_by_role("button", name="Confirm import").click()
    expect(page.get_by_text("The edition is in force.")).to_be_visible(timeout=60_000)

    page.context.clear_cookies()
    sign_in(page, WRITER)
    page.goto("/admin/articles/article/add/")
    page.locator(".ProseMirror.tiptap").and_(page.get_by_role("textbox", name="Title")).fill(
        "Who was admitted"
    )
    page.get_by_role("textbox", name="Text of the article").click()
    page.keyboard.type("In 2023 ")
    insert(page, "Insert a figure into the sentence")
    choose(page, "Province or territory", "Ontario")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("206,830", exact=True).first).to_be_visible()
    dialog.get_by_role("button", name="Insert", exact=True).click()
    page.keyboard.type(" people were admitted to Ontario.")
    page.keyboard.press("Enter")
    insert(page, "Insert a ranking")
    dialog.get_by_label("Lists").select_option(label="Province or territory")
    expect(dialog.get_by_role("rowheader", name="British Columbia")).to_be_visible()
    dialog.get_by_role("button", name="Insert", exact=True).click()
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_role("link", name="Ask for a review").click()
    page.get_by_label("Note").fill("The first of two.")
    page.get_by_role("button", name="Ask for a review").click()
    expect(page.get_by_text("Handed on: it waits for a review.")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, EDITOR)
    page.get_by_role("link", name="Who was admitted").click()
    page.get_by_role("link", name="Approve").click()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Approved: it can be published.")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, PUBLISHER)
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Who was admitted").click()
    page.get_by_role("button", name="Save and publish").click()
    page.get_by_role("link", name="Read it").first.click()
    address = page.url

    page.context.clear_cookies()
    page.goto(address)
    sentence = page.get_by_text("people were admitted to Ontario")
    expect(sentence).to_have_text("In 2023 206,830 people were admitted to Ontario.")
    rows = page.get_by_role("table").first.get_by_role("row")
    expect(rows.nth(1)).to_contain_text("Ontario")
    expect(rows.nth(2)).to_contain_text("British Columbia")
    expect(page.get_by_text("Edition 1, figures to July 2024").first).to_be_visible()
