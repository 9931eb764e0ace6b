"""The recipe: what an arrival becomes, beside the editions that are there."""

import pytest

from stats.findings import Severity
from stats.ingest import recipe
from stats.ingest.decide import accept, take_back
from stats.ingest.load import Overtaken
from stats.ingest.outcome import Status
from stats.ingest.prepare import prepare
from stats.ingest.register import dataset_named
from stats.ingest.sources import keep
from stats.models import Dataset, Decision, Edition, EditionState, Member, Stage
from stats.periods import month
from stats.queries.asking import ask
from stats.questions import parse
from stats.signals import edition_in_force
from tests.stats.factories import (
    COUNTRIES,
    EVENTS,
    ROUTINE,
    figures_of,
    import_odp,
    import_workbook,
    imported,
    meaning_of,
    odp_bytes,
    rows_of,
    undone,
    workbook_bytes,
)

pytestmark = pytest.mark.django_db

SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
REVISED = SMALL | {("India", month(2024, 3)): 25}
LONGER = SMALL | {("India", month(2024, 4)): 30}
LONG = figures_of(
    {"India": [5] * 26, "France": [10, None] * 13, "Brazil": [0] * 25 + [1085]}, first=month(2022, 1)
)


def value(at="2024-03", country="India", **more):
    period = {"month": at}
    return ask(
        parse({"dataset": EVENTS, "where": {"citizenship": country}, "period": period} | more)
    ).figure.value.number


def states():
    return dict(Edition.objects.order_by("number").values_list("number", "state"))


def test_the_first_file_of_a_dataset_is_its_first_edition():
    outcome = import_odp(SMALL)
    assert (outcome.status, outcome.edition, outcome.completed) == (Status.IN_FORCE, 1, False)
    assert outcome.cells.as_json() == {"new": 8, "revised": 0, "removed": 0, "unchanged": 0}
    assert outcome.reader == "odp"
    assert value() == 10


def test_a_revision_is_an_edition_of_its_own_and_counts_what_changed():
    import_odp(SMALL)
    outcome = import_odp(REVISED)
    assert (outcome.edition, outcome.cells.revised, outcome.cells.unchanged) == (2, 1, 7)
    assert (value(), value(as_of=1)) == (25, 10)


def test_a_cell_that_is_gone_from_a_text_is_revised_to_zero():
    import_odp(SMALL)
    outcome = import_odp(SMALL | {("France", month(2024, 1)): 0})
    assert (outcome.cells.revised, outcome.cells.removed) == (1, 0)
    assert value("2024-01", "France") == 0


def test_new_months_are_new_and_revise_nothing():
    import_odp(SMALL)
    outcome = import_odp(LONGER)
    assert (outcome.cells.new, outcome.cells.revised) == (1, 0)


def test_readers_do_not_see_an_edition_that_waits():
    import_odp(SMALL)
    assert import_odp(REVISED, accept=False).status is Status.WAITING
    assert value() == 10
    waiting = parse({"dataset": EVENTS, "where": {"citizenship": "India"}, "period": "2024-03", "as_of": 2})
    assert ask(waiting, undecided=True).figure.value.number == 25
    accept(Edition.objects.get(number=2))
    assert value() == 25


def test_a_first_edition_that_waits_answers_nothing():
    import_odp(SMALL, accept=False)
    with pytest.raises(ValueError, match="no edition in force"):
        value()


def test_a_new_arrival_takes_the_place_of_what_waits():
    import_odp(SMALL)
    import_odp(REVISED, accept=False)
    import_odp(LONGER, accept=False)
    assert states() == {1: "in_force", 2: "refused", 3: "waiting"}
    accept(Edition.objects.get(number=3))
    assert value() == 10
    assert value("2024-04") == 30


def test_what_waits_can_come_again_and_then_be_accepted():
    import_odp(SMALL, accept=False)
    again = import_odp(SMALL, accept=False)
    assert (again.status, again.edition) == (Status.NOTHING_NEW, 1)
    import_odp(SMALL, accept=True)
    assert states() == {1: "in_force"}


def test_an_edition_that_was_taken_back_gives_way_to_the_next_one_and_stays_readable():
    import_odp(SMALL)
    import_odp(REVISED)
    take_back(Edition.objects.get(number=2))
    assert value() == 10
    third = import_odp(LONGER)
    assert (third.edition, third.cells.new, third.cells.revised) == (3, 1, 0)
    assert states() == {1: "superseded", 2: "taken_back", 3: "in_force"}
    assert [value(as_of=number) for number in (1, 2, 3)] == [10, 25, 10]


def test_an_edition_that_ends_earlier_is_refused():
    import_odp(LONGER)
    before = rows_of(EVENTS)
    outcome = import_odp(SMALL)
    assert outcome.status is Status.REFUSED
    assert [f.rule for f in outcome.findings] == ["screen.older"]
    assert rows_of(EVENTS) == before


