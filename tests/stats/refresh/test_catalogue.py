"""Reading `package_show`: what may be missing is missing, what is no package is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.labels import Label
from stats.refresh.catalogue import NotAPackage, Package, Resource, parse


def _answer(*resources: object, **result: object) -> bytes:
    return json.dumps({"success": True, "result": {"resources": list(resources)} | result}).encode()


def test_a_whole_package():
    """Ids, titles in both languages and the facts of each file."""
    resource = {
        "id": "r1",
        "url": "https://www.ircc.canada.ca/opendata/data/EN_ODP-TR-Work-IMP%20CITZ.xlsx",
        "format": "XLSX",
        "name_translated": {"en": "[rounded] Permits", "fr": "[arrondi] Permis"},
        "last_modified": "2024-10-16T12:00:00",
        "hash": "abc",
        "size": 1024,
    }
    package = parse(_answer(resource, id="p1", title_translated={"en": "Work", "fr": "Travail"}))
    assert package == Package(
        "p1",
        Label("Work", "Travail"),
        (
            Resource(
                url=resource["url"],
                name=Label("[rounded] Permits", "[arrondi] Permis"),
                format="XLSX",
                last_modified="2024-10-16T12:00:00",
                hash="abc",
                size="1024",
            ),
        ),
    )
    assert package.resources[0].file_name == "EN_ODP-TR-Work-IMP CITZ.xlsx"
    assert package.resources[0].listed == {
        "last_modified": "2024-10-16T12:00:00",
        "hash": "abc",
        "size": "1024",
    }


@pytest.mark.parametrize(
    "resource",
    [
        {"url": "https://host/data/a.csv"},
        {"url": " https://host/data/a.csv\0", "name_translated": None, "size": None, "hash": []},
        {"url": "https://host/data/a.csv", "name_translated": ["x"], "last_modified": {}, "format": False},
    ],
)
def test_any_field_but_the_address_may_be_missing_or_of_another_type(resource):
    """It is empty then."""
    assert parse(_answer(resource)).resources == (Resource("https://host/data/a.csv"),)


def test_what_is_no_file_is_passed_over_and_an_address_counts_once():
    """Resources without an address, and those listed twice."""
    twice = {"url": "https://host/a.csv"}
    found = parse(_answer(None, "text", {}, {"url": ""}, {"url": 7.5}, twice, twice | {"hash": "2"}))
    assert [(r.url, r.hash) for r in found.resources] == [("7.5", ""), ("https://host/a.csv", "2")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"<html>maintenance</html>", "not JSON.*<html>"),
        (b"[" * 100_000, "not JSON"),
        (b'{"success": true, "result": {"resources": [9' + b"9" * 5000 + b"]}}", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[]", "list instead of an object"),
        (b"{}", "the catalogue refuses: None"),
        (b'{"success": false, "error": {"message": "Not found"}}', "the catalogue refuses: 'Not found'"),
        (b'{"success": true, "result": null}', "no list 'resources'"),
        (b'{"success": true, "result": {"resources": {"url": 1}}}', "no list 'resources'"),
    ],
)
def test_what_is_no_package_is_refused(data, message):
    """Saying what came instead."""
    with pytest.raises(NotAPackage, match=message):
        parse(data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["url", "name_translated", "size", "hash", "last_modified"]), _JSON))
def test_no_resource_breaks_the_reading(resource):
    """Whatever stands in its fields, all facts are texts."""
    for found in parse(_answer(resource)).resources:
        assert found.url
        assert isinstance(found.file_name, str)
        assert all(isinstance(fact, str) for fact in found.listed.values())
