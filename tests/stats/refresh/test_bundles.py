"""Which files are imported together."""

from stats.refresh.bundles import Bundle, bundles
from stats.refresh.catalogue import Resource

_BASE = "https://www.ircc.canada.ca/opendata-donneesouvertes/data/"
EN = Resource(_BASE + "EN_ODP-TR-Work-IMP%20CITZ.xlsx")
FR = Resource(_BASE + "FR_ODP-TR-Work-IMP%20CITZ.xlsx")
CSV = Resource(_BASE + "ODP-TR-Work-IMP-CITZ.csv")
OTHER = Resource(_BASE + "EN_ODP-PR-Citz.xlsx")


def test_workbooks_go_as_a_pair_and_before_the_text():
    """English first, whatever the order of the catalogue."""
    found = bundles((CSV, FR, OTHER, EN), {"imp-citizenship": []})
    assert found == (Bundle("imp-citizenship", (EN, FR)), Bundle("imp-citizenship", (CSV,)))


def test_files_of_datasets_that_are_not_followed_are_passed_over():
    """As are those that nobody knows."""
    assert bundles((OTHER, Resource(_BASE + "notes.pdf"), Resource("x")), {"imp-citizenship": []}) == ()


def test_a_dataset_names_its_own_files():
    """One that was added in the admin, or whose file was renamed; spellings of a name are alike."""
    table = Resource("https://host/EN_Table%207.xlsx")
    assert bundles((table, EN), {"table-7": ["EN_TABLE-7.xlsx"]}) == (Bundle("table-7", (table,)),)


def test_of_two_workbooks_in_one_language_the_newer_counts():
    """By the date in the catalogue, or else the later one."""
    old = Resource("https://archive/EN_ODP-TR-Work-IMP%20CITZ.xlsx", last_modified="2023-01-01")
    new = Resource(EN.url, last_modified="2024-01-01")
    assert bundles((new, old), {"imp-citizenship": []}) == (Bundle("imp-citizenship", (new,)),)
