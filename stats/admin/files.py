"""The kept bytes of an edition's files, for people who may look at editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

if TYPE_CHECKING:
    from stats.admin.edition import EditionAdmin


@require_GET
def download(request: HttpRequest, pk: int, file_pk: int, model_admin: EditionAdmin) -> FileResponse:
    """A file as it came, under its own name; never shown in the page, whatever it holds."""
    edition = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_permission(request, edition):
        raise PermissionDenied
    source = get_object_or_404(edition.files, pk=file_pk)
    if not default_storage.exists(source.storage_name):
        raise Http404(f"the bytes of {source.name!r} are not in the storage")
    return FileResponse(
        default_storage.open(source.storage_name),
        as_attachment=True,
        filename=source.name,
        content_type="application/octet-stream",
    )
