"""``python manage.py run``: web server, worker and scheduler on one machine, with sample data.

The embedded default needs Python and nothing else: SQLite, a folder as the queue, three child processes
under `config.supervisor`. With ``DATABASE_URL`` and ``REDIS_URL`` set it runs the same programs on those.
"""

import http.client
import io
import os
import signal
import socket
import sys
import threading
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError

from config.environment import BASE_DIR, env
from config.supervisor import KeepsFailing, Program, Supervisor

_STARTUP_SECONDS = 60
_WEB_THREADS = 4
_WORKER_THREADS = 2


class Command(BaseCommand):
    """Brings up Stet until Ctrl-C."""

    help = "Run web server, worker and scheduler together, with sample data on first use."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=env.int("PORT"), help="default: PORT or 8000")
        parser.add_argument("--verbose", action="store_true", help="show all that the programs log")
        parser.add_argument("--no-demo", action="store_true", help="do not add sample data")

    def handle(self, *, host: str, port: int, verbose: bool, no_demo: bool, **_options: Any) -> None:
        _require_free(host, port)
        try:
            welcome = self._prepare(demo=not no_demo)
        except KeyboardInterrupt:
            return
        address = f"http://{host}:{port}"
        supervisor = Supervisor(programs(host=host, port=port, verbose=verbose), show=self._show)
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: stop.set())
        try:
            supervisor.start()
            if _answers(host, port, supervisor, stop):
                self._greet(address, welcome)
            supervisor.watch(stop)
        except KeepsFailing as failure:
            raise CommandError(f"{failure}. `python manage.py run --verbose` shows more.") from failure
        finally:
            self.stdout.write("Stopping.")
            supervisor.stop()

    def _prepare(self, *, demo: bool) -> str:
        """Folders, tables, sample data; what the demo command said about itself."""
        for folder in ("broker/messages", "broker/control", "cache", "media"):
            Path(settings.STET_DATA_DIR, folder).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        if settings.STATIC_ROOT:
            call_command("collectstatic", verbosity=0, interactive=False)
        said = io.StringIO()
        if demo and "demo" in get_commands():
            self.stdout.write("Looking after the sample data …")
            call_command("demo", stdout=said)
        return said.getvalue().strip()

    def _greet(self, address: str, welcome: str) -> None:
        self.stdout.write(f"\nStet is at {address}/ and its newsroom at {address}/admin/")
        if welcome:
            self.stdout.write(welcome)
        if "STET_REFRESH_ENABLED" not in os.environ:
            self.stdout.write("Nothing is fetched from the portal; STET_REFRESH_ENABLED=1 turns that on.")
        self.stdout.write(f"Everything is kept in {settings.STET_DATA_DIR}. Ctrl-C ends it.\n")

    def _show(self, name: str, line: str) -> None:
        if line:
            self.stdout.write(f"{name:>9} │ {line}")


def programs(*, host: str, port: int, verbose: bool) -> list[Program]:
    """The three programs that make up Stet, as this machine starts them."""
    environment = {
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "STET_BASE_URL": os.environ.get("STET_BASE_URL", f"http://{host}:{port}"),
        # A demonstration does not call on the internet by surprise.
        "STET_REFRESH_ENABLED": os.environ.get("STET_REFRESH_ENABLED", "0"),
        "STET_LOG_LEVEL": "INFO" if verbose else "WARNING",
    }
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "--quiet", "--workdir", str(BASE_DIR), "--app", "config"]
    commands = {
        "web": [
            *(*python, "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
            *("--working-dir", str(BASE_DIR), "--blocking-threads", str(_WEB_THREADS)),
            *("--log-level", "info" if verbose else "warning"),
            *(["--access-log"] if verbose else []),
            "config.wsgi:application",
        ],
        "worker": [
            *(*celery, "worker", "--pool", "threads", "--concurrency", str(_WORKER_THREADS)),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        ],
        "scheduler": [*celery, "beat"],
    }
    return [Program(name, command, environment) for name, command in commands.items()]


def _require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Cannot listen on {host}:{port}: {error.strerror}. Choose another with --port."
            ) from error


def _answers(host: str, port: int, supervisor: Supervisor, stop: threading.Event) -> bool:
    """Whether the web process answers in good time; looks after the programs while waiting."""
    deadline = time.monotonic() + _STARTUP_SECONDS
    while not stop.wait(0.2):
        supervisor.tend()
        if _healthy(host, port):
            return True
        if time.monotonic() > deadline:
            raise KeepsFailing(f"The web server gave no answer in {_STARTUP_SECONDS} s")
    return False


def _healthy(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
