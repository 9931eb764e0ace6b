"""IRCC's own files, screened: none is refused, and what is said of them a person would want to know."""

import pytest

from stats.findings import Severity
from tests.mutations.desk import first, releases_under, then
from tests.mutations.grid import grid

pytestmark = pytest.mark.releases

REMARKABLE = {
    ("hc-citizenship", "2025-07"): {"screen.period-total"},
    ("imp-program-year-end", "2024"): {"screen.out-of-proportion"},
}
"""Files that are odd by themselves: the months of the United Kingdom do not reach its quarters, and Nunavut
has twenty-six times as many permit holders in 2011 as in any year around it."""
SEQUENCES = [
    ("pr-province-category", "2024-06", "2024-07"),
    ("pr-province-category", "2024-07", "2025-07"),
    ("pr-province-category", "2024-06", "2025-07"),
    ("study-citizenship", "2025-01", "2025-07"),
    ("study-citizenship", "2024-06", "2025-01"),
    ("pr-citizenship", "2024-06", "2024-07"),
]


def of(releases, table, edition):
    return [path for path in releases_under(releases) if path.parts[-3:-1] == (table, edition)]


def said(findings):
    """The rules of what is more than a note."""
    return {finding.rule for finding in findings if finding.severity is not Severity.NOTE}


def again(before, path):
    """A file imported after another one."""
    return then(before, grid(path, first(path).printed.reading).read).findings


def test_no_file_is_refused_and_two_are_remarkable(releases):
    found = {path: first(path) for path in releases_under(releases)}
    assert len(found) == 19
    remarkable = {
        path.parts[-3:-1]: {rule for rule, _ in f.own if rule.startswith("screen.")}
        for path, f in found.items()
    }
    assert {key: rules for key, rules in remarkable.items() if rules} == REMARKABLE


@pytest.mark.parametrize(("table", "older", "newer"), SEQUENCES)
def test_editions_that_followed_each_other_are_routine(releases, table, older, newer):
    (path,) = of(releases, table, newer)
    for before in of(releases, table, older):
        assert said(again(first(before), path)) == set()


def test_the_asylum_tables_sorted_anew_are_named(releases):
    (older,), (newer,) = (of(releases, "asylum-office", edition) for edition in ("2024-07", "2025-07"))
    assert said(again(first(older), newer)) == {
        "resolve.unmatched",
        "screen.many-revised",
        "screen.notes-changed",
        "screen.rows-lost",
        "screen.rows-with-past",
        "screen.unusual-revision",
    }


def test_the_same_file_again_changes_nothing(releases):
    for path in releases_under(releases):
        before = first(path)
        found = then(before, grid(path, before.printed.reading).read).findings
        assert {(f.rule, f.message) for f in found if f.severity is not Severity.NOTE} <= before.own
