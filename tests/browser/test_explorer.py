"""A reader asks a dataset, with and without scripts, in both languages, and follows a number to its cell."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.articles.permits import make_permits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLE = "data/permits/table/"
PAGES = (
    "data/",
    "data/permits/",
    TABLE,
    f"{TABLE}?show=bar&over=province&period=2021",
    f"{TABLE}?show=line&over=province&period=last-12-months",
    f"{TABLE}?show=figure&where.province=ON&period=2021&measure=share",
    f"{TABLE}?show=figure&where.province=ON&period=2021&measure=rank_change&over=province",
    f"{TABLE}?show=statement&period=last-12-months&says=first_above&threshold=100",
    f"{TABLE}?show=table&over=occupation&period=2021..2021&measure=contribution&against.period=2021-01",
    f"{TABLE}?show=ranking&over=province&where.province=Ontaro&period=last-3-months",
    "data/permits/proof/?where.province=ON&period=2021",
)


@pytest.fixture
def plain(chromium: Browser, live_server) -> Page:
    """A window that runs no scripts."""
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def checked(page: Page, path: str) -> None:
    """Hold a page to axe's checks, which need no scripts of the page's own."""
    found = Axe().run(page)
    assert not found.violations_count, f"{path}: {found.generate_report()}"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_pages_pass_the_checks_of_axe_and_fit_a_telephone(page: Page, language, colours):
    make_permits()
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": 360, "height": 800})
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        checked(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_without_scripts_the_form_asks_and_the_number_leads_to_its_cell(plain: Page):
    make_permits()
    plain.goto("/en/")
    plain.get_by_role("link", name="Data", exact=True).click()
    plain.get_by_role("link", name="Work permits by province and occupation").click()
    plain.get_by_role("link", name="Your own table, ranking or chart").click()
    plain.get_by_label("Rows", exact=True).select_option("occupation")
    plain.locator("[name='where.province']").select_option(["ON"])
    plain.get_by_label("One period:").check()
    plain.locator("[name=at]").select_option("2021-03")
    plain.get_by_role("button", name="Show").click()
    assert plain.url.endswith("?show=ranking&over=occupation&where.province=ON&period=2021-03")
    row = plain.get_by_role("row", name=re.compile("University professors"))
    row.get_by_role("link", name="60").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("60")
    expect(plain.get_by_role("row", name=re.compile("March 2021"))).to_contain_text("University professors")


def test_without_scripts_fields_follow_what_is_chosen(plain: Page):
    make_permits()
    plain.goto(f"/en/{TABLE}")
    expect(plain.get_by_label("What to say of it")).to_be_hidden()
    plain.get_by_label("Show as").select_option("statement")
    plain.get_by_role("button", name="Show").click()
    expect(plain.get_by_label("Rows", exact=True)).to_be_hidden()
    plain.get_by_label("What to say of it").select_option("last_above")
    plain.locator("[name='where.province']").select_option(["ON"])
    plain.get_by_role("button", name="Show").click()
    expect(plain.get_by_text("Give the number with regard to which it is said.").first).to_be_visible()
    plain.get_by_label("The number").fill("100")
    plain.get_by_role("button", name="Show").click()
    expect(plain.locator(".single-statement")).to_contain_text("above 100")
    assert "says=last_above&threshold=100" in plain.url


def test_without_scripts_what_is_wrong_leads_to_what_can_be_answered(plain: Page):
    make_permits()
    plain.goto(f"/fr/{TABLE}?show=table&over=province&where.occupation=profeseurs&period=2021")
    plain.locator("#said-where-occupation").get_by_role("link").first.click()
    expect(plain.locator("#result table")).to_be_visible()
    assert "where.occupation=4011" in plain.url


def test_with_scripts_fields_follow_what_is_chosen_at_once(page: Page):
    make_permits()
    page.goto(f"/fr/{TABLE}?show=figure&where.province=ON&period=2021")
    page.evaluate("window.stayed = true")
    expect(page.get_by_label("Rang parmi")).to_have_count(0)
    page.get_by_role("combobox", name="Que montrer").select_option("rank")
    page.get_by_label("Rang parmi").select_option("province")
    expect(page.locator("#result .single-number")).to_have_text("1er")
    page.get_by_label("Présenter sous forme de").select_option("statement")
    expect(page.locator("#result .single-statement")).to_be_visible()
    expect(page.get_by_label("Rang parmi")).to_be_hidden()
    page.get_by_label("Ce qu’il faut en dire").select_option("rises")
    expect(page.locator("#result .single-statement")).to_contain_text("augment")
    checked(page, "statement")
    assert "says=rises" in page.url
    assert page.evaluate("window.stayed")


def test_with_scripts_members_are_found_by_typing_and_the_page_stays(page: Page):
    make_permits()
    page.goto(f"/en/{TABLE}?show=ranking&over=province&period=2021")
    page.evaluate("window.stayed = true")
    field = page.get_by_role("combobox", name="Occupation")
    field.fill("progr")
    expect(page.get_by_role("option", name=re.compile("Computer programmers"))).to_be_visible()
    field.press("Enter")
    expect(page.locator("#result .embed-about")).to_contain_text("Computer programmers")
    expect(page.get_by_role("status").filter(has_text="brought up to date")).to_have_count(1)
    expect(field).to_be_focused()
    assert page.url.endswith("?show=ranking&over=province&where.occupation=2174&period=2021")
    page.get_by_role("button", name=re.compile("Remove: Computer programmers")).click()
    expect(page.locator("#result .embed-about")).not_to_contain_text("Computer programmers")
    page.get_by_label("Show as").select_option("line")
    expect(page.locator("#said-show")).to_contain_text("A line chart shows")
    page.locator("[name=last]").fill("12")
    page.locator("[name=last]").press("Tab")
    page.locator("[name=of]").select_option("month")
    expect(page.locator("#result svg").first).to_be_visible()
    assert page.url.endswith("?show=line&over=province&period=last-12-months")
    assert page.evaluate("window.stayed")
    page.reload()
    expect(page.locator("#result svg").first).to_be_visible()
