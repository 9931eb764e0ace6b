"""The mapping step: unmatched labels keep an edition waiting until somebody says what they are."""

import pytest
from django.contrib.auth.models import User

from stats.classification.kinds import ChangeKind
from stats.findings import Refused
from stats.ingest.decide import accept, refuse_edition, take_back
from stats.ingest.mapping import Answer, decide
from stats.ingest.outcome import Status
from stats.models import Alias, Dataset, Edition, Mapped, Member, Unmatched
from stats.periods import month
from tests.stats.factories import (
    COUNTRIES,
    EVENTS,
    figures_of,
    import_odp,
    import_workbook,
    imported,
    meaning_of,
    rows_of,
    undone,
    workbook_bytes,
)

pytestmark = pytest.mark.django_db

LONG = {
    "India": [5 * n for n in range(1, 25)],
    "France": [1000 - 35 * n for n in range(24)],
    "Brazil": [10, None, 15, 40] * 6,
}
RENAMED = ("Lotusland", "Pays du lotus")
"""A made-up new name for Brazil, which is not like it."""
NEXT = (*COUNTRIES[:2], RENAMED)


def first(**drawing):
    return import_odp(figures_of(LONG), **drawing)


def later(name=RENAMED[0], *, revised=35, **drawing):
    """A month more, and one revision; Brazil under another name."""
    numbers = {name if en == "Brazil" else en: [*row, 60] for en, row in LONG.items()}
    numbers[name] = [*numbers[name][:3], revised, *numbers[name][4:]]
    return import_odp(figures_of(numbers), accept=False, countries=(*COUNTRIES, RENAMED), **drawing)


def edition(number=2):
    return Edition.objects.get(dataset__slug=EVENTS, number=number)


def unmatched(number=2):
    return Unmatched.objects.get(edition__number=number)


def brazil():
    return Member.objects.get(code="brazil")


def same(*, renames=False, by=None):
    return decide(edition(), [Answer(unmatched(), Mapped.SAME, brazil(), renames=renames)], by=by)


def test_a_first_edition_asks_nothing():
    assert first().status is Status.IN_FORCE
    assert not Unmatched.objects.exists()


def test_an_edition_of_known_members_asks_nothing():
    first()
    outcome = import_odp(figures_of({**LONG, "India": [*LONG["India"], 5]}))
    assert outcome.findings == ()
    assert not Unmatched.objects.exists()


def test_an_unmatched_label_keeps_the_edition_waiting_whoever_wants_it_accepted():
    first()
    Dataset.objects.update(alone_kinds=list(ChangeKind), alone_warned=True)
    assert later().status is Status.WAITING
    with pytest.raises(Refused, match="1 label matches no member \\('Lotusland'\\)"):
        accept(edition())
    assert edition().state == "waiting"
    assert later().status is Status.NOTHING_NEW
    assert edition(1).state == "in_force"


def test_a_renamed_member_without_likeness_is_recognised_by_its_figures():
    first()
    later()
    best = unmatched().suggested[0]
    assert (best.code, best.same, best.compared) == ("brazil", 23, 24)
    assert best.likeness == 0
    assert best.said == "its figures are those of Brazil in 23 of 24 periods"


def test_what_is_a_new_member_is_only_written_down():
    first()
    later()
    before = rows_of(EVENTS)
    person = User.objects.create_user("desk")
    assert decide(edition(), [Answer(unmatched(), Mapped.NEW)], by=person) == 1
    assert rows_of(EVENTS) == before
    assert (unmatched().decision, unmatched().by) == ("new", person)
    assert [entry["by"] for entry in unmatched().log] == ["desk"]
    accept(edition())
    assert Member.objects.filter(code="lotusland", since=2).exists()


def test_a_label_that_is_the_same_as_a_member_becomes_its_alias_and_its_figures_go_on():
    first()
    later()
    assert edition().cells["removed"] == 0
    same()
    assert not Member.objects.filter(code="lotusland").exists()
    assert set(brazil().aliases.values_list("text", flat=True)) == set(RENAMED)
    assert (edition().cells["new"], edition().cells["revised"]) == (3, 1)
    accept(edition())
    assert brazil().label_en == "Brazil"


def test_it_is_as_if_the_alias_had_always_been_there():
    with undone():
        first()
        later()
        same()
        decided = meaning_of(EVENTS)
    first()
    for text in RENAMED:
        Alias.objects.create(member=brazil(), text=text)
    later()
    assert meaning_of(EVENTS) == decided


def test_what_was_decided_once_is_not_asked_again():
    first()
    later()
    same()
    accept(edition())
    outcome = import_odp(
        figures_of(
            {"India": LONG["India"] + [60, 5], "France": LONG["France"] + [60, 5], RENAMED[0]: [10] * 26}
        ),
        countries=NEXT,
    )
    assert (outcome.status, outcome.edition) == (Status.IN_FORCE, 3)
    assert Unmatched.objects.count() == 1


