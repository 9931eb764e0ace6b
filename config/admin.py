"""Stet's admin site: Django's own, under Stet's name and content security policy.

It is the default site (``config.apps.StetAdminConfig``), so ``@admin.register`` puts models on it.
"""

from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from js_asset.media import Media

from config.desk import desk
from config.security import STYLES_IN_MARKUP


class StetAdminSite(AdminSite):
    """The newsroom's side of Stet."""

    site_header = "Stet"
    site_title = "Stet"
    index_title = _("Newsroom")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The newsroom desk, with the admin's usual list below it."""
        own = {"desk": desk(user=request.user, at=timezone.now())}
        return super().index(request, extra_context={**own, **(extra_context or {})})

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A view for staff, whose page may use style attributes and its own import map."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def with_nonce(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return _signed(request, inner(request, *args, **kwargs))

        return csp_update(STYLES_IN_MARKUP)(with_nonce)


def _signed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response, with the request's nonce on its scripts: the editor's import map stands in the page."""
    context = response.context_data if isinstance(response, TemplateResponse) else None
    if context and "media" in context:
        context["media"] = Media.from_media(context["media"], nonce=str(getattr(request, "csp_nonce", "")))
    return response
