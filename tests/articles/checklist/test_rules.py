from __future__ import annotations

import pytest

from articles.checklist import ERRORS, RULES, Known, OtherLanguage, Remark, Severity, check
from articles.checklist.embeds import UntitledEmbed
from articles.checklist.headings import EmptyHeading, SkippedLevel
from articles.checklist.links import DeadLink, UnpublishedLink
from articles.checklist.other_language import NoCounterpart, OtherFigures
from articles.checklist.rankings import OpenOrder
from articles.checklist.remarks import OpenRemark
from articles.checklist.sentences import LongSentence
from articles.checklist.typed import TypedNumber
from articles.checklist.wordings import OtherWording
from articles.embeds.view import Cell, FigureView, Foot, Head, Phrase, RankingView, RankRow
from stats.labels import Label
from stats.questions import parse
from stats.values import Status
from tests.articles.articles import FIGURE, RANKING, binding, embed
from tests.articles.checklist.texts import found, given

ONTARIO = parse(FIGURE)
QUEBEC = parse(FIGURE | {"where": {"province": "QC"}})


def known(
    number: float, *, percent: bool = False, question: object = ONTARIO, name: str = "Ontario"
) -> Known:
    return Known(question, Label(name, name), number, percent)  # type: ignore[arg-type]


def test_every_rule_has_an_id_and_a_sentence_in_both_languages():
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.sentence.en
        assert rule.sentence.fr
        assert rule.sentence.en != rule.sentence.fr


def test_a_sound_text_gets_no_note():
    body = f"<p>Ontario had {binding()} permits in 2021.</p><h2>More</h2><p>So it was.</p>"
    assert check(given(body, other=OtherLanguage("Titre", frozenset({ONTARIO.key})))) == ()


def test_errors_are_what_nobody_can_want():
    assert {rule.id for rule in ERRORS} == {"open_comment", "dead_link", "empty_heading"}
    assert {rule.severity for rule in ERRORS} == {Severity.ERROR}


def test_an_empty_heading_is_an_error():
    assert found(EmptyHeading(), "<h2> </h2><h2>A</h2><h3></h3>") == [
        ("h2[1]", "The heading is empty."),
        ("h3[1]", "The heading is empty."),
    ]
    assert found(EmptyHeading(), f"<h2>{binding()}</h2>") == []


def test_a_heading_that_skips_a_level_is_named_with_both_levels():
    said = "A heading of level 4 follows one of level 2: a level is skipped."
    assert found(SkippedLevel(), "<h2>A</h2><h4>B</h4><h3>C</h3><h2>D</h2>") == [("h4[1]", said)]
    assert [path for path, _ in found(SkippedLevel(), "<h3>A</h3>")] == ["h3[1]"]


def test_a_sentence_of_more_than_forty_words_is_long_and_a_figure_is_one_word():
    forty = " ".join(["word"] * 38) + f" {binding()} end."
    assert found(LongSentence(), f"<p>{forty} {forty.capitalize()}</p>") == []
    ((path, said),) = found(LongSentence(), f"<p>Short. One {forty}</p>")
    assert path == "p[1]"
    assert said.startswith("A sentence of 41 words: “One word word")


def test_links_that_lead_nowhere_are_named_with_their_places():
    body = '<p><a href="/en/a/">A</a> <a href="/en/b/">B</a> <a href="https://x.ca/">C</a></p>'
    dead, unpublished = frozenset({"/en/b/"}), frozenset({"/en/a/"})
    assert found(DeadLink(), body, dead=dead) == [("p[1]/a[2]", "Readers find nothing at /en/b/.")]
    assert found(UnpublishedLink(), body, unpublished=unpublished) == [
        ("p[1]/a[1]", "The article at /en/a/ is not published.")
    ]


def test_an_embed_without_a_title_is_named():
    assert [path for path, _ in found(UntitledEmbed(), embed(title="A") + embed(title=" "))] == ["figure[2]"]


def row(name: str, *, open_: bool) -> RankRow:
    return RankRow("1", "", open_, Phrase(name), Cell("5", Status.NORMAL))


def ranking(*rows: RankRow) -> RankingView:
    empty = Phrase("")
    foot = Foot(empty, "", empty, empty, "", "", empty)
    return RankingView(Head(empty, ()), empty, empty, rows, (), "", show_bounds=False, foot=foot)


