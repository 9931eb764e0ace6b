"""Screening: what is certainly wrong with a file, and what a person should look at before it counts.

Each rule is a small class with an id, a sentence, an example and a remedy; docs/screening.md lists them all.
`RULES` look at a file by itself and at what is known of the edition in force; `CHANGE_RULES` look at what the
file would change in its figures.
"""

from stats.screening.change import Changed, ChangeRule
from stats.screening.rule import InForce, Rule, Screened
from stats.screening.rules import CHANGE_RULES, RULES, screen, screen_changes

__all__ = [
    "CHANGE_RULES",
    "RULES",
    "ChangeRule",
    "Changed",
    "InForce",
    "Rule",
    "Screened",
    "screen",
    "screen_changes",
]
