from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail

from articles import publishing, workflow, writing
from articles.errors import NotAllowed
from articles.models import Action, Article, Schedule, Stage, Status, Step
from tests.articles.articles import MORNING, NOON, person, published, saved
from tests.articles.permits import make_permits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def others_approve(settings):
    settings.STET_APPROVAL = "others"


@pytest.fixture
def article():
    make_permits()
    return saved()


def editor(name: str = "grace", *codenames: str, email: str = "") -> User:
    user = User.objects.create_user(name, email=email, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def in_review(article: Article) -> Article:
    workflow.submit(article=article, by=person(), at=MORNING)
    article.refresh_from_db()
    return article


def approved(article: Article, by: User) -> Article:
    workflow.approve(article=in_review(article), by=by, at=MORNING)
    article.refresh_from_db()
    return article


def actions(article: Article) -> list[str]:
    return list(article.steps.values_list("action", flat=True))


def rewritten(article: Article, by: User) -> None:
    article.title = "Another title"
    writing.save(article=article, by=by, at=NOON)
    article.refresh_from_db()


def test_an_article_passes_from_hand_to_hand_and_every_step_is_on_record(article):
    grace = editor()
    approved(article, grace)
    publishing.publish(article=article, by=grace, at=NOON)
    article.refresh_from_db()
    assert (article.status, article.stage) == (Status.PUBLISHED, Stage.WRITING)
    assert list(article.steps.values_list("action", "revision", "by__username")) == [
        (Action.SUBMITTED, 1, "ada"),
        (Action.APPROVED, 1, "grace"),
        (Action.PUBLISHED, 1, "grace"),
    ]


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.IN_REVIEW])
def test_nothing_is_published_that_was_not_approved(article, stage):
    if stage is Stage.IN_REVIEW:
        in_review(article)
    with pytest.raises(NotAllowed, match="has not been approved"):
        publishing.publish(article=article, by=editor(), at=NOON)
    article.refresh_from_db()
    assert (article.status, article.stage, hasattr(article, "page")) == (Status.DRAFT, stage, False)


def test_nobody_approves_what_they_were_the_last_to_change(article):
    grace = editor()
    in_review(article)
    with pytest.raises(NotAllowed, match="somebody else"):
        workflow.approve(article=article, by=person(), at=NOON)
    rewritten(article, grace)
    assert article.stage == Stage.IN_REVIEW
    with pytest.raises(NotAllowed, match="somebody else"):
        workflow.approve(article=article, by=grace, at=NOON)
    workflow.approve(article=article, by=person(), at=NOON)
    article.refresh_from_db()
    assert article.stage == Stage.APPROVED


def test_a_newsroom_of_one_may_let_anybody_approve(article, settings):
    settings.STET_APPROVAL = "anybody"
    approved(article, person())
    publishing.publish(article=article, by=person(), at=NOON)
    assert Article.objects.get().status == Status.PUBLISHED


def test_words_that_change_after_approval_need_it_again_and_leave_the_schedule(article):
    grace = editor()
    approved(article, grace)
    workflow.schedule(
        article=article, by=grace, now=MORNING, at=NOON, dataset=None, note="With the bulletin."
    )
    article.refresh_from_db()
    rewritten(article, person())
    assert (article.stage, Schedule.objects.count()) == (Stage.IN_REVIEW, 0)
    assert actions(article)[-2:] == [Action.SCHEDULED, Action.CHANGED]
    with pytest.raises(NotAllowed, match="has not been approved"):
        publishing.publish(article=article, by=grace, at=NOON)


def test_saving_the_same_words_again_leaves_the_approval(article):
    approved(article, editor())
    writing.save(article=article, by=person(), at=NOON)
    article.refresh_from_db()
    assert article.stage == Stage.APPROVED


def test_an_article_is_sent_back_with_the_reason(article):
    grace = editor()
    approved(article, grace)
    workflow.schedule(article=article, by=grace, now=MORNING, at=NOON, dataset=None)
    workflow.send_back(article=article, by=grace, at=MORNING, note="The headline says too much.")
    article.refresh_from_db()
    assert (article.stage, Schedule.objects.count()) == (Stage.WRITING, 0)
    assert Step.objects.latest("pk").note == "The headline says too much."


