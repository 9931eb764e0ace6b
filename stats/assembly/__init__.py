"""Assembly: from the workings of a question and the fetched tallies to an answer, without a database."""

from stats.assembly.assemble import assemble
from stats.assembly.fetched import Tallies
from stats.assembly.ranking import ranked

__all__ = ["Tallies", "assemble", "ranked"]
