import json
from html import escape

import pytest

from articles.document.elements import DocumentError
from articles.document.nodes import (
    Binding,
    Break,
    Document,
    EmbedBlock,
    Emphasis,
    Heading,
    HorizontalRule,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from articles.document.parse import parse
from stats.periods import year
from stats.questions import Fixed, Kind, Question

QUESTION = {"dataset": "permits", "where": {"province": "ON"}, "period": {"year": 2021}}


def binding(**changes):
    return f'<data data-binding="{escape(json.dumps({"question": QUESTION} | changes))}">145,560</data>'


def embed(**changes):
    raw = {"kind": "ranking", "question": QUESTION | {"kind": "ranking", "over": "occupation"}} | changes
    return f'<figure data-embed="{escape(json.dumps(raw))}"></figure>'


def test_what_the_editor_writes_becomes_nodes():
    markup = (
        "<h2>Title</h2><p>One <strong>two <em>three</em></strong><br>four "
        '<a target="_blank" rel="noopener" href="https://example.org/?a=1&amp;b=2">five</a></p>'
        '<ul><li><p>a</p></li><li>b</li></ul><ol start="3"><li><p>c</p></li></ol>'
        "<blockquote><p>said</p></blockquote><hr>"
    )
    assert parse(markup) == Document(
        (
            Heading(2, (Text("Title"),)),
            Paragraph(
                (
                    Text("One "),
                    Strong((Text("two "), Emphasis((Text("three"),)))),
                    Break(),
                    Text("four "),
                    Link("https://example.org/?a=1&b=2", (Text("five"),)),
                )
            ),
            List((ListItem((Paragraph((Text("a"),)),)), ListItem((Paragraph((Text("b"),)),)))),
            List((ListItem((Paragraph((Text("c"),)),)),), start=3),
            Quote((Paragraph((Text("said"),)),)),
            HorizontalRule(),
        )
    )


def test_figures_become_typed_questions():
    question = Question("permits", Kind.FIGURE, Fixed(year(2021)), {"province": ("ON",)})
    (paragraph,) = parse(f"<p>In 2021, {binding(wording='about')}.</p>").blocks
    assert paragraph == Paragraph((Text("In 2021, "), Binding(question, "about", "145,560"), Text(".")))


def test_a_binding_says_its_number_plainly_unless_told_otherwise():
    (paragraph,) = parse(f"<p>{binding()}</p>").blocks
    assert paragraph.inlines[0].wording == "number"


def test_an_embed_keeps_title_note_and_options():
    (block,) = parse(embed(title="First <five>", note="A note", options={"bounds": True})).blocks
    assert isinstance(block, EmbedBlock)
    assert (block.kind, block.title, block.note, block.options) == (
        "ranking",
        "First <five>",
        "A note",
        {"bounds": True},
    )


REFUSED = {
    "<script>alert(1)</script>": "script[1]",
    "<p>a<script>alert(1)</script></p>": "p[1]/script[1]",
    "<p>a</p><style>p{}</style>": "style[1]",
    "<p><img src=x onerror=alert(1)></p>": "p[1]/img[1]",
    "<p><iframe src=https://example.org></iframe></p>": "p[1]/iframe[1]",
    "<p><svg onload=alert(1)></svg></p>": "p[1]/svg[1]",
    "<p>one</p><p onclick=alert(1)>two</p>": "p[2]",
    "<p style='color:red'>x</p>": "p[1]",
    "<p class=x>x</p>": "p[1]",
    "<div>x</div>": "div[1]",
    "<h1>x</h1>": "h1[1]",
    "<table><tr><td>x</td></tr></table>": "table[1]",
    '<p><a href="javascript:alert(1)">x</a></p>': "p[1]/a[1]",
    '<p><a href="JavaScript&colon;alert(1)">x</a></p>': "p[1]/a[1]",
    '<p><a href="java&#x09;script:alert(1)">x</a></p>': "p[1]/a[1]",
    '<p><a href="//example.org">x</a></p>': "p[1]/a[1]",
    '<p><a href="data:text/html,x">x</a></p>': "p[1]/a[1]",
    "<p><a>x</a></p>": "p[1]/a[1]",
    "<p>not closed": "p[1]",
    "<p>a</em></p>": "p[1]",
    "</p>": "",
    "bare words": "",
    "<ul>words</ul>": "ul[1]",
    "<ul><p>x</p></ul>": "ul[1]/p[1]",
    "<p><p>x</p></p>": "p[1]/p[1]",
    '<ol start="-1"><li>x</li></ol>': "ol[1]",
    "<p>a<!-- b --></p>": "p[1]",
    "<!doctype html><p>a</p>": "",
    "<p>a<?php b ?></p>": "p[1]",
    "<p><data>5</data></p>": "p[1]/data[1]",
    "<p><data data-binding='[]'>5</data></p>": "p[1]/data[1]",
    "<p><data data-binding='{\"question\": {}}'>5</data></p>": "p[1]/data[1]/question",
    "<p><data data-binding='{\"more\": 1}'>5</data></p>": "p[1]/data[1]",
    f"<p>{binding(wording=3)}</p>": "p[1]/data[1]",
    f"<p>{binding(question=QUESTION | {'perod': 1})}</p>": "p[1]/data[1]/question",
    f"<p>{binding().replace('145,560', '<em>5</em>')}</p>": "p[1]/data[1]",
    "<figure></figure>": "figure[1]",
    "<figure data-embed='{'></figure>": "figure[1]",
    f"{embed(options=[1])}": "figure[1]",
    f"{embed().replace('></figure>', '>words</figure>')}": "figure[1]",
    f"<p>{embed()}</p>": "p[1]/figure[1]",
    "<blockquote>" * 60 + "</blockquote>" * 60: "blockquote[1]" + "/blockquote[1]" * 39 + "/blockquote[1]",
}


@pytest.mark.parametrize("markup", REFUSED)
def test_what_is_not_known_is_refused_with_its_place(markup):
    with pytest.raises(DocumentError) as refused:
        parse(markup)
    assert refused.value.path == REFUSED[markup]
    assert refused.value.message


def test_a_refusal_names_the_nearest_of_what_a_question_may_say():
    with pytest.raises(DocumentError, match="period"):
        parse(f"<p>{binding(question=QUESTION | {'perod': 1})}</p>")
