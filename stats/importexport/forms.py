"""The forms of the import: what to upload and what it belongs to, and the confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from import_export.forms import ConfirmImportForm, ImportForm

from stats import catalogue
from stats.codebook import Measures
from stats.importexport.upload import NewDataset, Upload, UploadLost
from stats.labels import Label
from stats.models import Dataset, SourceFile
from stats.models.dataset import MeasuresChoices
from stats.values import Disclosure

NEW = "+new"
"""The choice "a new dataset"; no slug, since slugs hold no plus sign."""

_FILE = forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.xls,.ods,.txt,.tsv"})


class ReleaseForm(ImportForm):
    """A release and the dataset that it belongs to. A file that was kept need not be chosen again."""

    dataset = forms.ChoiceField(
        label=gettext_lazy("Dataset"),
        required=False,
        help_text=gettext_lazy(
            "Its name, its title and its headers tell which dataset most files belong to."
        ),
    )
    import_file = forms.FileField(label=gettext_lazy("File"), required=False, widget=_FILE)
    other_file = forms.FileField(
        label=gettext_lazy("File in the other language"),
        required=False,
        widget=_FILE,
        help_text=gettext_lazy(
            "For workbooks, which come in one language each. It may also be imported later."
        ),
    )
    accept = forms.BooleanField(
        label=gettext_lazy("Let it count at once"),
        required=False,
        help_text=gettext_lazy("Otherwise the edition waits for a decision."),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    new_slug = forms.SlugField(
        label=gettext_lazy("Short name"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Small letters, digits and hyphens, such as “imp-province-noc”."),
    )
    new_title_en = forms.CharField(label=gettext_lazy("Title (English)"), required=False, max_length=200)
    new_title_fr = forms.CharField(label=gettext_lazy("Title (French)"), required=False, max_length=200)
    new_measures = forms.ChoiceField(
        label=gettext_lazy("What it measures"), required=False, choices=MeasuresChoices.choices
    )
    new_unit_en = forms.CharField(
        label=gettext_lazy("Unit (English)"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("A plural noun, such as “permits”."),
    )
    new_unit_fr = forms.CharField(label=gettext_lazy("Unit (French)"), required=False, max_length=60)
    new_rounding_base = forms.IntegerField(
        label=gettext_lazy("Rounded to multiples of"), required=False, min_value=1, max_value=1000, initial=5
    )
    new_hidden_to = forms.IntegerField(
        label=gettext_lazy("Suppressed from 1 to"),
        required=False,
        min_value=0,
        max_value=1000,
        initial=4,
        help_text=gettext_lazy("0 where nothing is suppressed."),
    )

    data: Any

    field_order = ["dataset", "import_file", "other_file", "accept"]

    def __init__(
        self, formats: Sequence[type], resources: Sequence[type], *, by: Any, may_accept: bool, **kwargs: Any
    ) -> None:
        super().__init__(formats, resources, **kwargs)
        del self.fields["format"], self.fields["resource"]
        if not may_accept:
            del self.fields["accept"]
        self.by = by
        self.upload: Upload | None = None
        """What was kept before, if the form carries it."""
        self.fields["dataset"].choices = _choices()
        if not by.has_perm("stats.add_dataset"):
            self._only_known_datasets()
        self.limit: int = settings.STET_UPLOAD_LIMIT

    def _only_known_datasets(self) -> None:
        """Leave out what describes a new dataset."""
        self.fields["dataset"].choices = [choice for choice in _choices() if choice[0] != NEW]
        for name in [name for name in self.fields if name.startswith("new_")]:
            del self.fields[name]

    @property
    def media(self) -> forms.Media:
        """Nothing: the form needs no script."""
        return forms.Media()

    @property
    def new_fields(self) -> list[forms.BoundField]:
        """The fields that describe a new dataset."""
        return [self[name] for name in self.fields if name.startswith("new_")]

    @property
    def release_fields(self) -> list[forms.BoundField]:
        """The fields that every upload has."""
        return [field for field in self.visible_fields() if not field.name.startswith("new_")]

    @property
    def describes_new(self) -> bool:
        """Whether the part about a new dataset is to be shown open."""
        undecided = any(name == "dataset" or name.startswith("new_") for name in self.errors)
        return undecided or self.data.get("dataset") == NEW

    def clean_import_file(self) -> Any:
        """Not larger than allowed."""
        return self._within_limit("import_file")

    def clean_other_file(self) -> Any:
        """Not larger than allowed."""
        return self._within_limit("other_file")

    def _within_limit(self, name: str) -> Any:
        file = self.cleaned_data[name]
        if file and file.size > self.limit:
            raise ValidationError(
                _("%(name)s is too large: %(size)s, at most %(limit)s are accepted."),
                params={
                    "name": file.name,
                    "size": filesizeformat(file.size),
                    "limit": filesizeformat(self.limit),
                },
            )
        return file

    def clean_kept(self) -> str:
        """The files that were kept before, for this very person."""
        text: str = self.cleaned_data["kept"]
        if text:
            try:
                self.upload = Upload.unsigned(text, by=self.by)
                self.upload.sources()
            except UploadLost:
                self.upload = None
        return text

    def clean(self) -> dict[str, Any]:
        """A file is there, and a new dataset is described."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("import_file") and "import_file" not in self.errors and self.upload is None:
            self.add_error("import_file", _("Choose a file: a release as .csv, .xlsx, .xls or .ods."))
        if cleaned.get("dataset") == NEW:
            self._require_description(cleaned)
        return cleaned

    def _require_description(self, cleaned: dict[str, Any]) -> None:
        for name in ("new_slug", "new_title_en", "new_measures", "new_unit_en"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("A new dataset needs this."))
        slug = cleaned.get("new_slug")
        if slug and (slug in catalogue.load() or Dataset.objects.filter(slug=slug).exists()):
            self.add_error(
                "new_slug", _("Another dataset has this name: choose that one above, or a new name.")
            )

    @property
    def dataset_slug(self) -> str:
        """The slug of the chosen dataset; empty where the file shall say or a new one is described."""
        chosen: str = self.cleaned_data["dataset"]
        return "" if chosen == NEW else chosen

    @property
    def new_dataset(self) -> NewDataset | None:
        """The new dataset, if one is described."""
        cleaned = self.cleaned_data
        if cleaned["dataset"] != NEW:
            return None
        base, hidden_to = cleaned.get("new_rounding_base"), cleaned.get("new_hidden_to")
        return NewDataset(
            slug=cleaned["new_slug"],
            title=Label(cleaned["new_title_en"], cleaned["new_title_fr"]),
            measures=Measures(cleaned["new_measures"]),
            unit=Label(cleaned["new_unit_en"], cleaned["new_unit_fr"]),
            disclosure=Disclosure(base or 1, 1, 0 if hidden_to is None else hidden_to),
        )

    def keeping(self, sources: Sequence[SourceFile]) -> None:
        """Carry files along that were kept, so that another choice can be made without a second upload."""
        self.data = self.data.copy()
        self.data["kept"] = Upload.of(sources).signed(by=self.by)


