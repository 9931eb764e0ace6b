"""The secret key of an installation that was given none: made once, kept in the data folder.

So that `make run` needs no preparation and sign-ins survive a restart. Installations on several
machines share one through ``SECRET_KEY``.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.management.utils import get_random_secret_key


def kept_secret(path: Path) -> str:
    """The key in the file, which only its owner may read; made when the file is absent.

    Several processes may start at once: each writes a key of its own, the first to link it into place
    wins, and all of them read that one.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, prefix=".secret-", encoding="ascii") as draft:
            draft.write(get_random_secret_key())
            draft.flush()
            try:
                os.link(draft.name, path)
            except FileExistsError:
                pass
    return path.read_text(encoding="ascii").strip()
