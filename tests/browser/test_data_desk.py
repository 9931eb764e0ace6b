"""The data desk's pages about editions pass the checks of axe, in both languages, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page

from stats.models import Dataset, Edition, ImportJob, JobState, SourceFile
from tests.browser.conftest import PASSWORD
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST = {"India": [100] * 36, "France": [40] * 36, "Brazil": [60] * 36}


@pytest.fixture
def addresses(data_dir) -> list[str]:
    """A waiting edition with a label that matches no member, its dataset, and an import that was refused."""
    import_odp(figures_of(FIRST))
    import_odp(figures_of(FIRST | {"India": [100] * 35 + [105], "Chad": [0] * 35 + [5, 10]}), accept=False)
    edition, dataset = Edition.objects.get(number=2), Dataset.objects.get(slug=EVENTS)
    refusal = {"rule": "read.no-table", "severity": "refusal", "message": "There is no table.", "where": {}}
    job = ImportJob.objects.create(
        dataset=dataset, state=JobState.REFUSED, outcome={"status": "refused", "findings": [refusal]}
    )
    job.files.add(SourceFile.objects.create(name="permits.csv", sha256="0" * 64, size=1))
    page = f"/admin/stats/edition/{edition.pk}"
    return [
        "/admin/",
        *(f"{page}/{part}/" for part in ("change", "changes", "members", "accept", "hold")),
        f"/admin/stats/importjob/{job.pk}/change/",
        f"/admin/stats/dataset/{dataset.pk}/change/",
        "/admin/stats/edition/import/",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_editions_are_sound(
    page: Page, sign_in, live_server, addresses: list[str], language: str, scheme: str
) -> None:
    User.objects.create_superuser("chief", password=PASSWORD)
    page.context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
    page.emulate_media(color_scheme=scheme)
    sign_in("chief")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            assert page.goto(address).status == 200
            found = Axe().run(page).response["violations"]
            said = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
            assert said == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
