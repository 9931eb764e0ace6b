"""All aliases in one list, to be exported, filled in and brought back."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExchangedList
from stats.importexport.tables import AliasResource
from stats.models import Alias


@admin.register(Alias)
class AliasAdmin(ExchangedList, admin.ModelAdmin):
    """Other spellings of members' labels. One alone is better added on the page of its member."""

    resource_classes = (AliasResource,)
    list_display = ("text", "member", "dimension_name")
    list_filter = ("member__dimension__dataset",)
    list_select_related = ("member__dimension__dataset",)
    search_fields = ("text", "member__label_en", "member__label_fr", "=member__code")
    autocomplete_fields = ("member",)
    actions = None

    @admin.display(description=_("dimension"))
    def dimension_name(self, alias: Alias) -> str:
        """The dataset and the dimension of its member."""
        return f"{alias.member.dimension.dataset.slug} · {alias.member.dimension}"

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Importing adds aliases."""
        return request.user.has_perm("stats.add_alias")
