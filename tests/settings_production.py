"""The project's settings as a production environment gives them, for `make check` to look at.

Nothing is connected to: `check --deploy` only reads.
"""

import os
import secrets
from tempfile import gettempdir

os.environ |= {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "DATABASE_URL": "postgres://stet@database.example/stet",
    "REDIS_URL": "redis://queue.example:6379/0",
    "STET_BASE_URL": "https://figures.example",
    "STET_DATA_DIR": gettempdir(),
    "STET_STATIC_ROOT": "staticfiles",
}

from config.settings import *  # noqa: F403
