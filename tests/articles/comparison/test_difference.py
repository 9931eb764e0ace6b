import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparison import Passage, compare_lines, compare_texts
from articles.document.line import parse_line
from articles.document.nodes import Binding
from articles.document.parse import parse


def bound(text: str, **question: object) -> str:
    asked = {"dataset": "permits", "period": {"year": 2021}} | question
    stored = escape(json.dumps({"question": asked, "wording": "number"}))
    return f'<data data-binding="{stored}">{text}</data>'


def table(title: str) -> str:
    question = {"dataset": "permits", "kind": "table", "over": "province", "period": {"year": 2021}}
    stored = {"kind": "table", "question": question, "title": title}
    return f'<figure data-embed="{escape(json.dumps(stored))}"></figure>'


def said(_place, node):
    return (node.fallback, str(node.question.period)) if isinstance(node, Binding) else (node.title, "")


def compare(old: str, new: str) -> tuple[Passage, ...]:
    return compare_texts(parse(old), parse(new), old_says=said, new_says=said)


def shown(passage: Passage) -> str:
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in passage.pieces)


def test_a_text_is_the_same_as_itself():
    text = f"<h2>Ontario</h2><p>It had {bound('3,960')} permits. Others <em>fewer</em>.</p>{table('A')}<hr>"
    assert {passage.kind for passage in compare(text, text)} == {"same"}


def test_words_are_compared_inside_of_the_sentence_that_changed():
    (passage,) = compare(
        "<p>Ontario led in 2021. Quebec followed.</p>", "<p>Ontario led in 2022. Quebec followed.</p>"
    )
    assert passage.kind == "changed"
    assert shown(passage) == "Ontario led in [-2021-][+2022+]. Quebec followed."


def test_neighbouring_words_that_changed_read_as_one_change():
    (passage,) = compare(
        "<p>Where mobility permits went in 2021.</p>", "<p>Where permit holders went in 2021.</p>"
    )
    assert shown(passage) == "Where [-mobility permits-][+permit holders+] went in 2021."


def test_a_sentence_that_was_rewritten_reads_as_two_whole_ones():
    (passage,) = compare(
        "<p>Ontario led. Nobody knows why that is.</p>",
        "<p>Ontario led. Quebec had half as many permits.</p>",
    )
    assert shown(passage) == "Ontario led. [-Nobody knows why that is.-][+Quebec had half as many permits.+]"


def test_a_figure_changes_by_its_meaning_though_it_reads_the_same():
    (passage,) = compare(
        f"<p>It had {bound('3,960')} permits.</p>",
        f"<p>It had {bound('3,960', period={'year': 2022})} permits.</p>",
    )
    assert shown(passage) == "It had [-3,960-][+3,960+] permits."
    assert [piece.figure for piece in passage.pieces] == [False, True, True, False]
    assert passage.pieces[1].meaning != passage.pieces[2].meaning
    assert passage.pairs


def test_a_figure_that_reads_otherwise_since_an_edition_is_shown_to_have_moved():
    (passage,) = compare(f"<p>It had {bound('3,960')}.</p>", f"<p>It had {bound('3,955')}.</p>")
    assert shown(passage) == "It had [-3,960-][+3,955+]."


def test_passages_come_and_go_around_those_that_stay():
    found = compare(
        "<p>First of all things.</p><p>Second to go away.</p><p>Third.</p>",
        "<p>New and before all.</p><p>First of all things.</p><p>Third.</p>",
    )
    assert [(p.kind, p.place) for p in found] == [
        ("added", "p[1]"),
        ("same", "p[2]"),
        ("removed", "p[2]"),
        ("same", "p[3]"),
    ]


def test_an_embed_whose_title_changed_is_one_embed():
    (passage,) = compare(table("Provinces"), table("Provinces in 2021"))
    assert (passage.role, shown(passage)) == ("figure", "[-Provinces-][+Provinces in 2021+]")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Plain words here.</p>", "<p>Plain <strong>words</strong> here.</p>"),
        ('<p>See <a href="/a">this</a> page.</p>', '<p>See <a href="/b">this</a> page.</p>'),
        ("<h2>Ontario</h2>", "<h3>Ontario</h3>"),
        ("<ul><li><p>Ontario</p></li></ul>", "<p>Ontario</p>"),
    ],
)
def test_a_change_of_setting_is_a_change(old, new):
    assert {passage.kind for passage in compare(old, new)} != {"same"}


def test_a_line_is_compared_by_words():
    def compared(old: str, new: str) -> Passage:
        lines = parse_line(old), parse_line(new)
        return compare_lines(*lines, name="title", old_says=said, new_says=said)

    passage = compared(f"Where {bound('3,960')} permits go", f"Where {bound('3,955')} permits went")
    assert (passage.role, shown(passage)) == (
        "title",
        "Where [-3,960-][+3,955+] permits [-go-][+went+]",
    )
    assert compared("", "").kind == "same"
    assert compared("", "New").kind == "added"


WORDS = st.lists(st.sampled_from(["Ontario", "led.", "Quebec", "had", "fewer!", "In", "2021"]), max_size=12)
TEXTS = st.lists(WORDS, max_size=5).map(lambda ps: "".join(f"<p>{' '.join(p)}</p>" for p in ps))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_their_difference(old, new):
    """Nothing is left out and nothing is made up, whatever changed."""
    found = compare(old, new)

    def read(kind: str) -> str:
        return "".join(p.text for passage in found for p in passage.pieces if p.kind in ("same", kind))

    def plain(text: str) -> str:
        return text.replace("<p>", "").replace("</p>", "")

    assert read("added") == plain(new)
    assert read("removed") == plain(old)
