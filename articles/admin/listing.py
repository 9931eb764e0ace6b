"""The list of articles as a workbook or csv: what there is and where it stands, without the texts."""

from __future__ import annotations

from import_export.fields import Field
from import_export.resources import ModelResource

from articles.models import Article


class ArticleListResource(ModelResource):
    """Articles, which only go out: a text is written in the editor."""

    author = Field("author__username", "author", readonly=True)
    standing = Field("page__standing", "standing", readonly=True)

    class Meta:
        model = Article
        fields = (
            "slug",
            "language",
            "title",
            "standfirst",
            "status",
            "stage",
            "standing",
            "author",
            "created_at",
            "updated_at",
        )
        export_order = fields
