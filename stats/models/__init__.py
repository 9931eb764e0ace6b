"""The stored side of statistics."""

from stats.models.cell import OPEN, Cell, Series
from stats.models.codelist import Alias, Dimension, Member
from stats.models.dataset import Dataset
from stats.models.edition import Decision, Edition, EditionState
from stats.models.job import ImportJob, JobState, Stage
from stats.models.source import SourceFile

__all__ = [
    "OPEN",
    "Alias",
    "Cell",
    "Dataset",
    "Decision",
    "Dimension",
    "Edition",
    "EditionState",
    "ImportJob",
    "JobState",
    "Member",
    "Series",
    "SourceFile",
    "Stage",
]
