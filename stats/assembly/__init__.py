"""Assembly: from a plan and the fetched tallies to an answer, without asking a database."""

from stats.assembly.assemble import assemble
from stats.assembly.maker import Fetched
from stats.assembly.ranking import ranked

__all__ = ["Fetched", "assemble", "ranked"]
