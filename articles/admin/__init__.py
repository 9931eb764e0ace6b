"""The newsroom's pages for articles: the list, the writing desk, the preview, publishing and withdrawing."""

from articles.admin.article import ArticleAdmin

__all__ = ["ArticleAdmin"]
