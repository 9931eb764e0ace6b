"""What every template knows about the site: its name and its address."""

from django.conf import settings
from django.http import HttpRequest


def site(_request: HttpRequest) -> dict[str, str]:
    """``site_name`` and ``base_url`` (no slash at the end), for titles, feeds and canonical addresses."""
    return {"site_name": settings.STET_SITE_NAME, "base_url": settings.STET_BASE_URL}
