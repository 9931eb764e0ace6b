"""Journeys of an editor: figures and embeds are chosen in dialogs, seen while choosing, saved, and read."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from articles import writing
from articles.document.parse import parse
from articles.document.walk import figures
from articles.models import Article, Draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NBSP = "\N{NO-BREAK SPACE}"


def line(page: Page, name: str) -> Locator:
    """The surface on which a line is written, once its editor stands."""
    return page.locator(".ProseMirror.tiptap").and_(page.get_by_role("textbox", name=name))


def new_article(page: Page, title: str = "Where permits go") -> Locator:
    """Open the form and give the surface on which the text is written."""
    page.goto("/admin/articles/article/add/")
    line(page, "Title").fill(title)
    surface = page.get_by_role("textbox", name="Text of the article")
    surface.click()
    return surface


def options(page: Page) -> Locator:
    """The options of comboboxes, and not those of plain lists."""
    return page.get_by_role("listbox").get_by_role("option")


def choose(page: Page, name: str, text: str, *, option: str | None = None) -> None:
    """Find something in a combobox by typing, and take it."""
    field = page.get_by_role("combobox", name=name, exact=True)
    field.fill(text)
    listed = options(page).filter(has_text=re.compile(option or text, re.IGNORECASE)).first
    expect(listed).to_be_visible()
    expect(listed).to_have_attribute("aria-selected", "true")
    field.press("Enter")


def insert(page: Page, button: str) -> Locator:
    """Open a dialog from the toolbar and choose the dataset."""
    page.get_by_role("button", name=button).click()
    dialog = page.get_by_role("dialog")
    choose(page, "Dataset", "profession", option="Work permits")
    expect(dialog.get_by_role("combobox", name="Province", exact=True)).to_be_visible()
    return dialog


def accept(page: Page, name: str = "Insert") -> None:
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("dialog")).to_have_count(0)


def stored(page: Page) -> list[dict]:
    """The figures and embeds in the text as it would be saved."""
    markup = page.locator("#id_body").input_value()
    return [node.question.as_json() for _, node in figures(parse(markup))]


def test_from_an_empty_form_to_the_published_page(page, editor):
    new_article(page)
    page.keyboard.type("In 2021 ")
    dialog = insert(page, "Insert a figure into the sentence")
    choose(page, "Province", "ontar", option="Ontario")
    expect(dialog.get_by_text("3,960", exact=True)).to_be_visible()
    accept(page)
    page.keyboard.type(" permits went to Ontario.")
    page.keyboard.press("Enter")

    dialog = insert(page, "Insert a ranking")
    dialog.get_by_label("Title").fill("Occupations in Quebec")
    choose(page, "Province", "Québec", option="Quebec")
    expect(dialog.get_by_role("rowheader", name="Graphic designers")).to_be_visible()
    accept(page)
    page.keyboard.type("After the ranking.")

    assert stored(page) == [
        {"dataset": "permits", "kind": "figure", "where": {"province": "ON"}, "period": {"year": 2021}},
        {
            "dataset": "permits",
            "kind": "ranking",
            "where": {"province": "QC"},
            "over": "occupation",
            "period": {"year": 2021},
            "top": 10,
        },
    ]
    page.get_by_role("button", name="Save and preview").click()
    expect(page.get_by_role("heading", name="Where permits go")).to_be_visible()
    assert Article.objects.get().status == "draft"
    page.get_by_role("link", name="Back to writing").click()
    page.get_by_role("button", name="Save and publish").click()
    page.get_by_role("link", name="Read it").first.click()
    expect(page.get_by_text("permits went to Ontario")).to_have_text("In 2021 3,960 permits went to Ontario.")
    expect(page.get_by_role("rowheader", name="Graphic designers")).to_be_visible()
    expect(page.get_by_text("After the ranking.")).to_be_visible()


def test_all_kinds_of_embed_can_be_inserted_one_behind_the_other(page, editor):
    surface = new_article(page)
    for button in ("Insert a ranking", "Insert a table", "Insert a bar chart", "Insert a line chart"):
        insert(page, button)
        accept(page)
    expect(surface.locator(".desk-embed[data-state=ready]")).to_have_count(4)
    assert [question["kind"] for question in stored(page)] == ["ranking", "table", "ranking", "series"]
    names = surface.get_by_role("group")
    expect(names.nth(3)).to_have_attribute("aria-label", "Line chart")
    names.nth(3).get_by_role("button", name="Move up").click()
    assert [question["kind"] for question in stored(page)] == ["ranking", "table", "series", "ranking"]
    page.keyboard.press("Control+z")
    assert [question["kind"] for question in stored(page)] == ["ranking", "table", "ranking", "series"]
    names.nth(0).get_by_role("button", name="Remove").click()
    assert [question["kind"] for question in stored(page)] == ["table", "ranking", "series"]


def test_a_figure_is_edited_by_double_click_and_by_enter_undone_and_left_with_escape(page, editor):
    surface = new_article(page)
    insert(page, "Insert a figure into the sentence")
    accept(page)
    figure = surface.locator(".desk-figure")
    expect(figure).to_have_text("7,920")
    figure.dblclick()
    page.get_by_role("dialog").get_by_label("Wording").select_option("about")
    expect(page.get_by_role("dialog").locator(".desk-number")).to_have_text(re.compile("^about"))
    accept(page, "Update")
    expect(figure).to_have_text(re.compile("^about"))
    page.keyboard.press("Control+z")
    expect(figure).to_have_text("7,920")
    figure.click()
    page.keyboard.press("Enter")
    province = page.get_by_role("combobox", name="Province", exact=True)
    province.click()
    expect(options(page).filter(has_text="Ontario")).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(surface).to_be_focused()


def test_the_dialog_is_used_with_the_keyboard_alone(page, editor):
    new_article(page)
    page.keyboard.type("Some ")
    page.get_by_role("toolbar", name="Formatting", exact=True).get_by_role("button").first.focus()
    for _ in range(20):
        if page.evaluate("document.activeElement.dataset.name") == "liveFigure":
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Dataset")).to_be_focused()
    expect(options(page)).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("7,920", exact=True)).to_be_visible()
    expect(page.get_by_role("combobox", name="Province", exact=True)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "combobox":
            break
    page.keyboard.type("quebec")
    expect(options(page).filter(has_text="Quebec")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Quebec")).to_be_visible()
    for _ in range(12):
        if page.evaluate("document.activeElement.classList.contains('desk-accept')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.type(" permits")
    assert stored(page)[0]["where"] == {"province": "QC"}
    assert page.locator("#id_body").input_value().endswith("</data> permits</p>")


def test_a_rank_a_sum_of_twelve_months_and_what_moved_are_chosen_in_the_dialog(page, editor):
    new_article(page)
    dialog = insert(page, "Insert a figure into the sentence")
    choose(page, "Province", "quebec", option="Quebec")
    dialog.get_by_label("Measure").select_option("rank")
    expect(dialog.get_by_label("Measure")).to_be_focused()
    expect(dialog.get_by_label("A place among")).to_have_value("province")
    dialog.get_by_label("Wording").select_option("in_words")
    expect(dialog.locator(".desk-number")).to_have_text("second")
    expect(dialog.get_by_text("A place among 3, 1 for the largest.")).to_be_visible()
    accept(page)
    page.keyboard.type(" and ")

    dialog = insert(page, "Insert a figure into the sentence")
    dialog.get_by_label("Measure").select_option("moving_sum")
    expect(dialog.get_by_label("Length").get_by_role("option")).to_have_text(["Month"])
    expect(dialog.get_by_text("twelve months to June 2022")).to_be_visible()
    accept(page)

    dialog = insert(page, "Insert a ranking")
    dialog.get_by_label("Year", exact=True).select_option("2022")
    dialog.get_by_label("What", exact=True).select_option("year_before")
    expect(
        dialog.get_by_role("columnheader", name="change in rank from January to June 2021")
    ).to_be_visible()
    accept(page)

    assert stored(page) == [
        {
            "dataset": "permits",
            "kind": "figure",
            "where": {"province": "QC"},
            "over": "province",
            "period": {"year": 2021},
            "measure": "rank",
        },
        {
            "dataset": "permits",
            "kind": "figure",
            "period": {"month": "2022-06"},
            "measure": "moving_sum",
        },
        {
            "dataset": "permits",
            "kind": "ranking",
            "over": "occupation",
            "period": {"year": 2022},
            "against": {"period": "year_before"},
            "top": 10,
        },
    ]
    page.locator(".desk-figure").first.dblclick()
    expect(page.get_by_role("dialog").get_by_label("A place among")).to_have_value("province")
    expect(page.get_by_role("dialog").locator(".desk-number")).to_have_text("second")


def test_an_index_and_a_contribution_are_chosen_with_what_they_compare_with(page, editor):
    new_article(page)
    dialog = insert(page, "Insert a figure into the sentence")
    choose(page, "Province", "ontar", option="Ontario")
    dialog.get_by_label("Year", exact=True).select_option("2022")
    dialog.get_by_label("Measure").select_option("index")
    against = dialog.get_by_role("group", name="Compared with")
    expect(against.get_by_label("What", exact=True).get_by_role("option")).to_have_text(["Another period"])
    expect(dialog.locator(".desk-number")).to_have_text(re.compile("100"))
    dialog.get_by_label("Measure").select_option("contribution")
    expect(dialog.get_by_role("group", name="A share of")).to_be_visible()
    expect(dialog.locator(".desk-number")).to_have_text(re.compile("percentage points$"))
    accept(page)
    assert stored(page)[0]["against"] == {"period": "year_before"}


def test_a_statement_is_put_into_a_sentence_and_small_rows_are_marked(page, editor):
    new_article(page)
    dialog = insert(page, "Insert a figure into the sentence")
    dialog.get_by_label("Say of it").select_option("first_above")
    dialog.get_by_label("Number", exact=True).fill("100")
    expect(dialog.locator(".desk-number")).to_contain_text("above 100")
    dialog.get_by_label("Say of it").select_option("highest_since")
    expect(dialog.get_by_label("Number", exact=True)).to_have_count(0)
    expect(dialog.locator(".desk-number")).to_contain_text(re.compile("highest|no higher"))
    accept(page)
    insert(page, "Insert a ranking")
    page.get_by_role("dialog").get_by_label("Mark what may be less than").fill("50")
    expect(page.get_by_role("dialog").locator(".small-number").first).to_be_visible()
    accept(page)
    statement, ranking = stored(page)
    assert statement == {
        "dataset": "permits",
        "kind": "statement",
        "period": {"last": 24, "of": "month"},
        "says": "highest_since",
    }
    assert ranking["small_below"] == 50


def test_what_cannot_be_answered_is_said_in_the_dialog_and_is_not_inserted(page, editor):
    new_article(page)
    dialog = insert(page, "Insert a line chart")
    dialog.get_by_label("Length").select_option("year")
    expect(dialog.get_by_text("runs over periods")).to_be_visible()
    dialog.get_by_role("button", name="Insert", exact=True).click()
    expect(dialog).to_be_visible()
    assert stored(page) == []


def test_a_figure_that_lost_its_member_is_marked_and_named_and_nothing_typed_is_lost(page, editor):
    question = {"dataset": "permits", "where": {"province": "Atlantis"}, "period": {"year": 2021}}
    stored = json.dumps({"question": question})
    body = f"<p>Atlantis had <data data-binding='{stored}'>12</data>.</p>"
    article = Article(title="Old", slug="old", author=editor, body=body)
    writing.save(article=article, by=editor, at=timezone.now())
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    figure = page.locator(".desk-figure")
    expect(figure).to_have_attribute("data-state", "wrong")
    expect(figure).to_have_text("12")
    expect(figure).to_have_attribute("title", re.compile("Atlantis"))
    page.get_by_role("link", name="paragraph 1, figure 1").click()
    expect(figure).to_have_class(re.compile("selectednode"))
    line(page, "Title").fill("New")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("paragraph 1, figure 1: where.province: 'Atlantis'")).to_be_visible()
    expect(line(page, "Title")).to_have_text("New")


def test_numbers_follow_the_language_of_the_article(page, editor):
    surface = new_article(page)
    insert(page, "Insert a figure into the sentence")
    accept(page)
    page.locator("#id_language").select_option("fr")
    expect(surface.locator(".desk-figure")).to_have_text(f"7{NBSP}920")


def test_a_number_is_copied_with_its_question_and_a_list_from_word_becomes_a_list(page, editor):
    surface = new_article(page)
    insert(page, "Insert a figure into the sentence")
    accept(page)
    page.keyboard.press("Control+a")
    page.wait_for_timeout(100)
    page.keyboard.press("Control+c")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    page.keyboard.press("Control+v")
    expect(surface.locator(".desk-figure")).to_have_count(2)
    assert len(stored(page)) == 2
    page.keyboard.press("Enter")
    word = (
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>One</p>"
        "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.</span>Inside</p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>"
    )
    surface.evaluate(
        """(dom, html) => {
            const data = new DataTransfer(); data.setData("text/html", html);
            const how = {clipboardData: data, bubbles: true, cancelable: true};
            dom.dispatchEvent(new ClipboardEvent("paste", how))
        }""",
        word,
    )
    expect(surface.locator("> ul > li")).to_have_count(2)
    expect(surface.locator("ul ol li")).to_have_text("Inside")


def test_the_desk_and_its_dialog_pass_the_checks_of_axe(page, editor):
    new_article(page)
    insert(page, "Insert a ranking")
    accept(page)
    # The breadcrumbs are Django's own.
    found = Axe().run(page, context={"exclude": [[".breadcrumbs"]]}).response["violations"]
    insert(page, "Insert a table")
    found += Axe().run(page, context="dialog").response["violations"]
    assert [violation["help"] for violation in found] == []


def test_the_second_of_two_writers_sees_what_the_first_saved_and_decides(page, editor):
    new_article(page)
    page.keyboard.type("First words.")
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_url("**/change/")
    article = Article.objects.get()
    article.standfirst = "Max was here."
    writing.save(article=article, by=User.objects.create_user("max"), at=timezone.now())
    page.get_by_role("textbox", name="Text of the article").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" More words.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("max saved this article while you were writing")).to_be_visible()
    expect(page.get_by_role("region", name="What max saved")).to_contain_text("Max was here.")
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_text("First words. More words.")
    page.get_by_role("button", name="Save mine over theirs").click()
    page.wait_for_url("**/article/")
    article.refresh_from_db()
    assert article.body == "<p>First words. More words.</p>"
    assert article.revisions.count() == 3


def test_a_figure_stands_in_the_headline_and_readers_see_it_move_with_its_edition(page, editor):
    surface = new_article(page, "")
    line(page, "Title").click()
    page.keyboard.type("Ontario had @@")
    choose(page, "Dataset", "profession", option="Work permits")
    choose(page, "Province", "ontario", option="Ontario")
    accept(page)
    page.keyboard.type(" permits")
    expect(line(page, "Title")).to_contain_text("Ontario had 3,960 permits")
    page.keyboard.press("Enter")
    expect(line(page, "Standfirst")).to_be_focused()
    surface.click()
    page.keyboard.type("Words.")
    page.get_by_role("button", name="Save and publish").click()
    page.get_by_role("link", name="Read it").first.click()
    expect(page).to_have_title("Ontario had 3,960 permits – Stet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ontario had 3,960 permits")
    expect(page).to_have_url(re.compile("/en/articles/ontario-had-3960-permits/$"))


def test_words_that_were_typed_while_the_server_was_out_of_reach_come_back(page, editor):
    new_article(page, "Where permits go")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was added successfully")).to_be_visible()
    expect(line(page, "Title")).to_have_text("Where permits go")
    page.route("**/article/drafts/", lambda route: route.fulfill(status=503, body=""))
    line(page, "Title").fill("Typed on the train")
    expect(page.get_by_text("kept in this browser")).to_be_visible()
    page.unroute("**/article/drafts/")
    page.reload()
    expect(page.get_by_text("are with the server now")).to_be_visible()
    page.get_by_role("link", name="Load the page again").click()
    expect(page.get_by_text("You typed something here that was never saved")).to_have_count(1)
    page.get_by_role("link", name="Go on with it").click()
    expect(line(page, "Title")).to_have_text("Typed on the train")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert list(Article.objects.get().revisions.values_list("title", flat=True)) == [
        "Typed on the train",
        "Where permits go",
    ]
    assert not Draft.objects.unsaved().filter(article__isnull=False).exists()


def test_a_map_is_highlighted_described_and_read(page, editor):
    surface = new_article(page)
    dialog = insert(page, "Insert a map of the provinces")
    heard = dialog.locator(".desk-hint").filter(has_text="Read out:")
    expect(heard).to_contain_text("Highest: Ontario")
    dialog.get_by_label("Highlight").select_option("Quebec")
    dialog.get_by_label("Description for screen readers").fill("Half of them are in one province.")
    expect(heard).to_contain_text("in one province.")
    accept(page)
    expect(surface.locator(".desk-embed .chart-wide svg")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/admin/articles/article/")
    ((_, block),) = figures(parse(Article.objects.get().body))
    assert (block.kind, block.question.over) == ("map", "province")
    assert (block.options, block.description) == ({"highlight": "QC"}, "Half of them are in one province.")


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        ("Insert grouped bars", "grouped"),
        ("Insert stacked bars", "stacked"),
        ("Insert a slope chart", "slope"),
        ("Insert small multiples", "multiples"),
        ("Insert key figures", "key_figures"),
    ],
)
def test_every_further_kind_is_inserted_from_its_dialog(page, editor, button, kind):
    surface = new_article(page)
    dialog = insert(page, button)
    dialog.get_by_label("Length").select_option("Month")
    expect(dialog.locator(".desk-result figure.embed")).to_be_visible()
    accept(page)
    expect(surface.locator(".desk-embed figure.embed")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/admin/articles/article/")
    ((_, block),) = figures(parse(Article.objects.get().body))
    assert block.kind == kind
