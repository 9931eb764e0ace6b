"""The catalogue: every dataset that Stet knows, what it means, and which file belongs to it. Pure data."""

from stats.catalogue.guess import Candidate, find_by_file_name, guess, name_key
from stats.catalogue.reading import CatalogueError, load, parse
from stats.catalogue.spec import DatasetSpec, DimensionSpec, FileSpec, Subject

__all__ = [
    "Candidate",
    "CatalogueError",
    "DatasetSpec",
    "DimensionSpec",
    "FileSpec",
    "Subject",
    "find_by_file_name",
    "guess",
    "load",
    "name_key",
    "parse",
]