def test_a_published_article_is_revised_while_readers_go_on_reading(article, settings):
    settings.STET_APPROVAL = "none"
    publishing.publish(article=article, by=person(), at=MORNING)
    settings.STET_APPROVAL = "others"
    article.refresh_from_db()
    rewritten(article, person())
    in_review(article)
    assert (article.status, article.stage) == (Status.PUBLISHED, Stage.IN_REVIEW)
    assert article.page.revision.title == "Title of permits"


@pytest.mark.parametrize(
    ("verb", "stage"),
    [("approve", Stage.WRITING), ("send_back", Stage.WRITING), ("unschedule", Stage.WRITING)],
)
def test_a_step_that_does_not_follow_is_refused(article, verb, stage):
    with pytest.raises(NotAllowed, match="Being written"):
        getattr(workflow, verb)(article=article, by=editor(), at=NOON)
    article.refresh_from_db()
    assert (article.stage, actions(article)) == (stage, [])


def test_only_what_is_approved_is_scheduled_and_only_for_a_moment_to_come(article):
    grace = editor()
    for moment, message in (
        (None, "Choose a moment"),
        (MORNING - timedelta(hours=1), "has passed"),
        (NOON, "Being written"),
    ):
        with pytest.raises(NotAllowed, match=message):
            workflow.schedule(article=article, by=grace, now=MORNING, at=moment, dataset=None)
    approved(article, grace)
    workflow.schedule(article=article, by=grace, now=MORNING, at=NOON, dataset=None)
    article.refresh_from_db()
    workflow.unschedule(article=article, by=grace, at=MORNING)
    article.refresh_from_db()
    assert (article.stage, Schedule.objects.count()) == (Stage.APPROVED, 0)


def test_those_concerned_get_mail_after_commit_and_nobody_learns_of_the_others(
    article, django_capture_on_commit_callbacks
):
    author = person()
    author.email = "ada@example.org"
    author.save()
    editor("grace", "approve_article", email="grace@example.org")
    editor("linus", "approve_article", email="linus@example.org")
    editor("unasked", email="unasked@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        workflow.submit(article=article, by=author, at=MORNING, note="Two figures are new.")
        assert mail.outbox == []
    assert [message.to for message in mail.outbox] == [["grace@example.org"], ["linus@example.org"]]
    message = mail.outbox[0]
    assert message.subject == "[Stet] Asked for a review: Title of permits"
    assert "Ada Roy" in message.body
    assert "Two figures are new." in message.body
    assert f"/admin/articles/article/{article.pk}/change/" in message.body
    with django_capture_on_commit_callbacks(execute=True):
        workflow.send_back(
            article=article, by=User.objects.get(username="grace"), at=NOON, note="Which year?"
        )
    assert mail.outbox[-1].to == ["ada@example.org"]


def test_mail_that_cannot_be_sent_is_not_in_the_way(article, django_capture_on_commit_callbacks, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    editor("grace", "approve_article", email="grace@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        workflow.submit(article=article, by=person(), at=MORNING)
    article.refresh_from_db()
    assert article.stage == Stage.IN_REVIEW


def test_withdrawal_is_told_to_readers_with_its_note(article, settings, client):
    settings.STET_APPROVAL = "none"
    publishing.publish(article=article, by=person(), at=MORNING)
    publishing.withdraw(article=article, by=person(), at=NOON, note="The table was <b>withdrawn</b> by IRCC.")
    response = client.get("/en/articles/permits/")
    assert response.status_code == 410
    assert "The table was &lt;b&gt;withdrawn&lt;/b&gt; by IRCC." in response.content.decode()


def test_an_old_address_leads_to_the_new_one(settings, client):
    settings.STET_APPROVAL = "none"
    make_permits()
    article = published("permits-2021")
    article.slug = "permits"
    writing.save(article=article, by=person(), at=NOON)
    assert client.get("/en/articles/permits-2021/").status_code == 200
    publishing.publish(article=article, by=person(), at=NOON)
    response = client.get("/en/articles/permits-2021/")
    assert (response.status_code, response["Location"]) == (301, "/en/articles/permits/")
    publishing.withdraw(article=article, by=person(), at=NOON)
    assert client.get("/en/articles/permits-2021/").status_code == 410


def test_an_address_that_somebody_else_takes_leads_there_only(settings, client):
    settings.STET_APPROVAL = "none"
    make_permits()
    first = published("permits")
    first.slug = "permits-in-2021"
    first.save()
    publishing.publish(article=first, by=person(), at=NOON)
    published("permits")
    assert client.get("/en/articles/permits/").status_code == 200
    assert not first.former_addresses.exists()
