"""The ledger and earlier states of pages in a browser: accessible, and as wide as a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from articles import publishing
from stats.ingest.decide import accept, take_back
from stats.models import Edition
from stats.periods import month
from tests.articles.articles import MORNING, binding, embed, person, saved
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
FIGURE = {"dataset": EVENTS, "where": {"citizenship": "india"}, "period": "2024-03"}
RANKING = {"dataset": EVENTS, "kind": "ranking", "over": "citizenship", "period": "2024-03"}


def paths(language: str) -> list[str]:
    data = f"/{language}/data/{EVENTS}"
    article = f"/{language}/articles/permits"
    return [
        f"{data}/revisions/",
        f"{data}/revisions/2/?citizenship=Indai",
        f"{data}/history/?where.citizenship=india&period=2024-03",
        f"{article}/",
        f"{article}/as-of/",
        f"{article}/as-of/2024-09-10/",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_pages_pass_the_checks_of_axe_and_fit_a_telephone(page: Page, data_dir, language, colours):
    longer = SMALL
    for number in range(3):
        longer = longer | {("India", month(2024, at)): 95 + 5 * number for at in range(3, 4 + number)}
        import_odp(longer, accept=False)
        accept(Edition.objects.get(number=number + 1), at=MORNING)
    take_back(Edition.objects.get(number=3))
    body = f"<p>India had {binding(FIGURE)} permits.</p>{embed(RANKING)}"
    publishing.publish(article=saved(language=language, body=body), by=person(), at=MORNING)
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": 360, "height": 800})
    for path in paths(language):
        response = page.goto(path)
        assert response is not None
        assert response.status == 200, path
        found = Axe().run(page)
        assert not found.violations_count, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
