"""Spaces that must not break: in French, those inside quotation marks and before high punctuation.

People type plain spaces there, and a line must begin neither with `»` nor with a colon.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(r" (?=[»:;?!%])")
_AFTER = re.compile(r"(?<=«) ")
NBSP = "\N{NO-BREAK SPACE}"


def typeset(text: str, language: str) -> str:
    """The text with no-break spaces where its language wants them; no other character changes."""
    if language != "fr":
        return text
    return _AFTER.sub(NBSP, _BEFORE.sub(NBSP, text))
