"""The difference of two texts as people read it: passages that stayed, came, went, or changed in part.

Passages are matched first, then sentences inside of changed passages, then words inside of changed sentences,
so that a sentence that was rewritten reads as two whole sentences and not as a shuffle of words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

from articles.comparison.tokens import Block, Said, Token, blocks_of, line_block, sentences
from articles.document.nodes import Document, Paragraph

LIKE = 0.5
"""Two passages or sentences that share less than half of their words are two, not one that was changed."""


class Kind(StrEnum):
    """What became of a passage or a piece of it."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters, or one figure with its meaning."""

    kind: Kind
    text: str
    figure: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, entry of a list or embed: its role is the tag that it is stored under."""

    kind: Kind
    role: str
    place: str
    pieces: tuple[Piece, ...]

    @property
    def pairs(self) -> bool:
        """Whether something in it came and something went."""
        return {Kind.ADDED, Kind.REMOVED} <= {piece.kind for piece in self.pieces}


def compare_texts(old: Document, new: Document, *, old_says: Said, new_says: Said) -> tuple[Passage, ...]:
    """What became of the passages of a text; places are those in the new text, or in the old one if gone."""
    return tuple(_compare(blocks_of(old, old_says), blocks_of(new, new_says)))


def compare_lines(old: Paragraph, new: Paragraph, *, name: str, old_says: Said, new_says: Said) -> Passage:
    """What became of a line, such as a title; `name` is that of its field."""
    return _changed(line_block(old, name, old_says), line_block(new, name, new_says))


def _compare(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    for tag, a, b in _runs([_key(one) for one in old], [_key(one) for one in new]):
        if tag == "equal":
            yield from (_whole(Kind.SAME, new[i]) for i in b)
        else:
            yield from _paired([old[i] for i in a], [new[i] for i in b])


def _key(block: Block) -> Hashable:
    return block.role, block.tokens


def _paired(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """Passages that changed beside those that came and went, in the order of the new text."""
    waiting = list(old)
    for block in new:
        like = next((i for i, one in enumerate(waiting) if _alike(one.tokens, block.tokens)), None)
        if like is None:
            yield _whole(Kind.ADDED, block)
            continue
        yield from (_whole(Kind.REMOVED, one) for one in waiting[:like])
        yield _changed(waiting[like], block)
        waiting = waiting[like + 1 :]
    yield from (_whole(Kind.REMOVED, one) for one in waiting)


def _alike(old: tuple[Token, ...], new: tuple[Token, ...]) -> bool:
    if any(t.is_figure for t in (*old, *new)) and len(old) == len(new) == 1:
        return old[0].is_figure and new[0].is_figure
    return _matcher([t.text for t in old], [t.text for t in new]).ratio() >= LIKE


def _changed(old: Block, new: Block) -> Passage:
    if _key(old) == _key(new):
        return _whole(Kind.SAME, new)
    pieces = tuple(_joined(_by_sentence(sentences(old.tokens), sentences(new.tokens))))
    kinds = {piece.kind for piece in pieces}
    kind = kinds.pop() if len(kinds) == 1 and kinds != {Kind.SAME} else Kind.CHANGED
    return Passage(kind if pieces else Kind.SAME, new.role, new.place or old.place, pieces)


def _by_sentence(old: list[tuple[Token, ...]], new: list[tuple[Token, ...]]) -> Iterator[Piece]:
    for tag, a, b in _runs(old, new):
        if tag == "equal":
            yield from (_piece(Kind.SAME, token) for i in b for token in new[i])
            continue
        before = [t for i in a for t in old[i]]
        after = [t for i in b for t in new[i]]
        if before and after and _alike(tuple(before), tuple(after)):
            yield from _by_word(before, after)
        else:
            yield from _exchanged(before, after)


def _by_word(old: list[Token], new: list[Token]) -> Iterator[Piece]:
    gone: list[Token] = []
    come: list[Token] = []
    runs = list(_runs(old, new))
    for number, (tag, a, b) in enumerate(runs):
        same = [new[i] for i in b]
        # A space between two changed words belongs to their change: it reads as one.
        between = 0 < number < len(runs) - 1 and all(token.text.isspace() for token in same)
        if tag == "equal" and not between:
            yield from _exchanged(gone, come)
            gone, come = [], []
            yield from (_piece(Kind.SAME, token) for token in same)
        else:
            gone += [old[i] for i in a]
            come += same
    yield from _exchanged(gone, come)


def _exchanged(gone: Iterable[Token], come: Iterable[Token]) -> Iterator[Piece]:
    yield from (_piece(Kind.REMOVED, token) for token in gone)
    yield from (_piece(Kind.ADDED, token) for token in come)


def _whole(kind: Kind, block: Block) -> Passage:
    return Passage(kind, block.role, block.place, tuple(_joined(_piece(kind, t) for t in block.tokens)))


def _piece(kind: Kind, token: Token) -> Piece:
    return Piece(kind, token.text, token.is_figure, token.meaning)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Runs of characters of one kind as one piece; each figure stays one."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and not held.figure and not piece.figure and held.kind == piece.kind:
            held = Piece(held.kind, held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


T = TypeVar("T", bound=Hashable)


def _runs(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[str, range, range]]:
    for tag, a1, a2, b1, b2 in _matcher(old, new).get_opcodes():
        yield tag, range(a1, a2), range(b1, b2)


def _matcher(old: Sequence[T], new: Sequence[T]) -> SequenceMatcher[T]:
    return SequenceMatcher(None, old, new, autojunk=False)
