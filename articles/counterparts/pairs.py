"""Two texts side by side: which passage of one is told by which passage of the other.

Words in two languages have nothing to compare, so passages are matched by what they are and by the questions
of their figures; what is left, by what they are alone, in the order of the texts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.comparison.tokens import Block, blocks_of
from articles.document.nodes import Binding, Document, EmbedBlock


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage here and the one that tells the same there; None where there is none."""

    here: Block | None
    there: Block | None


def pairs(here: Document, there: Document) -> tuple[Pair, ...]:
    """All passages of both texts, those that belong together in one pair, in reading order."""
    mine, theirs = (blocks_of(text, _by_question) for text in (here, there))
    return tuple(_matched(mine, theirs, _by_figures, lambda a, b: _matched(a, b, _by_role, _alone)))


def has_words(block: Block) -> bool:
    """Whether a passage says anything besides its figures."""
    return any(any(map(str.isalnum, token.text)) for token in block.tokens if not token.is_figure)


def _by_question(_path: str, node: Binding | EmbedBlock) -> tuple[str, str]:
    kind = node.kind if isinstance(node, EmbedBlock) else ""
    return f"{kind} {node.question.key}", ""


def _by_figures(block: Block) -> Hashable:
    return block.role, tuple(sorted(token.text for token in block.tokens if token.is_figure))


def _by_role(block: Block) -> Hashable:
    return block.role


def _alone(mine: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Pair]:
    yield from (Pair(block, None) for block in mine)
    yield from (Pair(None, block) for block in theirs)


def _matched(
    mine: Sequence[Block],
    theirs: Sequence[Block],
    key: Callable[[Block], Hashable],
    otherwise: Callable[[Sequence[Block], Sequence[Block]], Iterator[Pair]],
) -> Iterator[Pair]:
    """Pairs of the same key in the same order; `otherwise` pairs what stands between them."""
    matcher = SequenceMatcher(None, [key(one) for one in mine], [key(one) for one in theirs], autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            yield from (Pair(a, b) for a, b in zip(mine[a1:a2], theirs[b1:b2], strict=True))
        else:
            yield from otherwise(mine[a1:a2], theirs[b1:b2])
