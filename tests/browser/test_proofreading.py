"""Journeys of a second pair of eyes: the checklist leads to its places, and passages are commented on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.document.parse import parse
from articles.document.walk import figures
from articles.models import Article, Comment
from tests.articles.articles import binding, embed, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article(page: Page, editor) -> Iterator[Article]:
    """An article with a number typed by hand, which is a figure of Quebec."""
    yield saved(body=f"<p>First.</p><p>Ontario had {binding()} permits, Quebec 2,640.</p>{embed()}")
    # The desk sends what was not saved when it is left; the tables are emptied after that.
    page.goto("/admin/")


def opened(page: Page, article: Article) -> None:
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.get_by_role("textbox", name="Text of the article")).to_contain_text("2,640")


def selected(page: Page) -> str:
    return page.evaluate("getSelection().toString()")


def test_a_typed_number_is_found_from_the_checklist_and_becomes_a_live_figure(page, article):
    opened(page, article)
    page.get_by_role("link", name="paragraph 2", exact=True).click()
    assert selected(page) == "2,640"
    page.get_by_role("button", name="Put in the figure 2,640: Quebec, 2021").click()
    surface = page.get_by_role("textbox", name="Text of the article")
    expect(surface.get_by_role("img", name="2,640")).to_be_visible()
    stored = [node.question for _, node in figures(parse(page.locator("#id_body").input_value()))]
    assert [question.where for question in stored[:2]] == [{"province": ("ON",)}, {"province": ("QC",)}]
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_role("region", name="Before publishing")).not_to_contain_text("typed by hand")


def test_a_passage_is_commented_on_by_keyboard_and_resolved_with_what_was_typed_untouched(page, article):
    opened(page, article)
    surface = page.get_by_role("textbox", name="Text of the article")
    surface.get_by_text("First.").click()
    page.keyboard.press("Home")
    # The editor hears of the place a moment after the browser has moved there.
    page.wait_for_timeout(300)
    page.keyboard.type("Unsaved. ")
    expect(surface).to_contain_text("Unsaved. First.")
    for _ in "First":
        page.keyboard.press("Shift+ArrowRight")
    # The editor hears of a selection a moment after the browser has made it.
    page.wait_for_function("getSelection().toString() === 'First'")
    page.wait_for_timeout(200)
    page.keyboard.press("Control+Alt+m")
    panel = page.get_by_role("complementary", name="Comments")
    expect(panel.get_by_label("New comment")).to_be_focused()
    expect(panel).to_contain_text("On “First”")
    page.keyboard.type("First of what?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said = panel.get_by_role("article")
    expect(said).to_contain_text("First of what?")
    expect(surface).to_contain_text("Unsaved. First.")
    comment = Comment.objects.get()
    assert (comment.path, comment.quote) == ("p[1]", "First")
    page.keyboard.press("Control+Home")
    said.get_by_role("link", name="paragraph 1").click()
    page.wait_for_function("getSelection().toString() === 'First'")
    said.get_by_role("button", name="Resolve").click()
    expect(panel).to_contain_text("No comment is open.")
    expect(surface).to_contain_text("Unsaved. First.")
    comment.refresh_from_db()
    assert comment.resolved_by is not None


def test_the_selected_embed_is_commented_on_with_the_button_of_the_toolbar(page, article):
    opened(page, article)
    page.get_by_role("link", name="embed 1", exact=True).first.click()
    page.get_by_role("button", name="Comment on the selected words").click()
    panel = page.get_by_role("complementary", name="Comments")
    expect(panel).to_contain_text("On this place")
    panel.get_by_label("New comment").fill("Why these?")
    panel.get_by_role("button", name="Comment", exact=True).click()
    expect(panel.get_by_role("link", name="embed 1")).to_be_visible()
    assert Comment.objects.get().path == "figure[1]"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_checklist_comments_and_links_pass_the_checks_of_axe(page, article, colours):
    page.emulate_media(color_scheme=colours)
    opened(page, article)
    panel = page.get_by_role("complementary", name="Comments")
    panel.get_by_label("New comment").fill("Which year?")
    panel.get_by_role("button", name="Comment", exact=True).click()
    expect(panel.get_by_role("article")).to_be_visible()
    panel.get_by_text("Answer", exact=True).first.click()
    # The breadcrumbs are Django's own.
    found = Axe().run(page, context={"exclude": [[".breadcrumbs"]]}).response["violations"]
    page.goto(f"/admin/articles/article/{article.pk}/share/")
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_label("Address")).to_be_visible()
    found += Axe().run(page, context={"exclude": [[".breadcrumbs"]]}).response["violations"]
    assert [violation["help"] for violation in found] == []
