"""What French does to the word *de* before another word."""

from __future__ import annotations

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_VOWELS = frozenset("aeiouyàâéèêëîïôùûœæ")


def de(words: str) -> str:
    """`de` before `words`, elided before a vowel: d’environ, d’un tiers, de 4 %, du double."""
    if words.startswith("le "):
        return f"du {words[3:]}"
    if words.startswith("les "):
        return f"des {words[4:]}"
    return f"d{APOSTROPHE}{words}" if words[:1].lower() in _VOWELS else f"de {words}"
