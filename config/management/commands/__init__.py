"""One file a command: ``python manage.py run``."""
