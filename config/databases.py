"""The database: SQLite in the data folder, or whatever ``DATABASE_URL`` names.

SQLite is set up for several processes at once: write-ahead logging lets readers go on while an edition
is loaded, immediate transactions wait for the lock at their start instead of failing half-way
(https://docs.djangoproject.com/en/5.2/ref/databases/#sqlite-transaction-behavior).
"""

from pathlib import Path
from typing import Any

import environ

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


PREPARED_FROM = 5
"""From how many times on PostgreSQL keeps the plan of a statement of `stats.queries.prepared`."""
NEVER = "never"
"""What `prepare_threshold` says in an address whose pooler knows no prepared statements."""


def database(url: str, *, data_dir: Path) -> dict[str, Any]:
    """Django's entry for one database; connections live for a minute, checked before they are used again."""
    config: dict[str, Any] = dict(environ.Env.db_url_config(url or f"sqlite:///{data_dir / 'stet.sqlite3'}"))
    config.setdefault("CONN_MAX_AGE", 60)
    config.setdefault("CONN_HEALTH_CHECKS", True)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {**_SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    else:
        options = {"prepare_threshold": PREPARED_FROM} | config.get("OPTIONS", {})
        if options["prepare_threshold"] == NEVER:
            options["prepare_threshold"] = None
        config["OPTIONS"] = options
    return config
