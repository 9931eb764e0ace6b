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

APPS = ("articles", "stats")
KINDS = ("Edition", "Dataset", "ImportJob", "Decision", "Member", "Alias", "Check")
"""The order of lists, which the alphabet would change with the language."""


class StetAdminSite(AdminSite):
    """The newsroom's side of Stet."""

    site_header = "Stet"
    site_title = "Stet"
    index_title = _("Newsroom")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The newsroom desk, with the admin's usual list below it."""
        own = {"desk": desk(user=request.user, at=timezone.now())}
        return super().index(request, extra_context={**own, **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Articles before statistics before accounts, and within each what is used most often first."""
        found: list[dict[str, Any]] = super().get_app_list(request, app_label)
        for app in found:
            app["models"].sort(key=lambda model: _place(model["object_name"], KINDS))
        return sorted(found, key=lambda app: _place(app["app_label"], APPS))

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


def _place(name: str, order: tuple[str, ...]) -> int:
    """Where a name stands in an order; what is not in it comes after, as it was."""
    return order.index(name) if name in order else len(order)
