"""The catalogue that ships is sound, and a faulty one is refused by table and key."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from stats.catalogue import CatalogueError, DatasetSpec, load, parse
from stats.catalogue.spec import header_key
from stats.codebook import AXES, Measures
from stats.codelists.provinces import province_code
from stats.labels import slug
from stats.readers.reading import Form
from stats.readers.sniff import read

TEXT = files("stats.catalogue").joinpath("datasets.toml").read_text(encoding="utf-8")

LAYOUTS = {
    "imp-citizenship": (1,),
    "tfwp-citizenship": (1,),
    "imp-province-noc": (1, 1),
    "imp-program-year-end": (1, 3),
    "tfw-program-year-end": (1, 2),
    "hc-citizenship": (1,),
    "study-citizenship": (1,),
    "pr-citizenship": (1,),
    "pr-province-category": (1, 3),
    "pr-province-noc": (1, 1),
    "asylum-office": (1, 1),
    "ee-candidates-destination": (1, 1),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_known_tables(name: str) -> None:
    """The tables whose files are known by heart have their dimensions in the order of the label columns."""
    assert load()[name].layout == LAYOUTS[name]


@pytest.mark.parametrize("spec", load().values(), ids=load())
def test_every_dataset_is_whole(spec: DatasetSpec) -> None:
    """Both languages, a sentence on what is counted, dimensions, and files in a language each."""
    labels = [spec.title, spec.unit, spec.counts, *spec.notes, *(d.label for d in spec.dimensions)]
    assert all(label.en and label.fr for label in labels)
    assert spec.counts.en.endswith(".")
    assert spec.counts.fr.endswith(".")
    assert spec.slug == slug(spec.slug)
    assert 1 <= len(spec.dimensions) <= AXES
    assert {f.language == "both" for f in spec.files if f.form is Form.ODP} <= {True}
    assert {f.language for f in spec.files if f.form is Form.CROSSTAB} == {"en", "fr"}
    assert all(d.headers == tuple(map(header_key, d.headers)) for d in spec.dimensions)


def test_what_may_be_added() -> None:
    """Months add up for events only; a stock is annual."""
    for spec in load().values():
        assert not spec.months_add or spec.measures is Measures.EVENTS
        assert spec.measures is not Measures.STOCK or (spec.frequency == "year" and not spec.months_add)
    assert load()["imp-province-noc"].months_add
    assert not load()["study-citizenship"].months_add


def test_no_two_datasets_share_a_file() -> None:
    """A published file name belongs to one dataset."""
    names = [file.name for spec in load().values() for file in spec.files]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('measures = "events"', 'measures = "flows"', "dataset 'imp-citizenship': 'measures' is 'flows'"),
        ('unit = "permits"', 'unit = "permit"', "'unit' is 'permit': permits is expected"),
        ("months_add = true", 'months_add = "yes"', "'months_add' is 'yes': true or false is expected"),
        ("members_add = true", "member_add = true", "'members_add' is missing"),
        ('subject = "work-permits"', 'subject = "work-permits"\ncolour = "red"', "unknown key 'colour'"),
        ('use = "citizenship"', 'use = "citizen"', "'use' is 'citizen': citizenship is expected"),
        ("columns = 1", "columns = true", "'columns' is True: a whole number is expected"),
        ('slug = "imp-province-noc"', 'slug = "imp-citizenship"', "slug 'imp-citizenship' is taken"),
        ('form = "odp"', 'form = "csv"', "'form' is 'csv': odp"),
        ('"same-columns"]', '"same-column"]', "'notes' is 'same-column': same-columns"),
        ("hidden_from = 1", "hidden_from = 9", "suppression range 9 to 4 is empty"),
        ("[subject]", "[subject", "not TOML"),
        ("[subject]", '[topic]\nx = "y"\n[subject]', "unknown key 'topic'"),
    ],
)
def test_faults_name_table_and_key(old: str, new: str, message: str) -> None:
    """One change to the shipped file, and the error says where and what would be accepted."""
    assert old in TEXT
    with pytest.raises(CatalogueError) as caught:
        parse(TEXT.replace(old, new, 1))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("EN_PROVINCE_TERRITORY", "Province/Territory"),
        ("FR_PAYS_DE_CITOYENNETÉ", "Pays de citoyenneté"),
        ("EN_PROGRAM_LEVEL_2", "Program Level 3"),
        ("FR_ÂGE", "âge"),
    ],
)
def test_headers_that_are_one(left: str, right: str) -> None:
    """Headers of delimited files and of workbooks mean the same."""
    assert header_key(left) == header_key(right)


@pytest.mark.releases
def test_published_members(releases: Path) -> None:
    """In the published files every province is known, and only residual occupations have no code."""
    for path in sorted(releases.glob("*/*/*.*")):
        spec = load()[path.parts[-3]]
        rows = read(path.read_bytes(), name=path.name, layout=spec.layout).rows
        for axis, dimension in enumerate(spec.dimensions):
            names = {label.en for row in rows for label in row.path[axis]}
            if dimension.codelist == "provinces":
                assert all(province_code(name) for name in names)
            if dimension.coded:
                uncoded = {slug(name) for name in names if not name[:4].isdigit()}
                assert uncoded <= {*dimension.others, *dimension.not_stated}
