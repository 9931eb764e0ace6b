"""What the newsroom keeps: articles, their revisions, their published pages and the figures these rest on."""

from articles.models.article import Article
from articles.models.comment import Comment
from articles.models.draft import Draft
from articles.models.former_address import FormerAddress
from articles.models.page import Page, Standing
from articles.models.preview_link import PreviewLink
from articles.models.revision import Revision
from articles.models.schedule import Schedule
from articles.models.status import LIVE, UNDER_WAY, Stage, Status
from articles.models.step import Action, Step
from articles.models.use import Use

__all__ = [
    "LIVE",
    "UNDER_WAY",
    "Action",
    "Article",
    "Comment",
    "Draft",
    "FormerAddress",
    "Page",
    "PreviewLink",
    "Revision",
    "Schedule",
    "Stage",
    "Standing",
    "Status",
    "Step",
    "Use",
]
