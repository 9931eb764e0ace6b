"""What the newsroom keeps: articles, their revisions, their published pages and the figures these rest on."""

from articles.models.article import Article
from articles.models.page import Page, Standing
from articles.models.revision import Revision
from articles.models.status import LIVE, Status
from articles.models.use import Use

__all__ = ["LIVE", "Article", "Page", "Revision", "Standing", "Status", "Use"]
