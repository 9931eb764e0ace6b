"""Sample editions: files in IRCC's own layouts, made by the project, to try it without the internet.

Only the 2021 figures listed in `facts.toml` are IRCC's; everything around them is modelled from a fixed seed,
and each edition carries a note that says so wherever it is shown.
"""

from stats.sample.edition import SampleEdition, SampleFile
from stats.sample.editions import editions

__all__ = ["SampleEdition", "SampleFile", "editions"]
