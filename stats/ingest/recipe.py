"""The recipe: from files to an edition that counts or waits, on one screen. Each step is a module here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from stats.classification.kinds import Change
from stats.findings import Refused, Severity
from stats.ingest.classifying import classify_edition
from stats.ingest.decide import accept, announce
from stats.ingest.load import Overtaken, load
from stats.ingest.log import log
from stats.ingest.mapping import unmatched
from stats.ingest.outcome import Outcome, Status, counts_of
from stats.ingest.prepare import Prepared, Purpose, prepare
from stats.ingest.progress import Progress, unwatched
from stats.labels import Label
from stats.models import Actor, Dataset, Edition, EditionState, SourceFile, Stage, Verdict
from stats.rule import Facts, largest_move, reasons_to_wait, waits, went_alone

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

TRIES = 5
"""How often an import starts again because another one of the same dataset was faster."""


def run(
    sources: Sequence[SourceFile],
    *,
    dataset: Dataset | None = None,
    accept_at_once: bool = False,
    by: AbstractBaseUser | None = None,
    modelled: Label | None = None,
    progress: Progress = unwatched,
    within: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """Import one file, or the pair of an edition in two languages.

    `within` is called in the transaction that writes the edition, so that what it writes holds exactly if the
    edition does. A file that is wrong gives an outcome that is refused; nothing is left behind.
    """
    for _ in range(TRIES):
        try:
            prepared = prepare(sources, dataset, progress=progress)
        except Refused as refusal:
            return _refused(refusal, dataset, within)
        try:
            return _written(prepared, accept_at_once, by, modelled, progress, within)
        except Overtaken:
            dataset = Dataset.objects.get(pk=prepared.dataset.pk)
    raise Overtaken(f"{TRIES} times in a row")


def _refused(refusal: Refused, dataset: Dataset | None, within: Callable[[Outcome], None]) -> Outcome:
    outcome = Outcome(Status.REFUSED, dataset=dataset.slug if dataset else None, findings=refusal.findings)
    within(outcome)
    return outcome


def _written(
    prepared: Prepared,
    accept_at_once: bool,  # noqa: FBT001
    by: AbstractBaseUser | None,
    modelled: Label | None,
    progress: Progress,
    within: Callable[[Outcome], None],
) -> Outcome:
    if prepared.purpose is not Purpose.NOTHING_NEW:
        progress(Stage.LOAD, 0)
    with transaction.atomic():
        if prepared.purpose is Purpose.NOTHING_NEW:
            edition = prepared.base
        else:
            edition = load(prepared, modelled=modelled, told=partial(progress, Stage.LOAD))
            classify_edition(edition)
            if edition.state == EditionState.IN_FORCE:
                # Completed: totals that were sums may be stated now, and names known in another language.
                announce(prepared.dataset, edition)
        waits_because = ""
        if edition is not None and edition.state == EditionState.WAITING:
            waits_because = _decided(edition, prepared, accept_at_once, by)
            edition.refresh_from_db()
        outcome = _outcome(prepared, edition, waits_because)
        within(outcome)
    return outcome


def _decided(
    edition: Edition,
    prepared: Prepared,
    accept_at_once: bool,  # noqa: FBT001
    by: AbstractBaseUser | None,
) -> str:
    """Let a waiting edition count: because somebody asked for it, or by the dataset's rule.

    Gives the reason in a sentence where it goes on waiting. Completing an edition says nothing on what it
    changes, so the rule is asked about new ones only.
    """
    open_ = _open_questions(edition)
    if accept_at_once:
        if not open_:
            accept(edition, by=by)
        return waits(open_) if open_ else ""
    if prepared.purpose is not Purpose.NEW_EDITION:
        return ""
    rule, facts = prepared.dataset.rule, _facts(prepared, edition)
    reasons = (*open_, *reasons_to_wait(rule, facts))
    if not reasons:
        accept(edition, actor=Actor.RULE, note=went_alone(facts))
        return ""
    if rule.kinds:
        log(
            edition,
            Verdict.LEFT,
            actor=Actor.RULE,
            note=waits(reasons),
            in_force=prepared.dataset.in_force,
        )
    return waits(reasons)


def _open_questions(edition: Edition) -> tuple[str, ...]:
    """Why nobody and no rule can let an edition count yet."""
    undecided = edition.unmatched.undecided().count()
    return (f"{unmatched(undecided)}, and somebody has to say what that is",) if undecided else ()


def _facts(prepared: Prepared, edition: Edition) -> Facts:
    return Facts(
        first=prepared.dataset.in_force_id is None,
        changes=tuple(Change.from_json(change) for change in edition.classification),
        cells=prepared.difference.cells,
        warnings=sum(finding.severity is Severity.WARNING for finding in prepared.findings),
        largest_move=largest_move(prepared.difference.revised),
    )


def _outcome(prepared: Prepared, edition: Edition | None, waits_because: str) -> Outcome:
    statuses = {EditionState.IN_FORCE: Status.IN_FORCE, EditionState.WAITING: Status.WAITING}
    nothing = prepared.purpose is Purpose.NOTHING_NEW
    state = EditionState(edition.state) if edition else EditionState.WAITING
    return Outcome(
        status=Status.NOTHING_NEW if nothing else statuses[state],
        dataset=prepared.dataset.slug,
        edition=edition.number if edition else None,
        completed=prepared.purpose is Purpose.COMPLETES,
        reader=prepared.reading.form.value,
        confidence=prepared.reading.confidence,
        did=prepared.reading.did,
        findings=prepared.findings,
        waits_because=waits_because,
        classification=tuple(edition.classification) if edition else (),
        **counts_of(prepared.difference),
    )
