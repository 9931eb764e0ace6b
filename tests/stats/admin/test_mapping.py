"""The mapping step in the admin: one page, by keyboard, for people who import or decide."""

import pytest

from stats.models import Alias, Edition, Member
from tests.stats.admin.conftest import release


@pytest.fixture
def waiting(desk, imported):
    """France has another name, and nobody has decided yet."""
    imported(desk, release(), accept=True)
    return imported(desk, release(until=4, france="Gaul"))


def address(edition):
    return f"/admin/stats/edition/{edition.pk}/members/"


def test_the_edition_says_that_it_cannot_be_accepted_and_leads_to_the_page(desk, waiting):
    page = desk.get(f"/admin/stats/edition/{waiting.pk}/change/").content.decode()
    assert "1 label matches no member: until somebody says what it is" in page
    assert f'href="{address(waiting)}"' in page
    desk.post(f"/admin/stats/edition/{waiting.pk}/accept/")
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_the_preview_says_that_the_edition_will_wait(desk, upload, imported):
    imported(desk, release(), accept=True)
    response = upload(desk, release(until=4, france="Gaul"))
    assert response.context["preview"].unmatched == 1
    assert "the edition waits until" in response.content.decode()


def test_the_page_suggests_the_member_whose_figures_go_on(desk, waiting):
    response = desk.get(address(waiting))
    (question,) = response.context["questions"]
    assert [(o.value, o.why) for o in question.options] == [("same:france", "same figures in 3 of 3 periods")]
    assert "The same as <strong>France</strong>" in response.content.decode()


def test_what_is_the_same_is_saved_and_the_edition_can_be_accepted(desk, waiting):
    (one,) = waiting.unmatched.all()
    response = desk.post(
        address(waiting), {f"is-{one.pk}": "same:france", f"renames-{one.pk}": "on"}, follow=True
    )
    assert "1 decision was saved." in response.content.decode()
    one.refresh_from_db()
    assert (one.decision, one.renames, one.by.get_username()) == ("same", True, "desk")
    assert not Member.objects.filter(code="gaul").exists()
    desk.post(f"/admin/stats/edition/{waiting.pk}/accept/")
    assert Edition.objects.get(pk=waiting.pk).state == "in_force"
    assert Member.objects.get(code="france").label_en == "Gaul"
    assert "nothing can be changed here" in desk.get(address(waiting)).content.decode()


def test_all_that_are_left_open_are_new_or_the_likeliest_at_one_click(desk, waiting):
    desk.post(address(waiting), {"all": "likeliest"})
    assert waiting.unmatched.get().decision == "same"
    assert Alias.objects.filter(text="Gaul").exists()
    desk.post(address(waiting), {f"is-{waiting.unmatched.get().pk}": "", "all": "new"})
    assert waiting.unmatched.get().decision == "new"
    assert not Alias.objects.filter(text="Gaul").exists()


def test_a_member_that_is_not_suggested_is_named_by_its_code(desk, waiting):
    one = waiting.unmatched.get()
    response = desk.post(address(waiting), {f"is-{one.pk}": "other", f"other-{one.pk}": "frnce"})
    assert "Gaul: choose a member by its code; &#x27;frnce&#x27; is none." in response.content.decode()
    assert 'value="frnce"' in response.content.decode()
    assert waiting.unmatched.get().decision == ""
    desk.post(address(waiting), {f"is-{one.pk}": "other", f"other-{one.pk}": "france"})
    assert waiting.unmatched.get().member.code == "france"


def test_who_brings_figures_in_may_say_what_labels_are_and_who_only_looks_may_not(importer, reader, waiting):
    assert importer.get(address(waiting)).status_code == 200
    assert reader.get(address(waiting)).status_code == 403
    assert reader.post(address(waiting), {"all": "new"}).status_code == 403
