"""`make pictures`: take the pictures of the screens that stand in docs/pictures.

Stet is started on an empty folder, as a newcomer would start it, and used with Debian's chromium.
`--only NAME` takes the pictures whose names begin so; `--into DIR` puts them elsewhere.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from articles.demo.cast import DATA_DESK, PUBLISHER, WRITER
from articles.demo.story import SLUG
from config.environment import BASE_DIR
from stats.sample import editions
from tests.installation import ARGUMENTS, CHROMIUM, credentials, running


@dataclass(frozen=True)
class Shot:
    """A picture: its name, how to get to the screen, who is signed in, and how the screen is set."""

    name: str
    go: Callable[[Page], None]
    role: str | None = None
    width: int = 1280
    height: int = 900
    dark: bool = False
    whole: bool = False


def _open(path: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        page.goto(path)

    return go


def _first_edition(page: Page) -> None:
    page.goto("/admin/stats/edition/")
    page.locator("#result_list tbody tr").filter(has_text="Waiting").first.locator("a").first.click()


def _refuse_what_waits(page: Page) -> None:
    page.goto("/admin/stats/edition/")
    waiting = page.locator("#result_list tbody tr").filter(has_text="Waiting")
    if waiting.count():
        waiting.first.locator("a").first.click()
        page.get_by_role("link", name="Refuse").or_(page.get_by_role("button", name="Refuse")).first.click()
        page.locator("textarea").first.fill("To be imported again, by hand.")
        page.locator("form [type=submit]").last.click()


def _preview_of_import(page: Page) -> None:
    _refuse_what_waits(page)
    edition = [e for e in editions() if e.dataset == "imp-province-noc"][-1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, edition.files[0].name)
        path.write_bytes(edition.files[0].data)
        page.goto("/admin/stats/edition/import/")
        page.locator("input[type=file]").first.set_input_files(path)
        page.locator("form [type=submit]").last.click()
        page.wait_for_load_state()


def _job(page: Page) -> None:
    _preview_of_import(page)
    page.get_by_role("button", name="Confirm import").click()
    page.wait_for_load_state()
    page.wait_for_timeout(4_000)


def _decision(page: Page) -> None:
    _first_edition(page)
    page.locator(".stats-choices a").first.click()
    page.wait_for_load_state()


def _article_preview(page: Page) -> None:
    _article_form(page)
    page.get_by_role("button", name="Save and preview").click()
    page.wait_for_load_state()


def _article_form(page: Page) -> None:
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="mobility permits went in 2021").click()
    page.wait_for_timeout(2_500)


def _picker(page: Page) -> None:
    page.goto("/admin/articles/article/add/")
    page.get_by_role("textbox", name="Text of the article").click()
    page.get_by_role("button", name="Insert a ranking").click()
    for name, text in (("Dataset", "province and occ"), ("Province", "ontar")):
        field = page.get_by_role("combobox", name=name).first
        field.fill(text)
        page.wait_for_timeout(1_000)
        field.press("Enter")
    page.wait_for_timeout(1_500)


ARTICLE = f"/en/articles/{SLUG.en}/"
ARTIKEL = f"/fr/articles/{SLUG.fr}/"

TABLE = "/en/data/imp-province-noc/table/?show=ranking&over=occupation&where.province=ON&period=2021&top=10"

SHOTS = (
    Shot("home", _open("/en/")),
    Shot("article", _open(ARTICLE), height=1500),
    Shot("article-french-narrow-dark", _open(ARTIKEL), width=390, height=1400, dark=True),
    Shot("data", _open("/en/data/"), height=1000),
    Shot("data-table", _open(TABLE), height=1200),
    Shot("not-found", _open("/en/articles/nothing-here/"), height=600),
    Shot("api", _open("/api/v1/docs/")),
    Shot("sign-in", _open("/admin/login/"), height=700),
    Shot("desk", _open("/admin/"), role=DATA_DESK, height=1000),
    Shot("desk-editor", _open("/admin/"), role=WRITER, height=1000),
    Shot("desk-narrow-dark", _open("/admin/"), role=WRITER, width=390, height=1000, dark=True),
    Shot("editions", _open("/admin/stats/edition/"), role=DATA_DESK),
    Shot("edition", _first_edition, role=DATA_DESK, height=1400),
    Shot("decision", _decision, role=DATA_DESK),
    Shot("datasets", _open("/admin/stats/dataset/"), role=DATA_DESK),
    Shot("articles", _open("/admin/articles/article/"), role=PUBLISHER, height=600),
    Shot("import", _open("/admin/stats/edition/import/"), role=DATA_DESK),
    Shot("writing", _article_form, role=WRITER, height=1400),
    Shot("writing-dark", _article_form, role=WRITER, dark=True),
    Shot("picker", _picker, role=WRITER),
    Shot("preview", _article_preview, role=WRITER, height=1000),
    Shot("import-preview", _preview_of_import, role=DATA_DESK, whole=True),
    Shot("job", _job, role=DATA_DESK),
)


def main() -> None:
    """Take the pictures."""
    arguments = argparse.ArgumentParser(description="Take the pictures of the screens that stand in docs/.")
    arguments.add_argument("--only", default="", help="take those whose names begin so")
    arguments.add_argument("--into", type=Path, default=BASE_DIR / "docs" / "pictures")
    chosen = arguments.parse_args()
    chosen.into.mkdir(parents=True, exist_ok=True)
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for shot in SHOTS:
            if shot.name.startswith(chosen.only):
                _take(browser, address, shot, chosen.into / f"{shot.name}.png")
        browser.close()


def _take(browser: Browser, address: str, shot: Shot, path: Path) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        locale="en",
    )
    page = context.new_page()
    if shot.role is not None:
        name, password = credentials(shot.role)
        page.goto("/admin/login/")
        page.fill("#id_username", name)
        page.fill("#id_password", password)
        page.click("[type=submit]")
    shot.go(page)
    page.wait_for_timeout(700)
    page.screenshot(path=path, full_page=shot.whole)
    context.close()
    print(f"{shot.name}: {path.stat().st_size // 1024} KB", flush=True)


if __name__ == "__main__":
    main()
