"""Members in the admin: found by label, code or alias, named in both languages, with other spellings."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from stats.admin.lists import ExchangedList
from stats.importexport.tables import MemberResource
from stats.ingest import meaning
from stats.ingest.labels import keep_spellings
from stats.labels import Label
from stats.models import Alias, Dimension, Member


class AliasInline(admin.TabularInline):
    """The other spellings of a member."""

    model = Alias
    extra = 1


class DimensionFilter(admin.SimpleListFilter):
    """Dimensions by their short names, which are alike in all datasets."""

    title = _("dimension")
    parameter_name = "dimension_slug"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """All short names."""
        slugs = Dimension.objects.order_by("slug").values_list("slug", flat=True).distinct()
        return [(slug, slug) for slug in slugs]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Member]) -> QuerySet[Member]:
        """The members of dimensions of that name."""
        return queryset.filter(dimension__slug=self.value()) if self.value() else queryset


@admin.register(Member)
class MemberAdmin(ExchangedList, admin.ModelAdmin):
    """Naming members. They come and go with editions, never by hand."""

    resource_classes = (MemberResource,)
    list_display = ("label_en", "label_fr", "code", "dimension_name", "parent", "role")
    list_display_links = ("label_en", "label_fr")
    list_filter = ("role", DimensionFilter, "dimension__dataset")
    list_select_related = ("dimension__dataset", "parent")
    search_fields = ("label_en", "label_fr", "=code", "aliases__text")
    search_help_text = _("Searches labels in both languages, codes and aliases.")
    fields = ("dimension_name", "code", "parent", "label_en", "label_fr", "role")
    readonly_fields = ("dimension_name", "code", "parent")
    inlines = (AliasInline,)
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Member]:
        """With what stands in the list."""
        queryset: QuerySet[Member] = super().get_queryset(request)
        return queryset.select_related("dimension__dataset", "parent")

    @admin.display(description=_("dimension"), ordering="dimension__slug")
    def dimension_name(self, member: Member) -> str:
        """The dataset and the dimension."""
        return f"{member.dimension.dataset.slug} · {member.dimension}"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: a new member comes with the edition that names it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Member | None = None) -> bool:
        """Nobody: cells hang on it."""
        return False

    def save_model(self, request: HttpRequest, obj: Member, form: Any, change: bool) -> None:
        """What a member was called stays known as an alias."""
        called = Label(form.initial.get("label_en", ""), form.initial.get("label_fr", ""))
        super().save_model(request, obj, form, change)
        if form.changed_data:
            meaning.changed(obj.dimension.dataset)
        for alias in keep_spellings(obj, called=called):
            said = _("“%(name)s” is kept as an alias, so that files which still say so find this member.")
            self.message_user(request, said % {"name": alias.text})
