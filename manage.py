#!/usr/bin/env python
"""Stet's command line: Django's, with the project's settings.

``python manage.py help`` lists the commands; ``python manage.py run`` brings up everything.
"""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)
