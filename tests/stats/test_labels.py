"""Labels: two spellings of one name fold alike, codes are stable, and the nearest names are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.labels import Label, fold, nearest, slug, tidy, without_total

texts = st.text(max_size=30)


@given(texts)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_tidying_keeps_the_fold(text):
    assert fold(tidy(text)) == fold(text)
    assert tidy(tidy(text)) == tidy(text)


@given(texts)
def test_a_slug_is_made_of_letters_digits_and_hyphens(text):
    made = slug(text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Québec", "QUEBEC"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Terre-Neuve‑et–Labrador", "terre-neuve-et-labrador"),
        ("Solomons,  The", "solomons, the"),
        ("Curaçao", "Curacao"),
        ("a\u00a0b", "A B"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ontario - Total", "Ontario"),
        ("Ontario – Total", "Ontario"),
        ("Ontario: total", "Ontario"),
        ("Ontario Total", "Ontario"),
        ("Total", "Total"),
        ("Total unique persons", "Total unique persons"),
        ("Worker Program", "Worker Program"),
    ],
)
def test_the_name_on_a_total_row_loses_its_suffix(printed, name):
    assert without_total(printed) == name


@given(texts)
def test_a_name_without_total_is_never_empty_unless_it_was(text):
    assert bool(without_total(text)) == bool(text.strip())


@given(st.lists(texts, max_size=6), texts)
def test_the_nearest_are_candidates_each_once_and_few(candidates, name):
    found = nearest(name, candidates)
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert set(found) <= set(candidates)


def test_the_nearest_begins_with_what_is_contained_then_what_is_alike():
    names = ["Computer programmers and interactive media developers", "Cooks", "Computer engineers"]
    assert nearest("programmers", names)[0] == names[0]
    assert nearest("Ontaro", ["Ontario", "Yukon"]) == ["Ontario"]
    assert nearest("quebec", ["Québec"]) == ["Québec"]
    assert nearest("", ["Ontario"]) == []


def test_labels_complete_each_other_and_fall_back():
    label = Label("Germany").completed_by(Label("ignored", "Allemagne"))
    assert label == Label("Germany", "Allemagne")
    assert Label("Germany").in_language("fr") == "Germany"
    assert not Label("Germany").known_in("fr")
    assert label.as_json() == {"en": "Germany", "fr": "Allemagne"}
