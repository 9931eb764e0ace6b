"""What stands beside the form of an article that has a counterpart."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import translating, writing
from articles.admin.beside import beside
from articles.demo.cast import DATA_DESK, WRITER
from articles.demo.newsroom import groups
from articles.models import Article
from tests.articles.articles import BODY, MORNING, NOON, binding, embed, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture
def original():
    make_permits()
    return saved(title="Where permits go", body=f"<h2>Where</h2>{BODY}<p>The end of it.</p>")


@pytest.fixture
def translation(original):
    return translating.translate(article=original, by=person(), at=MORNING)


def signed_in(role: str) -> Client:
    user = User.objects.create_user(role.lower(), is_staff=True)
    user.groups.add(groups()[role])
    client = Client()
    client.force_login(user)
    return client


def desk(client: Client, article: Article) -> str:
    return client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()


def change(article: Article, **words: str) -> None:
    for name, text in words.items():
        setattr(article, name, text)
    writing.save(article=article, by=person(), at=NOON)


def test_translating_leads_to_the_new_article_with_its_original_open_beside_it(original):
    client = signed_in(WRITER)
    response = client.post(f"/admin/articles/article/{original.pk}/translate/", follow=True)
    found = Article.objects.get(language="fr")
    assert response.redirect_chain == [(f"/admin/articles/article/{found.pk}/change/", 302)]
    page = response.content.decode()
    assert '<details class="desk-beside" id="desk-beside" open>' in page
    assert "The original (English)" in page
    assert "The end of it." in page
    assert 'href="../translate/"' not in page
    assert 'href="../translate/"' not in desk(client, original)


def test_each_passage_stands_at_the_one_that_tells_the_same(original, translation):
    change(translation, body=f"<p>Avant tout.</p>{translation.body}")
    rows = {row.passage.place: row.mine.path if row.mine else "" for row in beside(translation).rows}
    assert rows == {
        "title": "title",
        "standfirst": "standfirst",
        "h2[1]": "h2[1]",
        "p[1]": "p[2]",
        "figure[1]": "figure[1]",
        "p[2]": "p[3]",
    }


def test_what_is_still_to_be_written_is_listed_with_links_on_both_articles(original, translation):
    client = signed_in(WRITER)
    here, there = (re.sub(r"\s+", " ", unescape(desk(client, one))) for one in (translation, original))
    heading = '<a href="#id_body" data-place="h2[1]">heading 1 of level 2</a>'
    assert f"{heading} – Nothing is written here yet." in here
    assert '<a href="#id_title" data-place="title">Title</a> – Nothing is written here yet.' in here
    assert f"{heading} – Nothing is written in the other text yet." in there
    assert '<details class="desk-beside-report">' in here
    assert '<details class="desk-beside-report">' in there
    assert "The translation (French)" in there
    assert '<details class="desk-beside" id="desk-beside">' in there


def test_two_that_say_the_same_are_said_to(original, translation):
    figures = translation.body.replace("<h2>", "<h2>Où").replace("</p>", " permis.</p>")
    change(translation, title="Où vont les permis", standfirst="En bref.", body=figures)
    assert beside(translation).remarks == ()
    assert "both have the same figures and embeds" in desk(signed_in(WRITER), translation)


def test_a_translation_is_told_what_its_original_says_otherwise_since(original, translation):
    assert not beside(translation).behind
    change(original, body=original.body.replace("The end of it.", "The end of all of it."))
    found = beside(translation)
    assert (found.behind, found.changes, found.followed, found.newest) == (True, 1, 1, 2)
    (changed,) = (row for row in found.rows if row.changed)
    assert changed.mine.path == "p[2]"
    assert [piece.text for piece in changed.passage.pieces if piece.kind == "added"] == ["all of "]
    page = unescape(desk(signed_in(WRITER), translation))
    assert "1 passage of the original was changed since this was translated." in page
    assert f"/admin/articles/article/{original.pk}/compare/?old=1&new=2" in page
    assert '<input type="checkbox" name="follows" value="2">' in page
    assert not beside(original).behind


def test_a_passage_that_was_taken_out_of_the_original_is_shown_as_gone(original, translation):
    change(original, body=original.body.replace("<p>The end of it.</p>", ""))
    (gone,) = (row for row in beside(translation).rows if row.changed)
    assert (gone.passage.kind, gone.mine) == ("removed", None)


def test_a_figure_that_the_original_gained_is_reported_as_missing(original, translation):
    added = binding({"dataset": "permits", "where": {"province": "QC"}, "period": {"month": "2022-01"}})
    change(original, body=f"{original.body}<p>Quebec had {added}.</p>")
    found = [remark for remark in beside(translation).remarks if remark.mine is None]
    assert [remark.theirs.path for remark in found] == ["p[3]/data[1]", "p[3]"]
    assert found[0].sentence == "A figure of the other text is missing here."
    assert beside(translation).tells_more


def test_saving_notes_what_the_translation_follows_only_where_its_writer_says_so(original, translation):
    change(original, title="Where all permits go")
    client = signed_in(WRITER)
    address = f"/admin/articles/article/{translation.pk}/change/"
    words = {
        "title": "Où vont les permis",
        "slug": "permits",
        "language": "fr",
        "body": translation.body,
        "counterpart": original.pk,
    }
    client.post(address, words | {"revision": 1})
    translation.refresh_from_db()
    assert (translation.title, translation.follows.number) == ("Où vont les permis", 1)
    client.post(address, words | {"revision": 2, "follows": 2})
    translation.refresh_from_db()
    assert translation.follows.number == 2
    assert not beside(translation).behind


def test_a_revision_of_an_article_that_is_the_counterpart_no_longer_is_not_followed(original, translation):
    change(original, title="Where all permits go")
    translation.counterpart = saved("another")
    translation.save()
    assert (beside(translation).followed, beside(translation).behind) == (0, False)


def test_two_that_were_paired_by_hand_can_be_made_to_follow_either_way(original):
    french = saved("pendant", language="fr", counterpart=original)
    assert [(one.followed, one.may_follow) for one in (beside(french), beside(original))] == [(0, True)] * 2
    translating.follow(article=french, number=1)
    french.save()
    original.refresh_from_db()
    assert [(one.followed, one.may_follow) for one in (beside(french), beside(original))] == [
        (1, False),
        (0, False),
    ]


def test_nothing_stands_beside_an_article_without_counterpart(original):
    assert beside(original) is None
    assert "desk-beside" not in desk(signed_in(WRITER), original).partition("<form")[2]


def test_who_may_only_read_is_not_asked_to_follow(original, translation):
    change(original, title="Where all permits go")
    page = desk(signed_in(DATA_DESK), translation)
    assert "Where all permits go" in unescape(page)
    assert 'name="follows"' not in page


def test_a_text_that_cannot_be_read_any_more_is_shown_as_it_stands(original, translation):
    original.revisions.update(body=f"<table>As it was</table>{embed()}")
    assert "As it was" in desk(signed_in(WRITER), translation)
