from hypothesis import given
from hypothesis import strategies as st

from articles.render.typesetting import NBSP, typeset


def test_french_marks_keep_to_their_words():
    assert typeset("« Oui » : 40 % ; non ?", "fr") == f"«{NBSP}Oui{NBSP}»{NBSP}: 40{NBSP}%{NBSP}; non{NBSP}?"


def test_english_is_left_alone():
    assert typeset("« Yes » : no", "en") == "« Yes » : no"


@given(st.text(alphabet="a «»:;?!% \N{NO-BREAK SPACE}"))
def test_nothing_but_spaces_changes_and_once_is_enough(text):
    once = typeset(text, "fr")
    assert once.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert typeset(once, "fr") == once