def test_a_row_more_for_the_same_months_is_a_new_edition_and_no_completion():
    """Though it is hidden, so that no stated total moves with it."""
    hidden = LONG | {("Chad", month(2022, 1)): None}
    import_workbook(LONG, countries=COUNTRIES[:3])
    outcome = import_workbook(hidden, accept=False)
    assert (outcome.status, outcome.edition, outcome.completed) == (Status.WAITING, 2, False)
    assert states() == {1: "in_force", 2: "waiting"}


def test_a_new_member_is_said_aloud_with_the_nearest_known():
    import_odp(SMALL)
    outcome = import_odp(LONGER | {("Chad", month(2024, 4)): 5})
    (finding,) = (f for f in outcome.findings if f.rule == "resolve.unmatched")
    assert finding.severity is Severity.WARNING
    assert "'Chad' matches no member of 'citizenship'" in finding.message
    assert finding.where.row is not None


def test_an_alias_leads_to_its_member():
    import_odp(SMALL)
    member = Member.objects.get(label_en="Brazil")
    member.aliases.create(text="Brazil, Federative Republic of")
    names = (*COUNTRIES[:2], ("Brazil, Federative Republic of", "Brésil (République)"))
    renamed = {(names[2][0] if en == "Brazil" else en, at): n for (en, at), n in LONGER.items()}
    outcome = import_odp(renamed, countries=names)
    assert (outcome.cells.new, outcome.cells.revised) == (1, 0)
    assert outcome.findings == ()
    member.refresh_from_db()
    assert (member.code, member.label_en) == ("brazil", "Brazil")


def test_a_workbook_in_french_alone_completes_the_one_in_english():
    import_workbook(LONG)
    outcome = import_workbook(LONG, language="fr")
    assert (outcome.status, outcome.edition, outcome.completed) == (Status.IN_FORCE, 1, True)
    assert set(Member.objects.exclude(code="_T").values_list("label_en", "label_fr")) == set(COUNTRIES)
    assert Edition.objects.get().files.count() == 2
    again = import_workbook(LONG, language="fr")
    assert again.status is Status.NOTHING_NEW


def test_completing_the_edition_in_force_is_announced(django_capture_on_commit_callbacks):
    """What was a sum may be stated now, so pages that show it must be made again."""
    heard = []

    def listen(sender, dataset, edition, **kwargs):
        heard.append((dataset, edition))

    import_odp(LONG)
    edition_in_force.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            import_workbook(LONG)
            import_workbook(LONG)
    finally:
        edition_in_force.disconnect(listen)
    assert heard == [(EVENTS, 1)]


def test_english_and_french_as_a_pair_come_to_the_same_as_one_after_the_other():
    files = [(f"{lang.upper()}_a.xlsx", workbook_bytes(LONG, language=lang)) for lang in ("en", "fr")]
    with undone():
        outcome = imported(EVENTS, *files)
        assert (outcome.status, outcome.edition, outcome.completed) == (Status.IN_FORCE, 1, False)
        paired = meaning_of(EVENTS)
    import_workbook(LONG)
    import_workbook(LONG, language="fr")
    assert meaning_of(EVENTS) == paired


def test_a_pair_with_different_figures_is_refused_at_the_first_of_them():
    other = LONG | {("India", month(2022, 2)): 10}
    files = [("EN.xlsx", workbook_bytes(LONG)), ("FR.xlsx", workbook_bytes(other, language="fr"))]
    outcome = imported(EVENTS, *files)
    assert outcome.status is Status.REFUSED
    assert outcome.findings[0].rule == "pair.figures"
    assert outcome.findings[0].where.file == "FR.xlsx"


def test_stated_totals_are_kept_and_not_added_up():
    import_workbook(LONG, totals={month(2022, 1): 20})
    figure = ask(parse({"dataset": EVENTS, "period": {"month": "2022-01"}})).figure
    assert (figure.value.number, figure.made.origin.value) == (20, "stated")


def test_a_routine_edition_counts_alone_where_the_dataset_says_so():
    import_odp(SMALL)
    Dataset.objects.update(alone_kinds=ROUTINE)
    assert import_odp(LONGER, accept=False).status is Status.IN_FORCE
    warned = import_odp(LONGER | {("Chad", month(2024, 5)): 5, ("India", month(2024, 5)): 5}, accept=False)
    assert warned.status is Status.WAITING
    assert warned.waits_because.startswith("It waits: 1 label matches no member")
    said = list(Decision.objects.order_by("id").values_list("edition__number", "verdict", "actor"))
    assert said == [(1, "accepted", "command"), (2, "accepted", "rule"), (3, "left", "rule")]


