"""What a page says of itself to search engines: an article, and the datasets that it is based on.

https://schema.org/NewsArticle, https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.render.addresses import whole
from articles.render.manuscript import Manuscript
from articles.render.plain import Plain
from articles.render.sources import Source

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""So that no text can end the script element that holds it."""


def linked_data(manuscript: Manuscript, plain: Plain, sources: tuple[Source, ...]) -> SafeString:
    """JSON-LD for a script element."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": plain.title,
        "inLanguage": manuscript.language,
        "url": whole(manuscript.path),
        "author": {"@type": "Person", "name": manuscript.author},
        "dateModified": manuscript.revised_at.isoformat(),
    }
    if plain.description:
        found["description"] = plain.description
    if manuscript.published_at is not None:
        found["datePublished"] = manuscript.published_at.isoformat()
    if sources:
        found["isBasedOn"] = [_dataset(source) for source in sources]
    text = json.dumps(found, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(text)  # noqa: S308 (what could end the element is escaped)


def _dataset(source: Source) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Dataset",
        "name": source.dataset.text,
        "description": source.counts.text or source.dataset.text,
        "version": source.edition,
        "creator": {"@type": "Organization", "name": source.publisher.text},
        "license": source.licence.text,
    }
    if source.url:
        found["url"] = source.url
    return found
