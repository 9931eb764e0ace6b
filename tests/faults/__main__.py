"""`python -m tests.faults [--server U] [--kills N] [--others N] [--json]`: try faults, say what is left."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections import Counter
from random import Random

import django

from tests.faults.installing import installation


def main(arguments: list[str]) -> int:
    """Kill workers, then meet the other faults; 0 where every one left the old edition or the new one."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--server", default="", help="a PostgreSQL server; without it SQLite")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--others", type=int, default=12, help="how often each other fault is met")
    parser.add_argument("--seed", type=int, default=20240731)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    with installation(options.server):
        found = _met(options)
    rows = [{"fault": fault, "left": left, "times": n} for (fault, left), n in sorted(found.items())]
    if options.json:
        print(json.dumps(rows))
        return 0
    for row in rows:
        print(f"{row['fault']:<45} {row['left']:<4} {row['times']:>4}")
    print(f"{found.total()} faults in {time.monotonic() - began:.0f} s")
    return 0


def _met(options: argparse.Namespace) -> Counter[tuple[str, str]]:
    django.setup()
    # What follows needs Django's models.
    from django.core.management import call_command  # noqa: PLC0415

    from config.celery import app  # noqa: PLC0415
    from stats.catalogue import load as load_catalogue  # noqa: PLC0415
    from tests.faults.interrupting import interruptions  # noqa: PLC0415
    from tests.faults.killing import kills  # noqa: PLC0415
    from tests.faults.life import Life  # noqa: PLC0415
    from tests.faults.processes import in_child  # noqa: PLC0415

    # What children inherit they need not read again.
    load_catalogue()
    app.finalize()
    app.amqp.router  # noqa: B018 (made when it is first looked at)
    gc.freeze()
    in_child(lambda: call_command("migrate", verbosity=0))
    life = Life(Random(options.seed))
    life.begin()
    found = Counter(kills(life, count=options.kills))
    return found + Counter(interruptions(life, times=options.others, server=bool(options.server)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
