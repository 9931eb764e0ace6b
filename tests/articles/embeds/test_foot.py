from articles.embeds.foot import key_text, made_text
from tests.articles.embeds.answers import ABSENT, HIDDEN, normal, stated


def test_stated_figures_are_not_called_sums():
    assert made_text([stated(5)], "en") == "As published."
    assert made_text([stated(5), stated(10)], "fr") == "Tel que publié."


def test_sums_name_their_parts_and_those_suppressed():
    assert made_text([normal(5, hidden=0)], "en") == "Sum of 12 published figures."
    assert "one of them is suppressed" in made_text([normal(5, hidden=1)], "en")
    assert "dont 2 supprimés" in made_text([normal(5, hidden=2)], "fr")


def test_signs_are_explained_only_where_they_occur():
    assert key_text([stated(5)], "en") == ""
    assert key_text([HIDDEN], "en") == "-- stands for a number that is suppressed because it is small (1–4)."
    assert key_text([ABSENT], "fr") == ".. signifie non disponible."
