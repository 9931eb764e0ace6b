"""The rule of a dataset in its form: kinds of change as boxes to tick."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stats.models import Dataset
from stats.models.dataset import ChangeKindChoices


class DatasetForm(forms.ModelForm):
    """The settings of a dataset."""

    alone_kinds = forms.MultipleChoiceField(
        label=Dataset._meta.get_field("alone_kinds").verbose_name,
        help_text=_(
            "An edition that makes only these changes waits for nobody. "
            "None: every edition waits for a person."
        ),
        choices=ChangeKindChoices.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Dataset
        fields = "__all__"  # noqa: DJ007 (the admin names those that it shows)
