"""What the ledger says of editions and changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.embeds.cell import cell
from articles.embeds.view import Cell
from articles.numbers import date_name, number
from stats.answers import Figure, Made, Origin
from stats.classification.kinds import ChangeKind
from stats.labels import Language
from stats.queries.edition_changes import Kind
from stats.queries.public_editions import PublicEdition
from stats.values import Status, Value

KINDS: Mapping[str, str | Promise] = {
    ChangeKind.NEW_PERIODS: gettext_lazy("new periods"),
    ChangeKind.REVISION: gettext_lazy("routine revisions"),
    ChangeKind.RESTATEMENT: gettext_lazy("mass restatement"),
    ChangeKind.RECLASSIFICATION: gettext_lazy("reclassification"),
    ChangeKind.ROWS_COME: gettext_lazy("new rows"),
    ChangeKind.ROWS_GONE: gettext_lazy("rows gone"),
    ChangeKind.SUPPRESSION: gettext_lazy("suppression changed"),
    ChangeKind.UNANNOUNCED: gettext_lazy("restated without a word"),
    ChangeKind.RELABELLED: gettext_lazy("relabelled"),
}

CELL_KINDS: Mapping[Kind, str | Promise] = {
    Kind.REVISED: gettext_lazy("revision"),
    Kind.NEW: gettext_lazy("new cell"),
    Kind.REMOVED: gettext_lazy("removed cell"),
}


def day(at: datetime, language: Language) -> str:
    """The day of a moment where the newsroom is."""
    return date_name(timezone.localtime(at).date(), language)


def counted(edition: PublicEdition, language: Language) -> tuple[str, ...]:
    """When an edition counted, one phrase for each time."""
    spans = edition.counted
    if not spans and edition.facts.in_force_since:
        return (_("from %(since)s") % {"since": day(edition.facts.in_force_since, language)},)
    found = []
    for span in spans:
        since = day(span.since, language)
        if span.until is None:
            found.append(_("since %(since)s") % {"since": since})
        else:
            said = _("from %(since)s to %(until)s")
            found.append(said % {"since": since, "until": day(span.until, language)})
    return tuple(found)


def state(edition: PublicEdition, language: Language) -> str:
    """`in force`, or that and when the edition was taken back; empty for one that was superseded."""
    if edition.in_force:
        return _("in force")
    if not edition.taken_back:
        return ""
    if edition.taken_back_at is None:
        return _("taken back")
    return _("taken back on %(day)s") % {"day": day(edition.taken_back_at, language)}


def kinds(edition: PublicEdition, language: Language) -> tuple[str, ...]:
    """The kinds of change that an edition made, with how many cells each concerns."""
    found = []
    for change in edition.changes:
        name = str(KINDS.get(change["kind"], change["kind"]))
        cells = int(change.get("cells", 0))
        said = ngettext("%(kind)s (%(count)s cell)", "%(kind)s (%(count)s cells)", cells)
        found.append(said % {"kind": name, "count": number(cells, language)} if cells else name)
    return tuple(found)


def printed(value: int | None, status: Status | None, language: Language) -> Cell:
    """What an edition prints in a cell; a cell that it does not print is missing."""
    shown = Value(value, Status.MISSING if status is None else status)
    return cell(Figure(shown, Made(Origin.STATED)), language)


def signed(move: int | None, language: Language) -> str:
    """A move with its sign; empty where there is none."""
    if move is None:
        return ""
    return f"+{number(move, language)}" if move > 0 else number(move, language)
