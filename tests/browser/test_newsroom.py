import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("/admin/", "/admin/articles/article/", "/admin/stats/edition/")


def _sound(page: Page, path: str) -> None:
    """Axe finds nothing, and nothing is wider than the screen."""
    page.goto(path)
    assert Axe().run(page).response["violations"] == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_pages_are_sound_in_light_and_dark_wide_and_narrow(
    page: Page, sign_in, scheme: str, width: int
) -> None:
    User.objects.create_superuser("chief", password="a password for tests")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    _sound(page, "/admin/login/")
    sign_in("chief")
    for path in PAGES:
        _sound(page, path)


def test_the_language_is_chosen_at_the_top_and_kept(page: Page, editor: User) -> None:
    page.goto("/admin/articles/article/")
    page.get_by_role("button", name="Français").click()
    page.get_by_role("button", name="English").wait_for()
    assert page.url.endswith("/admin/articles/article/")
    page.goto("/admin/")
    page.get_by_role("heading", name="Salle de rédaction").wait_for()


def test_who_signs_out_is_told_and_may_choose_a_language_there(page: Page, editor: User) -> None:
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("heading", name="You are signed out").wait_for()
    page.get_by_role("button", name="Français").click()
    page.get_by_role("heading", name="Se connecter").wait_for()
