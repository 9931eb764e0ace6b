"""Commands on a database that is not set up."""

import os
import subprocess
import sys

from config.environment import BASE_DIR


def test_a_database_without_tables_is_told_in_a_sentence(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"STET_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    ended = subprocess.run(
        [sys.executable, "manage.py", "ask", "{}"],
        cwd=BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "run `python manage.py migrate` first" in ended.stderr
    assert "Traceback" not in ended.stderr