def test_a_decision_outlives_an_edition_that_was_refused():
    first()
    later()
    decide(edition(), [Answer(unmatched(), Mapped.NEW)])
    refuse_edition(edition())
    later(revised=45)
    assert unmatched(3).decision == "new"
    accept(edition(3))


def test_another_edition_that_takes_its_place_asks_the_same_question():
    first()
    later()
    later(revised=45)
    assert edition(2).state == "refused"
    assert unmatched(3).decision == ""
    decide(edition(3), [Answer(unmatched(3), Mapped.SAME, brazil())])
    assert edition(3).cells["revised"] == 1


def test_a_decision_can_be_undone_until_the_edition_counts():
    first()
    later()
    before = meaning_of(EVENTS)
    same(renames=True)
    decide(edition(), [Answer(unmatched(), Mapped.UNDECIDED)])
    assert meaning_of(EVENTS) == before
    assert not Alias.objects.exists()
    assert [entry["decision"] for entry in unmatched().log] == ["same", ""]
    same()
    accept(edition())
    with pytest.raises(Refused, match="while an edition waits"):
        decide(edition(), [Answer(unmatched(), Mapped.UNDECIDED)])


def test_an_alias_that_was_there_stays_when_a_decision_is_undone():
    first()
    later()
    brazil().aliases.create(text=RENAMED[1])
    same()
    decide(edition(), [Answer(unmatched(), Mapped.UNDECIDED)])
    assert [alias.text for alias in Alias.objects.all()] == [RENAMED[1]]


def test_deciding_the_same_again_changes_nothing():
    first()
    later()
    same()
    before = rows_of(EVENTS)
    assert same() == 0
    assert rows_of(EVENTS) == before


def test_a_renamed_member_is_called_so_from_the_edition_on():
    first()
    later()
    same(renames=True)
    assert brazil().label_en == "Brazil"
    accept(edition())
    assert (brazil().label_en, brazil().label_fr) == RENAMED
    assert "Brazil" in brazil().aliases.values_list("text", flat=True)
    take_back(edition())
    assert (brazil().label_en, brazil().label_fr) == COUNTRIES[2]
    accept(edition())
    assert (brazil().label_en, brazil().label_fr) == RENAMED


def test_a_label_cannot_be_a_member_that_the_file_names_too():
    first()
    later()
    before = rows_of(EVENTS)
    with pytest.raises(Refused):
        decide(edition(), [Answer(unmatched(), Mapped.SAME, Member.objects.get(code="india"))])
    assert rows_of(EVENTS) == before
    assert unmatched().decision == ""


def test_a_label_cannot_be_a_member_that_is_new_itself():
    first()
    later()
    with pytest.raises(Refused, match="new itself"):
        decide(edition(), [Answer(unmatched(), Mapped.SAME, Member.objects.get(code="lotusland"))])


def test_two_workbooks_of_an_edition_are_prepared_again_together():
    names = (*COUNTRIES[:2], RENAMED)
    numbers = figures_of({RENAMED[0] if en == "Brazil" else en: [*row, 60] for en, row in LONG.items()})
    pair = {
        language: (
            f"{language.upper()}_figures.xlsx",
            workbook_bytes(numbers, language=language, countries=names),
        )
        for language in ("en", "fr")
    }
    imported(EVENTS, *(_old("en"), _old("fr")))
    imported(EVENTS, pair["en"], accept=False)
    imported(EVENTS, pair["fr"], accept=False)
    same()
    assert edition().files.count() == 2
    assert set(brazil().aliases.values_list("text", flat=True)) == set(RENAMED)
    assert not Member.objects.filter(code="lotusland").exists()
    accept(edition())


def _old(language):
    data = workbook_bytes(figures_of(LONG), language=language, countries=COUNTRIES[:3])
    return f"{language.upper()}_old.xlsx", data


def test_figures_stated_in_another_form_are_there_after_deciding():
    """The workbook of a waiting edition adds totals; both files are read again."""
    first()
    later()
    numbers = {RENAMED[0] if en == "Brazil" else en: [*row, 60] for en, row in LONG.items()}
    numbers[RENAMED[0]][3] = 35
    completed = import_workbook(figures_of(numbers), accept=False, countries=NEXT)
    assert (completed.edition, completed.completed) == (2, True)
    patterns = edition().coverage["patterns"]
    same()
    assert edition().coverage["patterns"] == patterns == ["M", "T"]
    assert edition().files.count() == 2


def test_a_month_of_figures_alone_suggests_nothing_firmly():
    """Three equal figures may be chance: the suggestion says of how many it speaks."""
    import_odp(figures_of({"India": [5, 10, 15], "France": [5, 5, 5]}))
    import_odp(figures_of({"Chad": [5, 10, 15], "France": [5, 5, 5, 5]}, first=month(2024, 1)), accept=False)
    best = unmatched().suggested[0]
    assert (best.code, best.same, best.compared) == ("india", 3, 3)
    assert best.score < 0.5
