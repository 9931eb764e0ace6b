"""All rules, in the order in which their findings are shown."""

from __future__ import annotations

from stats.findings import Finding
from stats.screening.change import Changed, ChangeRule
from stats.screening.figures import OffBase, OutOfProportion, TooLarge
from stats.screening.member_totals import MemberTotals
from stats.screening.period_totals import PeriodTotals
from stats.screening.revisions import ManyRevised, SamePeriods, UnusualRevision
from stats.screening.rows import NameTooLong, SameRowTwice
from stats.screening.rows_moved import RowsLost, RowsWithPast
from stats.screening.rule import Rule, Screened
from stats.screening.table import AnotherTable, RowsGone
from stats.screening.time import CutOffElsewhere, CutOffWentBack, OlderThanInForce, PeriodsGone
from stats.screening.words import LanguagesMixed, NotesChanged, TitleChanged

RULES: tuple[Rule, ...] = (
    OffBase(),
    TooLarge(),
    OutOfProportion(),
    NameTooLong(),
    SameRowTwice(),
    PeriodTotals(),
    MemberTotals(),
    OlderThanInForce(),
    PeriodsGone(),
    CutOffWentBack(),
    CutOffElsewhere(),
    AnotherTable(),
    RowsGone(),
    LanguagesMixed(),
    TitleChanged(),
    NotesChanged(),
)
"""What is asked of a file by itself, and of what is known of the edition in force."""

CHANGE_RULES: tuple[ChangeRule, ...] = (
    SamePeriods(),
    UnusualRevision(),
    ManyRevised(),
    RowsLost(),
    RowsWithPast(),
)
"""What is asked of the changes that a file makes to the figures in force."""


def screen(screened: Screened) -> list[Finding]:
    """The findings about a file, by all rules."""
    return [finding for rule in RULES for finding in rule.check(screened)]


def screen_changes(changed: Changed) -> list[Finding]:
    """The findings about what a file changes, by all rules about changes."""
    return [finding for rule in CHANGE_RULES for finding in rule.check(changed)]
