"""`manage.py members DATASET`: the unmatched labels of the waiting edition, and what they are.

    members imp-citizenship --same "Solomon Islands=solomons-the" --rename --all-new

Exit 0 when nothing is left undecided, 1 otherwise or where a decision was refused.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError, CommandParser

from stats.findings import Refused
from stats.ingest.mapping import Answer, decide
from stats.labels import fold, nearest
from stats.management.ready import ReadyCommand
from stats.models import Edition, Mapped, Member, Unmatched


class Command(ReadyCommand):
    help = "Show and decide what the labels of a waiting edition are that match no member."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dataset", help="slug of the dataset")
        parser.add_argument(
            "--same", action="append", default=[], metavar="LABEL=CODE", help="the label is that member"
        )
        parser.add_argument(
            "--rename", action="store_true", help="with --same: the member is called so from now on"
        )
        parser.add_argument("--new", action="append", default=[], metavar="LABEL", help="it is a new member")
        parser.add_argument("--all-new", action="store_true", help="so are all that nothing else is said of")
        parser.add_argument("--undo", action="append", default=[], metavar="LABEL", help="it is open again")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *, dataset: str, json: bool, **options: Any) -> None:
        edition = Edition.objects.waiting().filter(dataset__slug=dataset).select_related("dataset").first()
        if edition is None:
            raise CommandError(f"no edition of {dataset!r} is waiting")
        try:
            decide(edition, list(_answers(edition, options)))
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        labels = list(edition.unmatched.select_related("dimension", "member"))
        self.stdout.write(_as_json(edition, labels) if json else _as_text(edition, labels))
        if any(one.decision == Mapped.UNDECIDED for one in labels):
            sys.exit(1)


def _answers(edition: Edition, options: dict[str, Any]) -> Iterator[Answer]:
    named = set()
    for text in options["same"]:
        label, separator, code = text.rpartition("=")
        if not separator:
            raise CommandError(f"--same {text!r}: expected LABEL=CODE")
        one = _unmatched(edition, label)
        named.add(one.pk)
        yield Answer(one, Mapped.SAME, _member(one, code), renames=options["rename"])
    for decision, texts in ((Mapped.NEW, options["new"]), (Mapped.UNDECIDED, options["undo"])):
        for text in texts:
            one = _unmatched(edition, text)
            named.add(one.pk)
            yield Answer(one, decision)
    if options["all_new"]:
        for one in edition.unmatched.undecided().exclude(pk__in=named):
            yield Answer(one, Mapped.NEW)


def _unmatched(edition: Edition, text: str) -> Unmatched:
    """The one label of a text or code."""
    labels = list(edition.unmatched.all())
    found = [one for one in labels if fold(text) in {fold(one.code), fold(one.label_en), fold(one.label_fr)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise CommandError(f"{text!r} is the label of several: {', '.join(one.code for one in found)}")
    near = ", ".join(map(repr, nearest(text, map(str, labels)))) or "none is"
    raise CommandError(f"{text!r} is not an unmatched label of {edition}; nearest: {near}")


def _member(one: Unmatched, code: str) -> Member:
    members = one.dimension.members.select_related("parent")
    found = members.filter(code=code).first()
    if found is None:
        known = [*members.values_list("code", flat=True)]
        near = ", ".join(map(repr, nearest(code, known)))
        raise CommandError(f"{code!r} is not a code of {one.dimension.slug!r}; nearest: {near}")
    return found


def _as_json(edition: Edition, labels: list[Unmatched]) -> str:
    found = {
        "dataset": edition.dataset.slug,
        "edition": edition.number,
        "undecided": sum(one.decision == Mapped.UNDECIDED for one in labels),
        "unmatched": [
            {
                "dimension": one.dimension.slug,
                "code": one.code,
                "label": one.label.as_json(),
                "parent": one.parent or None,
                "row": one.line,
                "decision": one.decision or None,
                "same_as": one.member.code if one.member else None,
                "suggestions": one.suggestions,
            }
            for one in labels
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _as_text(edition: Edition, labels: list[Unmatched]) -> str:
    lines = [f"{edition}: {len(labels)} labels matched no member"]
    for one in labels:
        what = {Mapped.NEW: "new", Mapped.SAME: f"the same as {one.member}"}.get(
            Mapped(one.decision), "undecided"
        )
        lines.append(f"{one.dimension.slug}: {one} ({one.code}): {what}")
        if one.decision == Mapped.UNDECIDED:
            lines.extend(f"  perhaps {s.label.en or s.label.fr} ({s.code}): {s.said}" for s in one.suggested)
    return "\n".join(lines)
