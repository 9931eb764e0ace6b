"""An article is translated beside its original, by keyboard alone, and axe finds nothing on the way."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles import translating, writing
from articles.models import Article
from tests.articles.articles import NOON, binding, embed, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = (
    f"<h2>Where permits go</h2><p>In 2021, Ontario had {binding()} permits.</p>"
    f"<ul><li><p>First of all</p></li><li><p>And then</p></li></ul>{embed(title='Places')}<p>That is all.</p>"
)


@pytest.fixture
def original() -> Article:
    return saved("where", title=f"Ontario had {binding()} permits", body=BODY)


def test_a_translation_is_begun_and_written_by_keyboard(page: Page, editor: User, original: Article) -> None:
    page.goto(f"/admin/articles/article/{original.pk}/change/")
    page.get_by_role("link", name="Translate…").press("Enter")
    page.get_by_role("button", name="Translate").press("Enter")
    beside = page.locator("#desk-beside")
    expect(beside.locator("> summary")).to_have_text("The original (English)")
    text = page.locator(".field-body .ProseMirror")
    expect(text.locator(".desk-figure")).to_have_text("3\N{NO-BREAK SPACE}960")
    beside.get_by_role("link", name="heading 1 of level 2").last.press("Enter")
    page.keyboard.type("Où vont les permis")
    marked = beside.locator("[aria-current=true]")
    expect(marked).to_contain_text("Where permits go")
    beside.get_by_role("link", name="entry 2, paragraph 1").last.press("Enter")
    page.keyboard.type("Et puis")
    expect(marked).to_contain_text("And then")
    beside.get_by_role("link", name="Standfirst").last.press("Enter")
    page.keyboard.type("En bref.")
    expect(marked).to_contain_text("In short.")
    page.get_by_role("button", name="Save and continue editing").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    translation = Article.objects.get(language="fr")
    assert "<h2>Où vont les permis</h2>" in translation.body
    assert "<li><p>Et puis</p></li>" in translation.body
    assert translation.standfirst == "En bref."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_the_form_beside_a_changed_original_is_sound(
    page: Page, editor: User, original: Article, scheme: str, width: int
) -> None:
    translation = translating.translate(article=original, by=editor, at=NOON)
    original.body = original.body.replace("That is all.", "This is not all.")
    writing.save(article=original, by=editor, at=NOON)
    translation.body = translation.body.replace("<h2>", "<h2>Où vont les permis")
    writing.save(article=translation, by=editor, at=NOON)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/admin/articles/article/{translation.pk}/change/")
    expect(page.locator("#desk-beside ins").first).to_be_visible()
    own = page.locator(".field-body").bounding_box()
    other = page.locator("#desk-beside").bounding_box()
    assert (other["x"] >= own["x"] + own["width"]) == (width == 1280)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
