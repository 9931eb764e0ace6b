"""The counterpart beside the form: each of its passages at the one that tells the same here, and the report.

A translation is told what its original says otherwise since the revision that it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.utils.translation import get_language

from articles.admin.differences import compared, readable
from articles.admin.places import Place, place_of
from articles.comparison import Passage
from articles.counterparts.pairs import pairs
from articles.counterparts.parity import OF_WORDS, Difference, Lack, parity
from articles.counterparts.sentences import SENTENCES
from articles.models import Article, Revision
from stats.labels import Language

UNCHANGED = "same"
GONE = "removed"


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the counterpart, and the place here that tells the same; None where there is none."""

    passage: Passage
    mine: Place | None

    @property
    def changed(self) -> bool:
        """Whether it says something else since."""
        return self.passage.kind != UNCHANGED


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the report."""

    lack: Lack
    mine: Place | None
    theirs: Place | None
    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Beside:
    """All that stands beside the form."""

    article: Article
    newest: int
    followed: int
    """The revision of it that this article follows; 0 for none."""
    follower: bool
    """Whether it follows this article."""
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]

    @property
    def behind(self) -> bool:
        """Whether it was saved since."""
        return 0 < self.followed < self.newest

    @property
    def may_follow(self) -> bool:
        """Whether this article can be said to say what the newest revision says."""
        return self.behind or not (self.followed or self.follower)

    @property
    def tells_more(self) -> bool:
        """Whether the report says more than what is still to be written."""
        return any(remark.lack not in OF_WORDS for remark in self.remarks)

    @property
    def changes(self) -> int:
        """How many of its passages say something else since."""
        return sum(row.changed for row in self.rows)


def beside(article: Article) -> Beside | None:
    """What stands beside the form of an article; None where it has no counterpart with words."""
    other = article.in_other_language
    mine, theirs = _newest(article), _newest(other)
    if other is None or mine is None or theirs is None:
        return None
    followed = article.follows if _is_of(article.follows, other) else None
    return Beside(
        article=other,
        newest=theirs.number,
        followed=followed.number if followed is not None else 0,
        follower=_is_of(other.follows, article),
        rows=_rows(mine, followed or theirs, theirs, cast("Language", other.language)),
        remarks=tuple(map(_remark, parity(mine.words, theirs.words))),
    )


def _rows(mine: Revision, old: Revision, new: Revision, language: Language) -> tuple[Row, ...]:
    lines, passages = compared(old, new, language)
    here = {
        pair.there.place: pair.here.place
        for pair in pairs(readable(mine).body, readable(new).body)
        if pair.here is not None and pair.there is not None
    }
    found = [Row(line.passage, place_of(line.passage.place)) for line in lines if line.passage.pieces]
    for passage in passages:
        at = "" if passage.kind == GONE else here.get(passage.place, "")
        found.append(Row(passage, place_of(at) if at else None))
    return tuple(found)


def _remark(difference: Difference) -> Remark:
    return Remark(
        lack=difference.lack,
        mine=place_of(difference.here) if difference.here else None,
        theirs=place_of(difference.there) if difference.there else None,
        what=difference.what,
        sentence=SENTENCES[difference.lack].in_language((get_language() or "")[:2]),
    )


def _newest(article: Article | None) -> Revision | None:
    return article.revisions.order_by("-number").first() if article is not None else None


def _is_of(revision: Revision | None, article: Article) -> bool:
    return revision is not None and revision.article_id == article.pk
