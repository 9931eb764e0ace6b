"""The data desk in the admin: editions and their import, decisions, jobs, datasets and members."""

from stats.admin.alias import AliasAdmin
from stats.admin.check import CheckAdmin
from stats.admin.dataset import DatasetAdmin
from stats.admin.dimension import DimensionAdmin
from stats.admin.edition import EditionAdmin
from stats.admin.job import JobAdmin
from stats.admin.log import DecisionAdmin
from stats.admin.member import MemberAdmin

__all__ = [
    "AliasAdmin",
    "CheckAdmin",
    "DatasetAdmin",
    "DecisionAdmin",
    "DimensionAdmin",
    "EditionAdmin",
    "JobAdmin",
    "MemberAdmin",
]
