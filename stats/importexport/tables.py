"""Small tables that go out and come back in: settings of datasets, labels of members, aliases.

A translator can work in a spreadsheet. A row that nothing is stored for is refused, because members come with
editions, and datasets from the catalogue or a file; only aliases may be added.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import IntegerWidget, Widget

from stats.ingest import meaning
from stats.ingest.labels import keep_spellings
from stats.labels import Label
from stats.models import Alias, Dataset, Member

Row = Mapping[str, Any]

DATASET_SETTINGS = (
    "slug",
    "title_en",
    "title_fr",
    "subject",
    "measures",
    "unit_en",
    "unit_fr",
    "counts_en",
    "counts_fr",
    "months_add",
    "members_add",
    "rounding_base",
    "hidden_from",
    "hidden_to",
    "package",
    "followed",
    "alone_kinds",
    "alone_warned",
    "alone_percent",
    "alone_move",
)


class _KnownRows(ModelResource):
    """Changes rows that are there."""

    class Meta:
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._touched: dict[int, tuple[Dataset, bool]] = {}
        """Datasets whose rows were changed, and whether their rounding base was."""

    def touch(self, dataset: Dataset, *, rounding: bool = False) -> None:
        """Remember that something of a dataset means something else now."""
        self._touched[dataset.pk] = (dataset, rounding)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Renew what depends on what was changed, and have pages made again."""
        super().after_import(dataset, result, **kwargs)
        if not self._is_dry_run(kwargs):
            for one, rounding in self._touched.values():
                meaning.changed(one, rounding=rounding)

    def init_instance(self, row: Row | None = None) -> NoReturn:
        """Refuse a row that nothing is stored for."""
        raise _unknown(self._meta.model._meta.verbose_name, row or {}, self.get_import_id_fields())


class KindsWidget(Widget):
    """Kinds of change in one cell of a sheet, with commas between them."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        """The kinds that a cell names."""
        return [kind.strip() for kind in str(value or "").split(",") if kind.strip()]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """Kinds for a cell."""
        return ", ".join(value or ())


class DatasetResource(_KnownRows):
    """The settings of datasets."""

    alone_kinds = Field("alone_kinds", "alone_kinds", widget=KindsWidget())

    class Meta(_KnownRows.Meta):
        model = Dataset
        fields = DATASET_SETTINGS
        export_order = fields
        import_id_fields = ("slug",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._bases: dict[int, int] = {}

    def import_instance(self, instance: Dataset, row: Row, **kwargs: Any) -> None:
        """Remember to what the figures were rounded."""
        self._bases[instance.pk] = instance.rounding_base
        super().import_instance(instance, row, **kwargs)

    def after_save_instance(self, instance: Dataset, row: Row, **kwargs: Any) -> None:
        """Settings say what figures mean."""
        self.touch(instance, rounding=instance.rounding_base != self._bases[instance.pk])


class MemberResource(_KnownRows):
    """Members with their labels, roles and order. Codes and hierarchy come from the publisher and stay."""

    dataset = Field("dimension__dataset__slug", "dataset", readonly=True)
    dimension = Field("dimension__slug", "dimension", readonly=True)
    parent = Field("parent__code", "parent", readonly=True)
    position = Field("position", "position", widget=IntegerWidget())

    class Meta(_KnownRows.Meta):
        model = Member
        fields = ("dataset", "dimension", "code", "parent", "role", "position", "label_en", "label_fr")
        export_order = fields
        import_id_fields = ("dataset", "dimension", "code")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._called: dict[int, Label] = {}

    def get_instance(self, instance_loader: Any, row: Row) -> Member | None:
        """The member that dataset, dimension and code name."""
        return _member(row)

    def import_instance(self, instance: Member, row: Row, **kwargs: Any) -> None:
        """Remember how the member was called."""
        self._called[instance.pk] = instance.label
        super().import_instance(instance, row, **kwargs)

    def after_save_instance(self, instance: Member, row: Row, **kwargs: Any) -> None:
        """What it was called stays known, or the next edition would not find it. A dry run is rolled back."""
        keep_spellings(instance, called=self._called[instance.pk])
        self.touch(instance.dimension.dataset)


class AliasResource(ModelResource):
    """Other spellings of members' labels; new ones are added."""

    dataset = Field("member__dimension__dataset__slug", "dataset", readonly=True)
    dimension = Field("member__dimension__slug", "dimension", readonly=True)
    code = Field("member__code", "code", readonly=True)

    class Meta:
        model = Alias
        fields = ("dataset", "dimension", "code", "text")
        export_order = fields
        import_id_fields = fields
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    def get_instance(self, instance_loader: Any, row: Row) -> Alias | None:
        """The alias, if the member has it."""
        member = _member(row)
        return Alias.objects.filter(member=member, text=row.get("text")).first() if member else None

    def init_instance(self, row: Row | None = None) -> Alias:
        """A new alias of the member that the row names; refused where there is none."""
        member = _member(row or {})
        if member is None:
            raise _unknown(Member._meta.verbose_name, row or {}, ("dataset", "dimension", "code"))
        return Alias(member=member)


def _member(row: Row) -> Member | None:
    named = Member.objects.filter(
        dimension__dataset__slug=row.get("dataset"),
        dimension__slug=row.get("dimension"),
        code=row.get("code"),
    )
    return named.select_related("dimension__dataset", "parent").first()


def _unknown(what: Any, row: Row, names: Any) -> ValidationError:
    given = ", ".join(f"{name} {row.get(name)!r}" for name in names)
    return ValidationError(_("There is no %(what)s with %(given)s."), params={"what": what, "given": given})
