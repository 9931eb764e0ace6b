import pytest
from django.contrib.auth.models import User

from articles import translating, writing
from articles.counterparts.parity import Lack, parity
from articles.document.line import as_written
from articles.document.nodes import Binding, EmbedBlock
from articles.errors import NotAllowed
from articles.models import Article, Stage, Status
from tests.articles.articles import FIGURE, MORNING, NOON, binding, embed, person, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db

ROSE = FIGURE | {
    "period": {"month": "2022-01"},
    "measure": "percent_change",
    "against": {"period": "year_before"},
}
BODY = (
    f"<h2>Where</h2><p>Ontario had {binding()} permits.</p>{embed(title='Places', note='Of all.')}<p>End.</p>"
)


@pytest.fixture
def article():
    make_permits()
    return saved(title=f"Ontario had {binding()} permits", body=BODY)


def translator() -> User:
    return User.objects.get_or_create(username="marie")[0]


def translated(article: Article) -> Article:
    return translating.translate(article=article, by=translator(), at=NOON)


def test_a_translation_has_the_figures_and_embeds_of_its_original_and_no_words(article):
    found = translated(article)
    words, original = found.revisions.get().words, article.revisions.get().words
    assert [(path, node.question) for path, node in words.figures()] == [
        ("title/data[1]", original.lines["title"].inlines[1].question),
        ("p[1]/data[1]", original.lines["title"].inlines[1].question),
        ("figure[1]", original.body.blocks[2].question),
    ]
    (embedded,) = (node for _, node in words.figures() if isinstance(node, EmbedBlock))
    assert (embedded.title, embedded.note) == ("", "")
    assert found.standfirst == ""
    assert {one.lack for one in parity(words, original)} == {Lack.EMPTY_HERE}


def test_its_figures_are_said_in_its_language(article):
    article.body = f"<p>{binding(FIGURE, 'more_than')}</p>"
    writing.save(article=article, by=person(), at=MORNING)
    found = translated(article)
    assert as_written(found.title) == "3\N{NO-BREAK SPACE}960"
    (said,) = (node for path, node in found.revisions.get().words.figures() if path == "p[1]/data[1]")
    assert isinstance(said, Binding)
    assert said.fallback.startswith("plus de ")


def test_a_french_plural_becomes_the_english_verb():
    make_permits()
    french = saved(language="fr", body=f"<p>Ils {binding(ROSE, 'rose_about_plural')}.</p>")
    (_, said) = next(translated(french).revisions.get().words.figures())
    assert said.wording == "rose_about"


def test_the_two_are_counterparts_and_the_translation_remembers_what_it_follows(article):
    article.standfirst = "Shorter."
    second = writing.save(article=article, by=person(), at=MORNING)
    found = translated(article)
    assert (found.language, found.slug, found.author) == ("fr", "permits", translator())
    assert (found.counterpart, found.follows) == (article, second)
    assert article.in_other_language == found
    assert (found.status, found.stage) == (Status.DRAFT, Stage.WRITING)
    assert found.headline == "3\N{NO-BREAK SPACE}960"


def test_an_address_that_is_taken_is_numbered(article):
    saved(language="fr")
    assert translated(article).slug == "permits-2"


def test_a_title_without_figures_leaves_the_address_to_call_it_by():
    make_permits()
    assert str(translated(saved("where-permits-go"))) == "where-permits-go"


def test_there_is_one_translation_only(article):
    found = translated(article)
    for one in (article, found):
        assert not translating.may_be_translated(one)
        with pytest.raises(NotAllowed, match="counterpart"):
            translated(one)
    assert Article.objects.count() == 2


def test_what_cannot_be_read_is_not_translated(article):
    article.revisions.update(body="<table></table>")
    with pytest.raises(NotAllowed, match="cannot be read"):
        translated(article)
    assert Article.objects.count() == 1


def test_a_translation_follows_the_revision_that_its_writer_names_and_none_of_another_article(article):
    found = translated(article)
    article.standfirst = "Shorter."
    second = writing.save(article=article, by=person(), at=NOON)
    translating.follow(article=found, number=7)
    assert found.follows.number == 1
    translating.follow(article=found, number=2)
    assert found.follows == second


def test_a_figure_that_cannot_be_answered_is_carried_over_without_characters(article):
    article.body = f"<p>{binding(FIGURE | {'dataset': 'gone'})}</p>"
    writing.save(article=article, by=person(), at=MORNING)
    (*_, (path, said)) = translated(article).revisions.get().words.figures()
    assert (path, said.fallback, said.question.dataset) == ("p[1]/data[1]", "", "gone")
