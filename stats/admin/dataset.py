"""Datasets in the admin: how fresh each is, what it measures, its dimensions; new ones from the catalogue."""

from __future__ import annotations

from typing import Any, Protocol

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stats.admin import catalogue
from stats.admin.dimension import members_link
from stats.admin.lists import ExchangedList
from stats.admin.rule import DatasetForm
from stats.importexport import wording
from stats.importexport.tables import DatasetResource
from stats.ingest import meaning
from stats.models import Dataset, Dimension, EditionState
from stats.queries.freshness import Freshness, freshness


class DimensionInline(admin.StackedInline):
    """The axes of the dataset, leading to their pages and members."""

    model = Dimension
    fields = (("label_en", "label_fr"), ("slug", "members_of"))
    readonly_fields = ("slug", "members_of")
    show_change_link = True
    extra = 0

    @admin.display(description=_("members"))
    def members_of(self, dimension: Dimension) -> SafeString | str:
        """How many members there are."""
        return members_link(dimension)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: they come from the catalogue or a file's headers."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: cells hang on them."""
        return False


class FreshDataset(Protocol):
    """A row of the list, which knows how fresh it is."""

    freshness: Freshness


class FreshDatasets(ChangeList):
    """The page of the list, with the freshness of its rows in three queries."""

    def get_results(self, request: HttpRequest) -> None:
        """Find the rows, then what is known of each."""
        super().get_results(request)
        found = freshness(self.result_list, at=timezone.now())
        for dataset in self.result_list:
            dataset.freshness = found[dataset.slug]


@admin.register(Dataset)
class DatasetAdmin(ExchangedList, admin.ModelAdmin):
    """Following datasets and saying what they measure."""

    change_form_template = "admin/stats/dataset/change_form.html"
    form = DatasetForm
    resource_classes = (DatasetResource,)
    list_display = (
        "title_in_language",
        "slug",
        "in_force_number",
        "covers_until",
        "waits",
        "followed",
        "checked",
    )
    list_display_links = ("title_in_language",)
    list_filter = ("subject", "followed", "measures")
    list_select_related = ("in_force",)
    search_fields = ("slug", "title_en", "title_fr")
    search_help_text = _("Searches titles and short names.")
    readonly_fields = ("slug",)
    inlines = (DimensionInline,)
    actions = None
    fieldsets = (
        (None, {"fields": ("slug", "title_en", "title_fr", "subject")}),
        (
            _("What it measures"),
            {
                "fields": (
                    "measures",
                    ("unit_en", "unit_fr"),
                    "counts_en",
                    "counts_fr",
                    "months_add",
                    "members_add",
                )
            },
        ),
        (
            _("How small numbers are protected"),
            {
                "fields": ("rounding_base", ("hidden_from", "hidden_to")),
                "description": _(
                    "Changing these changes what every figure of the dataset is said to stand for."
                ),
            },
        ),
        (_("Following the publisher"), {"fields": ("followed", "package", "files")}),
        (
            _("What counts without a person"),
            {
                "fields": ("alone_kinds", "alone_warned", "alone_percent", "alone_move"),
                "description": _(
                    "A first edition, and one with labels that nobody has matched, always waits. "
                    "What the rule did stands in the log of decisions."
                ),
            },
        ),
        (_("Notes for readers"), {"fields": ("notes",), "classes": ("collapse",)}),
    )

    class Media:
        css = {"all": ("stats/admin/desk.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dataset]:
        """With the editions that wait."""
        queryset: QuerySet[Dataset] = super().get_queryset(request)
        return queryset.prefetch_related("editions")

    @admin.display(description=_("title"), ordering="title_en")
    def title_in_language(self, dataset: Dataset) -> str:
        """The title in the language of the interface."""
        return str(dataset)

    @admin.display(description=_("in force"), ordering="in_force__number")
    def in_force_number(self, dataset: Dataset) -> str | SafeString:
        """The edition that readers see."""
        if dataset.in_force is None:
            return "–"
        address = reverse("admin:stats_edition_change", args=[dataset.in_force.pk])
        return format_html('<a href="{}">{}</a>', address, dataset.in_force.number)

    @admin.display(description=_("covers until"))
    def covers_until(self, dataset: FreshDataset) -> str | SafeString:
        """The last month that readers see, and whether a newer one should be there by now."""
        fresh = dataset.freshness
        until = wording.period(fresh.covers_until) if fresh.covers_until else "–"
        if not fresh.overdue or fresh.expected_by is None:
            return until
        return format_html(
            '{} <span class="stats-state" data-state="overdue">{}</span>',
            until,
            _("overdue since %(day)s") % {"day": date_format(fresh.expected_by, "SHORT_DATE_FORMAT")},
        )

    @admin.display(description=_("last checked"))
    def checked(self, dataset: FreshDataset) -> str | SafeString:
        """When the portal was last asked; how often in a row it has not answered."""
        fresh = dataset.freshness
        if fresh.checked_at is None:
            return "–"
        at = date_format(timezone.localtime(fresh.checked_at), "SHORT_DATETIME_FORMAT")
        if not fresh.failures:
            return at
        failed = ngettext("%(count)s failure", "%(count)s failures", fresh.failures) % {
            "count": fresh.failures
        }
        return format_html('{} <span class="stats-state" data-state="failed">{}</span>', at, failed)

    @admin.display(description=_("waiting"))
    def waits(self, dataset: Dataset) -> str | SafeString:
        """The edition that somebody has to decide about."""
        waiting = [edition for edition in dataset.editions.all() if edition.state == EditionState.WAITING]
        if not waiting:
            return "–"
        address = reverse("admin:stats_edition_change", args=[waiting[0].pk])
        word = EditionState.WAITING
        return format_html(
            '<a href="{}"><span class="stats-state" data-state="{}">{}</span></a>',
            address,
            word,
            waiting[0].number,
        )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list with freshness."""
        return FreshDatasets

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Adding is choosing from the catalogue."""
        return catalogue.choose(request, self)

    def save_model(self, request: HttpRequest, obj: Dataset, form: Any, change: bool) -> None:
        """What figures are said to stand for is another thing at once, for published pages too."""
        super().save_model(request, obj, form, change)
        if form.changed_data:
            meaning.changed(obj, rounding="rounding_base" in form.changed_data)

    def has_delete_permission(self, request: HttpRequest, obj: Dataset | None = None) -> bool:
        """Only while nothing was imported: editions are kept for good."""
        if obj is None or obj.editions.exists():
            return False
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed
