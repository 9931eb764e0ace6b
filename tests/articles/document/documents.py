"""Texts for laws: every shape that a document may have, built by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

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
    joined,
)
from stats.periods import Frequency, month, year
from stats.questions import Between, Fixed, Kind, Latest, Question

CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
WORDS = st.text(CHARACTERS, min_size=1, max_size=12) | st.sampled_from(
    [
        "<script>",
        "&amp;",
        "&lt;p>",
        "</p>",
        "'\"",
        "<!--",
        "]]>",
        "a & b",
        "&#60;",
        "-- 1–4",
        "\N{NO-BREAK SPACE}%",
    ]
)
NAMES = st.text(CHARACTERS, min_size=1, max_size=8).map(str.strip).filter(bool)
PERIODS = st.sampled_from(
    [Fixed(year(2021)), Fixed(month(2021, 7)), Latest(Frequency.MONTH), Latest(Frequency.YEAR)]
)
SELECTIONS = st.dictionaries(
    NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple), max_size=2
)
EXCLUSIONS = st.dictionaries(
    NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple), min_size=1, max_size=2
)

FIGURES = st.builds(
    Question,
    dataset=NAMES,
    kind=st.just(Kind.FIGURE),
    period=PERIODS,
    where=SELECTIONS,
    as_of=st.none() | st.just(2),
)
RANKINGS = st.builds(
    Question,
    dataset=NAMES,
    kind=st.just(Kind.RANKING),
    period=PERIODS,
    where=SELECTIONS,
    over=NAMES,
    exclude=st.none() | st.just({}) | EXCLUSIONS,
    top=st.none() | st.integers(1, 50),
)
SERIES = st.builds(
    Question,
    dataset=NAMES,
    kind=st.just(Kind.SERIES),
    period=st.just(Between(year(2015), year(2021))),
    where=SELECTIONS,
)

BINDINGS = st.builds(
    Binding, question=FIGURES, wording=st.sampled_from(["number", "about"]), fallback=WORDS | st.just("")
)
EMBEDS = st.builds(
    EmbedBlock,
    kind=st.sampled_from(["ranking", "line", "unknown"]),
    question=RANKINGS | SERIES,
    title=WORDS | st.just(""),
    note=WORDS | st.just(""),
    options=st.dictionaries(NAMES, st.booleans() | NAMES, max_size=2),
    description=WORDS | st.just(""),
)
HREFS = st.sampled_from(["https://example.org/?a=1&b=2", "/en/", "#notes", "mailto:desk@example.org"])


def _inlines(children: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(children, min_size=1, max_size=4).map(joined)


INLINE = st.recursive(
    st.builds(Text, WORDS) | st.just(Break()) | BINDINGS,
    lambda inner: (
        st.builds(Strong, _inlines(inner))
        | st.builds(Emphasis, _inlines(inner))
        | st.builds(Link, HREFS, _inlines(inner))
    ),
    max_leaves=6,
)
INLINES = st.lists(INLINE, max_size=4).map(joined)
BLOCK = st.recursive(
    st.builds(Paragraph, INLINES)
    | st.builds(Heading, st.sampled_from([2, 3, 4]), INLINES)
    | st.just(HorizontalRule())
    | EMBEDS,
    lambda inner: (
        st.builds(Quote, st.lists(inner, max_size=3).map(tuple))
        | st.builds(
            List,
            st.lists(st.builds(ListItem, st.lists(inner, max_size=2).map(tuple)), max_size=3).map(tuple),
            st.none() | st.integers(0, 999),
        )
    ),
    max_leaves=8,
)
DOCUMENTS = st.lists(BLOCK, max_size=5).map(lambda blocks: Document(tuple(blocks)))