def test_runs_of_places_that_the_figures_do_not_settle_are_named_by_their_members():
    view = ranking(
        row("Ontario", open_=False),
        row("Quebec", open_=True),
        row("Alberta", open_=True),
        row("Yukon", open_=False),
        *(row(name, open_=True) for name in "ABCDEF"),
    )
    said = [said for _, said in found(OpenOrder(), embed(), views={"figure[1]": view})]
    assert said == [
        "The figures do not tell the order of Quebec, Alberta: the text should not claim one.",
        "The figures do not tell the order of A, B, C, D and 2 more: the text should not claim one.",
    ]
    settled = ranking(row("Ontario", open_=False), row("Quebec", open_=False))
    assert found(OpenOrder(), embed(), views={"figure[1]": settled}) == []


def test_a_wording_that_fell_back_is_said_with_the_reason():
    fell = FigureView("about 4,000", "3960", Status.NORMAL, "", note="The bounds are wider.")
    kept = FigureView("3,960", "3960", Status.NORMAL, "")
    assert found(OtherWording(), "<p></p>", views={"p[1]/data[1]": fell, "p[1]/data[2]": kept}) == [
        ("p[1]/data[1]", "It is worded otherwise than was chosen, “about 4,000”: The bounds are wider.")
    ]


def test_an_article_in_one_language_only_is_noted():
    assert [path for path, _ in found(NoCounterpart(), "<p>A</p>")] == ["counterpart"]
    assert found(NoCounterpart(), "<p>A</p>", other=OtherLanguage("B", frozenset())) == []


def test_figures_that_stand_in_one_language_only_are_counted():
    body = f"<p>{binding()} {binding()}</p>{embed()}"
    other = OtherLanguage("Où vont les permis", frozenset({parse(RANKING).key, QUEBEC.key}))
    assert found(OtherFigures(), body, other=other) == [
        (
            "p[1]/data[1]",
            "The figures are not those of “Où vont les permis”: 1 stand only here, 1 only there.",
        )
    ]
    assert found(OtherFigures(), body) == []


def test_an_open_comment_is_an_error_at_its_place():
    (note,) = OpenRemark().notes(given("<p>A</p>", remarks=(Remark("p[1]", "A", "Max"),)))
    assert (note.severity, note.path, note.quote) == (Severity.ERROR, "p[1]", "A")
    assert note.sentence == Label(
        "A comment by Max is not resolved.", "Un commentaire de Max n’est pas réglé."
    )


@pytest.mark.parametrize(
    ("typed", "figures", "said", "offered"),
    [
        ("3,960", [known(3960)], "It equals a figure.", [(3960, True)]),
        ("3,965", [known(3960)], "It is near a figure.", [(3960, False)]),
        ("1.2 million", [known(1_187_300)], "It is near a figure.", [(1_187_300, False)]),
        ("37%", [known(37), known(37.4, percent=True)], "It is near a figure.", [(37.4, False)]),
        ("4,100", [known(3960)], "It matches no figure near those of the article.", []),
        ("95", [known(96)], "It matches no figure near those of the article.", []),
        ("37%", [known(37.6, percent=True)], "It matches no figure near those of the article.", []),
    ],
)
def test_a_typed_number_is_offered_the_figures_that_it_may_be(typed, figures, said, offered):
    (note,) = TypedNumber().notes(given(f"<p>There were {typed} of them.</p>", known=tuple(figures)))
    assert note.sentence.en.endswith(said)
    assert [(offer.shown, offer.exact) for offer in note.offers] == offered
    assert (note.path, note.quote) == ("p[1]", typed)


def test_the_same_figure_is_offered_before_a_near_one_and_each_once():
    figures = (known(3970, question=QUEBEC, name="Quebec"), known(3960), known(3960))
    (note,) = TypedNumber().notes(given("<p>3,960</p>", known=figures))
    assert [offer.what.en for offer in note.offers] == ["Ontario", "Quebec"]


def test_numbers_in_fields_are_looked_at_and_those_in_quotations_are_not():
    body = "<blockquote><p>We need 4,000 more.</p></blockquote><ul><li><p>It had 500.</p></li></ul>"
    found_at = [path for path, _ in found(TypedNumber(), body, lines={"title": "300 permits"})]
    assert found_at == ["title", "ul[1]/li[1]/p[1]"]
