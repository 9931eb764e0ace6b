"""How Stet is put together: settings, addresses, the admin site, background work, processes.

It stands above ``articles`` and ``stats`` and is imported by neither. Importing it makes Celery's
application known, which ``shared_task`` needs in every process.
"""

from config.celery import app as celery_app

__all__ = ["celery_app"]
