"""docs/screening.md says what the rules say, and names every finding that a reader can make."""

import re

from config.environment import BASE_DIR
from stats.screening import CHANGE_RULES, RULES

PAGE = (BASE_DIR / "docs" / "screening.md").read_text(encoding="utf-8")
FINDING = re.compile(r'"((?:read|resolve|pair|compare|screen)\.[a-z-]+)"')


def entry(rule):
    """A rule as it stands on the page."""
    return (
        f"#### `{rule.id}`\n\n{rule.sentence} *{rule.severity.value.capitalize()}.*\n\n"
        f"> {rule.example}\n\n{rule.remedy}\n"
    )


def test_every_rule_stands_on_the_page_in_its_own_words():
    expected = "\n".join(map(entry, RULES)), "\n".join(map(entry, CHANGE_RULES))
    assert all(text in PAGE for text in expected), "docs/screening.md should hold:\n\n" + "\n".join(expected)


def test_every_other_finding_is_listed():
    sources = [path.read_text(encoding="utf-8") for path in (BASE_DIR / "stats").rglob("*.py")]
    made = {rule for source in sources for rule in FINDING.findall(source)}
    listed = set(re.findall(r"`((?:read|resolve|pair|compare|screen)\.[a-z-]+)`", PAGE))
    assert made == listed
