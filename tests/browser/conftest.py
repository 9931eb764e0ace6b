"""Debian's chromium, a live server, and people signed in through the admin's own form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Permission, User
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.articles.permits import make_permits

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "a password for tests"
EDITORS = ("add_article", "change_article", "view_article", "publish_article")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys."""
    # Playwright's own loop runs in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # A machine that does other things besides is slow, not wrong.
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, live_server) -> Iterator[Page]:
    """A fresh window; an error in a script, or something that the policy keeps out, fails the test."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    window = context.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on("console", lambda message: message.type == "error" and errors.append(message.text))
    yield window
    found = [error for error in errors if "404" not in error and "503" not in error]
    # What a window says as it closes would reach a server whose database is being emptied.
    context.set_offline(True)
    context.close()
    assert not found


@pytest.fixture
def sign_in(page: Page) -> Callable[[str], None]:
    """Sign in as a person of the test's."""

    def signed_in(name: str) -> None:
        page.goto("/admin/login/")
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_url("**/admin/")

    return signed_in


@pytest.fixture
def editor(page: Page, sign_in) -> User:
    """An editor who has signed in, and a dataset to write about."""
    make_permits()
    user = User.objects.create_user("ed", password=PASSWORD, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=EDITORS))
    sign_in("ed")
    return user
