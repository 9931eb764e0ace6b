"""The stored side of statistics."""

from stats.models.cell import OPEN, Cell, Series
from stats.models.codelist import Alias, Dimension, LabelChange, Member
from stats.models.dataset import Dataset
from stats.models.decision import Actor, Decision, Verdict
from stats.models.edition import Edition, EditionState
from stats.models.fetch import Check, CheckResult, FollowedPackage, RemoteFile
from stats.models.job import ImportJob, JobState, Stage
from stats.models.rollup import Rollup
from stats.models.source import SourceFile
from stats.models.unmatched import Mapped, Unmatched

__all__ = [
    "OPEN",
    "Actor",
    "Alias",
    "Cell",
    "Check",
    "CheckResult",
    "Dataset",
    "Decision",
    "Dimension",
    "Edition",
    "EditionState",
    "FollowedPackage",
    "ImportJob",
    "JobState",
    "LabelChange",
    "Mapped",
    "Member",
    "RemoteFile",
    "Rollup",
    "Series",
    "SourceFile",
    "Stage",
    "Unmatched",
    "Verdict",
]
