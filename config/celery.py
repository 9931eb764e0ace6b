"""Celery's application: the queue through which web and scheduler hand work to workers.

The broker is Redis or a folder, as ``config/queue.py`` decides. Tasks carry ids only; the job's row
in the database is the truth, so a lost message or a killed worker is found and mended by the sweep.
https://docs.celeryq.dev/en/stable/django/first-steps-with-django.html
"""

import os
import warnings
from typing import Any

from celery import Celery
from celery.exceptions import SecurityWarning
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# In a container or a demonstration the worker may be root. Celery's warning is about pickled messages,
# which could run code; only JSON is accepted here.
warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("stet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_django_logging(**_kwargs: Any) -> None:
    """Leave the log as Django's LOGGING set it: Celery installs its own only when nobody listens here."""
