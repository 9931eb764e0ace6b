import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.elements import DocumentError
from articles.document.line import as_written, line_markup, line_of, parse_line, words
from articles.document.nodes import Binding, Paragraph, Text
from tests.articles.articles import binding


def test_a_line_holds_characters_and_figures():
    line = parse_line(f"Ontario had {binding()} permits &amp; more")
    assert [type(one) for one in line.inlines] == [Text, Binding, Text]
    assert (
        words(line, "title", lambda place, _node: f"<{place}>")
        == "Ontario had <title/data[1]> permits & more"
    )
    assert as_written(f"Ontario had {binding()}") == "Ontario had 0"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>and two</p>", "One and two"),
        ("  One \n two  ", "One two"),
        ("One<br>two", "One two"),
        ("1\N{NO-BREAK SPACE}234", "1\N{NO-BREAK SPACE}234"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_what_an_editor_or_a_paste_leaves_is_one_line(markup, text):
    assert as_written(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        "<strong>Ontario</strong>",
        '<a href="/">x</a>',
        "<script>x</script>",
        "<p><em>x</em></p>",
        "<p>",
    ],
)
def test_anything_else_is_refused(markup):
    with pytest.raises(DocumentError):
        parse_line(markup)


def test_a_line_that_does_not_parse_reads_as_it_stands():
    assert as_written("5 <b>") == "5 <b>"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_plain_characters_come_back_but_for_their_spaces(text):
    line = parse_line(line_of(text))
    assert line == parse_line(line_markup(line))
    assert as_written(line_of(text)).split() == text.split()


def test_a_line_comes_back_from_its_markup():
    line = parse_line(f"A {binding()} b &lt; c {binding()}")
    assert parse_line(line_markup(line)) == line
    assert parse_line("") == Paragraph()
