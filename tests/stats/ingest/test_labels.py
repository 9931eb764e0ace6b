"""Labels come and go with the editions that bring them, and code lists fill in what is missing."""

import pytest

from stats.ingest.decide import accept, refuse_edition, take_back
from stats.ingest.labels import complete, keep_spellings
from stats.ingest.register import dataset_named
from stats.labels import Label
from stats.models import Dimension, Edition, LabelChange, Member
from stats.queries.codebooks import codebook
from tests.stats.factories import COUNTRIES, EVENTS, figures_of, import_odp, import_workbook, rows_of

pytestmark = pytest.mark.django_db

NUMBERS = {"India": [5, 10] * 12, "France": [40, 25] * 12}
MORE = {en: [*row, 35] for en, row in NUMBERS.items()}


def labels():
    return dict(Member.objects.exclude(code="_T").values_list("code", "label_fr"))


def french_as_of(number):
    (dimension,) = codebook(EVENTS, number, undecided=True).dimensions
    return {member.code: member.label.fr for member in dimension.members}


def english_then_both():
    """An edition in English alone in force, and a bilingual one that waits."""
    import_workbook(figures_of(NUMBERS), countries=COUNTRIES[:2])
    before = rows_of(EVENTS)
    import_odp(figures_of(MORE), accept=False)
    return before, Edition.objects.get(number=2)


def test_a_waiting_edition_gives_no_names_to_readers_yet():
    english_then_both()
    assert labels() == {"india": "", "france": ""}
    assert french_as_of(2) == {"india": "Inde", "france": "France"}
    assert french_as_of(1) == {"india": "", "france": ""}


def test_a_refused_edition_leaves_no_name_behind():
    before, edition = english_then_both()
    refuse_edition(edition)
    assert rows_of(EVENTS) == before
    assert not LabelChange.objects.exists()


def test_names_count_with_their_edition_and_go_with_it():
    before, edition = english_then_both()
    accept(edition)
    assert labels() == {"india": "Inde", "france": "France"}
    take_back(edition)
    assert rows_of(EVENTS)["members"] == before["members"]
    accept(edition)
    assert labels() == {"india": "Inde", "france": "France"}


def test_a_name_that_was_unknown_then_is_given_once_it_is_known():
    _before, edition = english_then_both()
    accept(edition)
    assert french_as_of(1) == {"india": "Inde", "france": "France"}


def test_the_same_file_twice_adds_no_name_twice():
    english_then_both()
    before = LabelChange.objects.count()
    assert import_odp(figures_of(MORE), accept=False).status == "nothing_new"
    assert LabelChange.objects.count() == before == 2


def test_what_a_person_has_called_otherwise_since_is_left_alone():
    _before, edition = english_then_both()
    Member.objects.filter(code="india").update(label_fr="L’Inde")
    accept(edition)
    assert labels()["india"] == "L’Inde"
    take_back(edition)
    assert labels() == {"india": "L’Inde", "france": ""}


def test_the_names_of_an_edition_that_was_taken_back_do_not_come_with_the_next_one():
    _before, edition = english_then_both()
    accept(edition)
    take_back(edition)
    import_workbook(figures_of({en: [*row, 45] for en, row in MORE.items()}), countries=COUNTRIES[:2])
    assert labels() == {"india": "", "france": ""}
    assert french_as_of(2) == {"india": "Inde", "france": "France"}


def coded(*names):
    """Countries whose labels begin with official codes."""
    figures = figures_of({en: [5, 10, 15 + 5 * len(names)] for en, _ in names})
    return import_odp(figures, countries=names, accept=False)


@pytest.fixture
def coded_table():
    dataset_named(EVENTS)
    Dimension.objects.update(coded=True)
    coded(("2174 - Programmers", "2174 - Programmeurs"), ("6322 - Cooks", "6322 - Cuisiniers"))
    accept(Edition.objects.latest("number"))


def test_another_name_beside_a_known_code_is_that_of_its_edition(coded_table):
    outcome = coded(
        ("2174 - Computer programmers", "2174 - Programmeurs"),
        ("6322 - COOKS", "6322 - Cuisiniers"),
        COUNTRIES[0],
    )
    renamed = [f.message for f in outcome.findings if f.rule == "resolve.renamed"]
    assert renamed == ["2174 in 'citizenship' is called 'Computer programmers' now; it was 'Programmers'"]
    edition = Edition.objects.get(number=outcome.edition)
    assert not edition.unmatched.filter(code="2174").exists()
    member = Member.objects.get(code="2174")
    assert member.label == Label("Programmers", "Programmeurs")
    edition.unmatched.update(decision="new")
    accept(edition)
    member.refresh_from_db()
    assert member.label == Label("Computer programmers", "Programmeurs")
    (dimension,) = codebook(EVENTS, edition.number - 1).dimensions
    assert dimension.by_code["2174"].label.en == "Programmers"


def test_a_new_code_is_a_question_though_its_name_is_known(coded_table):
    outcome = coded(("21740 - Programmers", "21740 - Programmeurs"), ("6322 - Cooks", "6322 - Cuisiniers"))
    (one,) = Edition.objects.get(number=outcome.edition).unmatched.all()
    (best, *_others) = one.suggested
    assert (one.code, best.code, best.by_code, best.likeness) == ("21740", "2174", True, 1.0)


def test_a_code_list_adds_only_what_is_missing():
    import_workbook(figures_of(NUMBERS), countries=COUNTRIES[:2])
    Dimension.objects.update(codelist="lands")
    names = {"india": Label("Bharat", "Inde"), "chad": Label("Chad", "Tchad")}
    assert complete(codelist="lands", names=names) == 1
    assert Member.objects.get(code="india").label == Label("India", "Inde")


def test_what_a_member_was_called_stays_known():
    import_odp(figures_of(NUMBERS))
    member = Member.objects.get(code="india")
    called = member.label
    member.call(Label("Bharat", "Inde"))
    member.save()
    assert [alias.text for alias in keep_spellings(member, called=called)] == ["India"]
    assert keep_spellings(member, called=called) == []