def test_a_change_that_the_rule_does_not_name_waits_and_says_so():
    import_odp(SMALL)
    Dataset.objects.update(alone_kinds=["new_periods"])
    outcome = import_odp(SMALL | {("India", month(2024, 1)): 25}, accept=False)
    assert (outcome.status, Edition.objects.to_decide().count()) == (Status.WAITING, 1)
    assert Decision.objects.latest("id").note == outcome.waits_because
    assert "revised" in outcome.waits_because


def test_limits_of_the_rule_hold_for_totals_too():
    import_workbook(LONG)
    Dataset.objects.update(alone_kinds=ROUTINE, alone_move=10, alone_warned=True)
    changed = import_workbook(LONG | {("India", month(2022, 1)): 990}, accept=False)
    assert changed.status is Status.WAITING
    assert "more than 10" in changed.waits_because


def test_completing_a_waiting_edition_does_not_let_it_through():
    """What is completed has the figures of the edition itself, so that nothing would seem to change."""
    import_workbook(LONG)
    Dataset.objects.update(alone_kinds=ROUTINE, alone_move=0)
    moved = LONG | {("India", month(2022, 1)): 990}
    assert import_workbook(moved, accept=False).status is Status.WAITING
    completed = import_workbook(moved, language="fr", accept=False)
    assert (completed.completed, completed.status) == (True, Status.WAITING)


def test_an_edition_that_another_one_displaces_is_logged_as_refused_by_rule():
    import_odp(SMALL)
    import_odp(SMALL | {("India", month(2024, 1)): 20}, accept=False)
    import_odp(SMALL | {("India", month(2024, 1)): 25}, accept=False)
    displaced = Decision.objects.get(edition__number=2)
    assert (displaced.verdict, displaced.actor, displaced.in_force_after) == ("refused", "rule", 1)
    assert displaced.note.startswith("Edition 3 came before")


def test_a_first_edition_never_counts_alone():
    dataset = dataset_named(EVENTS)
    Dataset.objects.update(alone_kinds=ROUTINE)
    kept = keep(name="a.csv", data=odp_bytes(SMALL))
    assert recipe.run([kept], dataset=dataset).status is Status.WAITING


def test_progress_names_the_steps_in_their_order():
    marks = []
    recipe.run(
        [keep(name="a.csv", data=odp_bytes(SMALL))],
        dataset=dataset_named(EVENTS),
        progress=lambda stage, part: marks.append((stage, part)),
    )
    stages = list(dict.fromkeys(stage for stage, _part in marks))
    assert stages == list(Stage)[:-1]
    for stage in stages:
        parts = [part for one, part in marks if one is stage]
        assert (parts[0], parts) == (0, sorted(parts))
        assert parts[-1] <= 1


def meanwhile(monkeypatch, others):
    """Let somebody else import between preparing and writing, as often as there are others."""

    def overtaken(*args, **kwargs):
        prepared = prepare(*args, **kwargs)
        if (figures := next(others, None)) is not None:
            with monkeypatch.context() as inside:
                inside.setattr(recipe, "prepare", prepare)
                import_odp(figures)
        return prepared

    monkeypatch.setattr(recipe, "prepare", overtaken)


def test_an_import_that_was_overtaken_prepares_again(monkeypatch):
    import_odp(SMALL)
    meanwhile(monkeypatch, iter([REVISED]))
    outcome = import_odp(LONGER)
    assert (outcome.status, outcome.edition) == (Status.IN_FORCE, 3)
    assert (outcome.cells.new, outcome.cells.revised) == (1, 1)
    assert value() == 10


def test_an_import_that_is_always_overtaken_gives_up(monkeypatch):
    import_odp(SMALL)
    meanwhile(monkeypatch, (SMALL | {("India", month(2024, 1)): 5 * n} for n in range(2, 100)))
    with pytest.raises(Overtaken):
        import_odp(LONGER)
    assert Edition.objects.count() == 1 + recipe.TRIES


def test_what_goes_wrong_while_writing_leaves_nothing():
    import_odp(SMALL)
    before = rows_of(EVENTS)

    def fails(outcome):
        raise RuntimeError("power cut")

    kept = keep(name="b.csv", data=odp_bytes(REVISED))
    with pytest.raises(RuntimeError):
        recipe.run([kept], dataset=dataset_named(EVENTS), accept_at_once=True, within=fails)
    assert rows_of(EVENTS) == before
    assert states() == {1: EditionState.IN_FORCE}


def test_the_file_says_which_dataset_it_is_or_is_refused():
    kept = keep(name="whatever.csv", data=odp_bytes(SMALL))
    outcome = recipe.run([kept])
    assert outcome.status is Status.REFUSED
    assert outcome.findings[0].rule == "resolve.which-dataset"
    assert Dataset.objects.count() == 0
