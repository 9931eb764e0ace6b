"""The import of releases: import-export's pages, hooks and forms, with Stet's engine behind them.

`import_action` keeps the upload and previews it; `process_import` queues what was confirmed, or lets it go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from import_export.admin import ImportMixin

from stats.findings import Finding, Refused
from stats.importexport.formats import RELEASES
from stats.importexport.forms import ConfirmReleaseForm, ReleaseForm
from stats.importexport.release import ReleaseResource, ReleaseResult
from stats.importexport.upload import Upload, UploadLost
from stats.ingest.sources import discard
from stats.models import SourceFile

if TYPE_CHECKING:
    from django import forms

WHICH = frozenset({"resolve.which-dataset"})
"""Refusals after which the same file with another choice may do."""


class ReleaseImport(ImportMixin):
    """Import of releases on the list of editions."""

    import_formats = RELEASES
    import_template_name = "admin/stats/edition/import.html"
    import_form_class = ReleaseForm
    confirm_form_class = ConfirmReleaseForm

    def has_import_permission(self, request: HttpRequest) -> bool:
        """A duty of its own: who may bring figures in need not be who lets them count."""
        return request.user.has_perm("stats.import_edition")

    def may_accept(self, request: HttpRequest) -> bool:
        """Whether this person decides about editions."""
        return request.user.has_perm("stats.accept_edition")

    def get_import_resource_classes(self, request: HttpRequest) -> list[type]:
        """Releases."""
        return [ReleaseResource]

    def get_import_form_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """The form knows whom it is for."""
        kwargs: dict[str, Any] = super().get_import_form_kwargs(request)
        return kwargs | {"by": request.user, "may_accept": self.may_accept(request)}

    def get_import_form_initial(self, request: HttpRequest) -> dict[str, Any]:
        """`?dataset=slug` chooses one beforehand."""
        return {"dataset": request.GET.get("dataset", "")}

    def get_confirm_form_kwargs(self, request: HttpRequest, import_form: Any = None) -> dict[str, Any]:
        """The confirmation knows whom it is for."""
        kwargs: dict[str, Any] = super().get_confirm_form_kwargs(request, import_form)
        return kwargs | {"by": request.user, "may_accept": self.may_accept(request)}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        """The upload that was looked at, signed."""
        if import_form is None:
            return {}
        return {
            "upload": import_form.upload.signed(by=request.user),
            "accept": import_form.cleaned_data.get("accept", False),
        }

    def import_action(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The form; after it, the preview of what the upload would change."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_import_form(request)
        context: dict[str, Any] = self.get_import_context_data()
        if request.method == "POST" and form.is_valid():
            result = self._looked_at(request, form)
            if result is not None and result.preview is not None:
                form.upload = result.upload
                context |= {
                    "result": result,
                    "preview": result.preview,
                    "confirm_form": self.create_confirm_form(request, import_form=form),
                }
        return self._import_page(request, context | {"form": form, "media": self.media + form.media})

    def _looked_at(self, request: HttpRequest, form: ReleaseForm) -> ReleaseResult | None:
        """The dry run of what the form holds; None where it was refused, which the form then says."""
        sources: list[SourceFile] = []
        try:
            sources = self._kept(form)
            upload = Upload.of(sources, dataset=form.dataset_slug, new=form.new_dataset)
            return ReleaseResource().import_data(sources, dry_run=True, upload=upload, user=request.user)
        except UploadLost:
            form.add_error("import_file", _("The file is no longer there: choose it again."))
        except Refused as refusal:
            self._say(form, refusal.findings)
            if any(finding.rule in WHICH for finding in refusal.findings):
                form.keeping(sources)
            else:
                for source in sources:
                    discard(source)
        return None

    def _kept(self, form: ReleaseForm) -> list[SourceFile]:
        """The uploaded files, kept; those kept before where none was chosen now."""
        chosen = [form.cleaned_data.get(name) for name in ("import_file", "other_file")]
        if form.upload is not None:
            if chosen[0] is None:
                return form.upload.sources()
            form.upload.discard()
        keep = self.get_import_formats()[0]().create_dataset
        return [keep(file) for file in chosen if file]

    def _say(self, form: forms.Form, findings: Sequence[Finding]) -> None:
        for finding in findings:
            where = f" ({finding.where})" if str(finding.where) else ""
            field = "dataset" if finding.rule in WHICH else "import_file"
            form.add_error(field, f"{finding.message}{where}")

    @method_decorator(require_POST)
    def process_import(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Queue what was confirmed and show its job; or let go of it."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_confirm_form(request)
        if not form.is_valid():
            for error in form.errors.get("upload", ()):
                messages.error(request, error)
            return HttpResponseRedirect(reverse("admin:stats_edition_import"))
        upload: Upload = form.cleaned_data["upload"]
        if "cancel" in request.POST:
            upload.discard()
            messages.info(request, _("Nothing was imported, and nothing was kept."))
            return HttpResponseRedirect(reverse("admin:stats_edition_changelist"))
        try:
            result = ReleaseResource().import_data(
                (),
                dry_run=False,
                upload=upload,
                accept=form.cleaned_data.get("accept", False),
                user=request.user,
            )
        except UploadLost:
            messages.error(request, _("The file is no longer there: choose it again."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            assert result.job is not None  # noqa: S101 (a run that does not raise has queued a job)
            return HttpResponseRedirect(reverse("admin:stats_importjob_change", args=[result.job.pk]))
        return HttpResponseRedirect(reverse("admin:stats_edition_import"))

    def _import_page(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        previewing = "preview" in context
        context |= self.admin_site.each_context(request) | {
            "title": _("Preview of an import") if previewing else _("Import"),
            "opts": self.model._meta,
            "fields_list": [],
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, [self.import_template_name], context)
