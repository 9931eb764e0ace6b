"""Rose or fell, by how much: said only where every possible value lies on one side of no change."""

from __future__ import annotations

from articles.numbers.french import APOSTROPHE, de
from articles.numbers.statuses import status_text
from articles.numbers.styles import Quantity, Style
from articles.numbers.wording import Wording, wording
from stats.labels import Language
from stats.values import Bounds, Deciding, Status, Value


def change(
    value: Value,
    *,
    language: Language,
    quantity: Quantity = Quantity.COUNT,
    style: Style = Style.PRINTED,
    bounds: Deciding = "sure",
    plural: bool = False,
    decimals: int | None = None,
) -> Wording:
    """`rose by 4.2%`, `fell by about 300`; `plural` is the number of the French subject (*ont augmenté*).

    `value` is the difference itself, negative for a fall. Where its sign is not certain the words say so.
    """
    if value.status is not Status.NORMAL or value.number is None:
        return Wording(status_text(value.status, language), Style.STATUS)
    decided = value.bounds(bounds) or Bounds(value.number, value.number)
    if decided == Bounds(0, 0):
        return Wording(_unchanged(language, plural=plural), style)
    if decided.low <= 0 <= decided.high:
        said = wording(
            value, style=Style.RANGE, language=language, quantity=quantity, bounds=bounds, decimals=decimals
        )
        return _uncertain(said.text, language, plural=plural)
    falls = decided.high < 0
    size = _mirrored(value, value.number) if falls else value
    said = wording(size, style=style, language=language, quantity=quantity, bounds=bounds, decimals=decimals)
    return Wording(_moved(said, language, falls=falls, plural=plural), said.style_used, said.note)


def _moved(said: Wording, language: Language, *, falls: bool, plural: bool) -> str:
    if language == "en":
        return f"{'fell' if falls else 'rose'} by {said.text}"
    amount = said.text
    if said.style_used is Style.BETWEEN and amount.startswith("entre "):
        amount = amount.removeprefix("entre ").replace(" et ", " à ", 1)
    return f"{'ont' if plural else 'a'} {'diminué' if falls else 'augmenté'} {de(amount)}"


def _unchanged(language: Language, *, plural: bool) -> str:
    if language == "en":
        return "did not change"
    return f"n{APOSTROPHE}{'ont' if plural else 'a'} pas changé"


def _uncertain(possible: str, language: Language, *, plural: bool) -> Wording:
    if language == "en":
        note = f"The figures do not tell a rise from a fall ({possible})."
        return Wording("may have risen or fallen", Style.BETWEEN, note)
    note = f"Les chiffres ne permettent pas de distinguer une hausse d{APOSTROPHE}une baisse ({possible})."
    return Wording(f"{'ont' if plural else 'a'} pu augmenter ou diminuer", Style.BETWEEN, note)


def _mirrored(value: Value, number: float) -> Value:
    def flipped(bounds: Bounds | None) -> Bounds | None:
        return bounds and Bounds(-bounds.high, -bounds.low)

    return Value(-number, value.status, flipped(value.hard), flipped(value.sure))
