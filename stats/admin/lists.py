"""What the data desk's lists have in common: export, import of small tables, and rows that nobody writes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_permission_codename
from django.http import HttpRequest
from import_export.admin import ExportMixin, ImportMixin
from import_export.forms import ExportForm
from import_export.tmp_storages import MediaStorage

from stats.importexport.formats import TABLES


class ExportedList(ExportMixin):
    """A list that whoever sees it may take home, as it is filtered."""

    export_formats = TABLES
    export_form_class = ExportForm

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may look may export."""
        allowed: bool = self.has_view_permission(request)
        return allowed


class ExchangedList(ImportMixin, ExportedList):
    """A small table that also comes back in, changed, through import-export's preview and confirmation."""

    import_export_change_list_template = "admin/import_export/change_list_import_export.html"
    import_template_name = "admin/stats/table_import.html"
    import_formats = TABLES
    tmp_storage_class = MediaStorage
    """The default storage, which all web processes share."""

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Who may change may import."""
        codename = get_permission_codename("change", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")


class ReadOnly:
    """Rows that only Stet itself writes: people look."""

    def has_add_permission(self, request: HttpRequest, *_args: Any) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False
