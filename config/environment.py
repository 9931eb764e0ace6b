"""The environment variables that Stet reads: each with its type and default, here and nowhere else.

``docs/settings.md`` explains every one of them; a test compares the two lists. An empty default means
"the embedded way": SQLite, a broker folder, a generated key.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    # Django's own.
    SECRET_KEY=(str, ""),
    DEBUG=(bool, False),
    ALLOWED_HOSTS=(list, ["localhost", "127.0.0.1", "[::1]"]),
    # Where things are kept.
    DATABASE_URL=(str, ""),
    REDIS_URL=(str, ""),
    REDIS_CACHE_URL=(str, ""),
    STET_DATA_DIR=(str, "var"),
    STET_STATIC_ROOT=(str, ""),
    # How the site is reached and what it is called.
    PORT=(int, 8000),
    STET_BASE_URL=(str, "http://127.0.0.1:8000"),
    STET_SITE_NAME=(str, "Stet"),
    STET_TRUSTED_PROXIES=(list, []),
    STET_HSTS_SECONDS=(int, 3600),
    # What it says about itself.
    STET_LOG_LEVEL=(str, "INFO"),
    STET_LOG_FORMAT=(str, "console"),
    # Following the publisher.
    STET_CATALOGUE_URL=(str, "https://open.canada.ca/data/api/3/action/"),
    STET_ALLOWED_HOSTS_FETCH=(list, ["open.canada.ca", "www.ircc.canada.ca", "ircc.canada.ca"]),
    STET_REFRESH_ENABLED=(bool, True),
    STET_REFRESH_MINUTES=(float, 60.0),
    STET_FETCH_TIMEOUT=(float, 30.0),
    STET_FETCH_LIMIT=(int, 256 * 1024 * 1024),
    # The newsroom.
    STET_APPROVAL=(str, "others"),
    STET_MAIL_FROM=(str, "stet@localhost"),
    EMAIL_URL=(str, "consolemail://"),
    # The API.
    STET_API_RATE=(str, "600/minute"),
    # Figures.
    STET_UPLOAD_LIMIT=(int, 64 * 1024 * 1024),
    STET_BOUNDS=(str, "sure"),
)


def data_dir() -> Path:
    """The folder for all that a running installation keeps; a relative path starts at the project."""
    folder: str = env.str("STET_DATA_DIR")
    return (BASE_DIR / folder).resolve()
