"""Debian's chromium, a live server, and people signed in through the admin's own form."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Permission, User
from django.core.signals import request_finished, request_started
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
def at_rest() -> Iterator[Callable[[], None]]:
    """Waits until the server has answered all that it was asked, so that its database can be emptied."""
    under_way: list[None] = []

    def started(**_said: object) -> None:
        under_way.append(None)

    def finished(**_said: object) -> None:
        if under_way:
            under_way.pop()

    def wait() -> None:
        deadline = time.monotonic() + 10
        # What is on its way to the server has not begun there.
        time.sleep(0.3)
        while under_way and time.monotonic() < deadline:
            time.sleep(0.05)

    request_started.connect(started)
    request_finished.connect(finished)
    yield wait
    request_started.disconnect(started)
    request_finished.disconnect(finished)


@pytest.fixture
def page(chromium: Browser, live_server, at_rest) -> Iterator[Page]:
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
    at_rest()
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