class ConfirmReleaseForm(ConfirmImportForm):
    """The upload that was looked at, signed, and whether it shall count at once."""

    import_file_name = None
    original_file_name = None
    format = None
    resource = None
    upload = forms.CharField(widget=forms.HiddenInput)
    accept = forms.BooleanField(
        label=gettext_lazy("Let it count at once"),
        required=False,
        help_text=gettext_lazy("Otherwise the edition waits for a decision."),
    )

    def __init__(self, *args: Any, by: Any, may_accept: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        if not may_accept:
            del self.fields["accept"]

    def clean_upload(self) -> Upload:
        """What was signed for this person."""
        try:
            return Upload.unsigned(self.cleaned_data["upload"], by=self.by)
        except UploadLost as error:
            raise ValidationError(_("This preview is out of date: upload the file again.")) from error


def _choices() -> list[Any]:
    language = get_language() or "en"
    stored = {dataset.slug: dataset.title for dataset in Dataset.objects.all()}
    known = {slug: spec.title for slug, spec in catalogue.load().items() if slug not in stored}
    return [
        ("", _("Let the file say which it is")),
        (_("Datasets"), _named(stored, language)),
        (_("In the catalogue, nothing imported yet"), _named(known, language)),
        (NEW, _("A new dataset, described below")),
    ]


def _named(titles: dict[str, Label], language: str) -> list[tuple[str, str]]:
    return [(slug, f"{title.in_language(language)} ({slug})") for slug, title in titles.items()]
