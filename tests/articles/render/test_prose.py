from html.parser import HTMLParser

from hypothesis import given, settings

from articles.document.nodes import Binding, EmbedBlock
from articles.document.parse import parse
from articles.document.walk import figures
from articles.embeds.ranking import Ranking
from articles.embeds.sentence import figure_view
from articles.errors import Problem
from articles.render.prose import Prose
from articles.render.resolve import Resolved
from stats.questions import parse as parse_question
from tests.articles.document.documents import DOCUMENTS
from tests.articles.document.test_parse import binding, embed
from tests.articles.embeds.answers import FIGURE, figure_answer, ranking_answer

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "br",
    "strong",
    "em",
    "a",
    "data",
    "mark",
    "div",
}
ATTRIBUTES = {"href", "start", "class", "title", "role"}
NUMBER = figure_view(figure_answer(), Binding(parse_question(FIGURE), "number"), "en")


def resolved(document):
    """Every figure answered with the same number, every embed with the same ranking."""
    views = {
        path: Ranking().view(ranking_answer(), node, "en") if isinstance(node, EmbedBlock) else NUMBER
        for path, node in figures(document)
    }
    return Resolved(views, (), (), {}, ())


def unresolved(document):
    problems = tuple(Problem(path, "<b>no</b> answer") for path, _ in figures(document))
    return Resolved({}, problems, (), {}, ())


def rendered(markup):
    document = parse(markup)
    prose = Prose(resolved(document), "en")
    return prose.render(document), prose.notes.all()


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.open = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@settings(deadline=None)
@given(DOCUMENTS)
def test_whatever_a_text_says_only_known_tags_are_written_and_closed(document):
    seen = _Seen()
    seen.feed(Prose(unresolved(document), "fr").render(document))
    seen.close()
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    assert not seen.open


def test_text_is_written_as_it_was_meant():
    html, _ = rendered(
        "<h2>A &amp; B</h2><p>1 &lt; 2<br><em>x</em> <a href='/en/?a=1&amp;b=2'>y</a></p>"
        "<ol start='3'><li><p>z</p></li></ol><p></p>"
    )
    assert html == (
        '<h2>A &amp; B</h2>\n<p>1 &lt; 2<br><em>x</em> <a href="/en/?a=1&amp;b=2">y</a></p>\n'
        '<ol start="3"><li><p>z</p>\n</li></ol>\n'
    )


def test_what_the_editor_saw_is_never_shown_in_the_place_of_an_answer():
    html, _ = rendered(f"<p>{binding().replace('145,560', '999,999')}</p>")
    assert "999,999" not in html
    assert "145,560" in html


def test_equal_explanations_share_a_note_that_leads_back_to_each():
    html, notes = rendered(f"<p>{binding()} and {binding()}</p>")
    assert [note.figures for note in notes] == [(1, 2)]
    assert html.count('href="#note-1"') == 2


def test_embeds_have_ids_of_their_own():
    html, _ = rendered(embed() * 2)
    assert 'id="embed-1"' in html
    assert 'id="embed-2"' in html


def test_links_are_never_nested():
    html, _ = rendered(f'<p><a href="/x">a <a href="/y">{binding()}</a></a></p>')
    assert html.count("<a ") == 1
