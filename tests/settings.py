"""The settings that tests run on: the project's own, whatever the caller's environment says.

Only ``DATABASE_URL`` and ``REDIS_URL`` are let in, by which `make test-services` runs the same tests on
PostgreSQL and Redis. What is kept goes to a folder that ends with the process, never to ``var/``.
"""

import os
from tempfile import TemporaryDirectory

from config.environment import env

for _name in env.scheme:
    if _name not in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(_name, None)
_folder = TemporaryDirectory(prefix="stet-tests-", ignore_cleanup_errors=True)
os.environ |= {
    "SECRET_KEY": "a key for tests, which protects nothing",
    "STET_DATA_DIR": _folder.name,
    "STET_LOG_LEVEL": "WARNING",
    # Tests of the workflow turn approval on; all others publish what they wrote.
    "STET_APPROVAL": "none",
    "EMAIL_URL": "memorymail://",
    # No test reaches the publisher by accident: a refresh needs a catalogue of the test's own.
    "STET_REFRESH_ENABLED": "0",
    "STET_CATALOGUE_URL": "http://127.0.0.1:9/api/3/action/",
    "STET_ALLOWED_HOSTS_FETCH": "127.0.0.1",
}

from config.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
AXES_ENABLED = False
# Signing in a hundred times with a slow hash would take most of the tests' time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# What is queued is seen by the test that queued it and by nobody else.
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
if not os.environ.get("REDIS_URL"):
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
