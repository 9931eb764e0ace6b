"""Every environment variable is documented with its default, and nothing else is."""

import re
from typing import Any

from config.environment import BASE_DIR, env

_ROW = re.compile(r"^\| `([A-Z_]+)` \| [^|]+ \| (?:`([^`]*)` )?\|", re.MULTILINE)


def _as_written(default: Any) -> str:
    if isinstance(default, bool):
        return "1" if default else "0"
    if isinstance(default, list):
        return ",".join(default)
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_documentation_and_code_list_the_same_variables_and_defaults():
    """docs/settings.md and config/environment.py cannot drift apart."""
    documented = dict(_ROW.findall((BASE_DIR / "docs" / "settings.md").read_text("utf-8")))
    declared = {name: _as_written(default) for name, (_kind, default) in env.scheme.items()}
    assert documented == declared


def test_no_other_module_reads_the_environment_by_name():
    """A variable that is read past config/environment.py would be neither typed nor documented."""
    reading = re.compile(r"""os\.(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z_]+)["']""")
    undeclared = {
        (path.name, name)
        for folder in ("config", "stats", "articles")
        for path in (BASE_DIR / folder).rglob("*.py")
        for name in reading.findall(path.read_text("utf-8"))
        if name not in env.scheme
    }
    assert undeclared == set()
