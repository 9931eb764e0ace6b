"""`make bench`: runs the measurements beside this file, or those named, one after the other in one process.

The machine's speed drifts, so what is to be compared is measured in the same run. A measurement is a module
whose ``measure()`` yields pairs of what was measured and what came out, printed as they come.
"""

import importlib
import os
import pkgutil
import sys

import django

from tests import bench


def main(wanted: list[str]) -> int:
    """Run the measurements named, or all; 1 when one is unknown."""
    known = sorted(name for _, name, _ in pkgutil.iter_modules(bench.__path__) if name != "__main__")
    if unknown := sorted(set(wanted) - set(known)):
        print(f"No measurement is called {unknown[0]!r}; there are: {', '.join(known) or 'none'}.")
        return 1
    for name in wanted or known:
        module = importlib.import_module(f"tests.bench.{name}")
        print(f"\n{name}: {(module.__doc__ or '').partition(chr(10))[0]}")
        for measured, result in module.measure():
            print(f"  {measured:<60} {result}", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main(sys.argv[1:]))
