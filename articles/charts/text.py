"""How wide a text will be, so that labels are wrapped on the server and none is clipped.

Widths are hundredths of an em, each the widest of three common faces (Source Sans 3, Noto Sans and
Liberation Sans, regular weight), since the reader's machine chooses the face. A text in one of them is never
wider on screen than estimated, and seldom more than an eighth narrower.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_BY_WIDTH = {
    25: "'’‘",
    26: "ijl",
    28: " ,.:;·!\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    33: "()-[]",
    34: "If",
    36: "t",
    37: "/\\",
    38: "{}",
    41: "r",
    43: '"“”°',
    50: "Jcsz",
    51: "vy",
    53: "kx",
    55: "*|`",
    56: "?L_ae–«»",
    57: "$0123456789^",
    58: "+<=>~−×",
    60: "o",
    61: "FTZø",
    62: "bdghnpqu",
    65: "#ß",
    67: "ABEKPSVXY",
    72: "CR",
    73: "&DU",
    74: "H",
    76: "N",
    78: "GOQ",
    79: "w",
    89: "%æ",
    91: "M",
    95: "Wmœ",
}
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
_WIDEST = 102
ELLIPSIS = "…"
BOLD = 1.1
"""How much wider bold text is."""


def _width_of(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(base, _WIDEST)


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    return sum(map(_width_of, text)) / 100


def width_of(text: str, size: float) -> float:
    """The estimated width of a line of text at a font size, in the unit of the size."""
    return _ems(text) * size


def fitted(text: str, width: float, size: float) -> str:
    """The text, cut with an ellipsis where it would be wider than `width`."""
    if width_of(text, size) <= width + 0.5:
        return text
    while text and width_of(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


@lru_cache(maxsize=1024)
def wrapped(text: str, width: float, size: float, most: int = 2) -> tuple[str, ...]:
    """The text in at most `most` lines no wider than `width`; what does not fit ends in an ellipsis."""
    words = text.split(" ")
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size) <= width:
            line += f" {words.pop(0)}"
        lines.append(fitted(line, width, size))
    if words:
        lines.append(fitted(" ".join(words), width, size))
    return tuple(lines)
