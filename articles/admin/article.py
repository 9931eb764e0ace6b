"""Articles in the admin: the list, the writing desk, and the buttons that put a text before readers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Script

from articles import drafting, publishing, translating, workflow, writing
from articles.admin import actions, comments, drafts, history, links, steps
from articles.admin.beside import beside
from articles.admin.checklist import checklist
from articles.admin.form import ArticleForm
from articles.admin.listing import ArticleListResource
from articles.editor.urls import urls as editor_urls
from articles.errors import ArticleError, NotPublishable
from articles.models import LIVE, UNDER_WAY, Article, Standing, Status
from stats.admin.lists import ExportedList


@admin.register(Article)
class ArticleAdmin(ExportedList, admin.ModelAdmin):
    """Writing, looking at, publishing and withdrawing articles."""

    resource_classes = (ArticleListResource,)
    form = ArticleForm
    list_display = ("__str__", "language", "state", "way", "standing", "updated_at", "author")
    list_filter = ("status", "stage", "language")
    list_select_related = ("page", "author")
    search_fields = ("title", "standfirst", "slug")
    date_hierarchy = "updated_at"
    fieldsets = (
        (None, {"fields": ("title", "standfirst", "body", "revision", "window", "draft")}),
        (gettext_lazy("For search engines and social media"), {"fields": ("summary", "social")}),
        (gettext_lazy("Address and language"), {"fields": ("language", "slug", "counterpart")}),
    )

    class Media:
        css = {"all": ("articles/editor/desk.css", "articles/desk/beside.css")}
        js = (
            Script("articles/desk/drafting.js", type="module"),
            Script("articles/desk/beside.js", type="module"),
        )

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, article: Article) -> SafeString:
        """The status as a coloured word."""
        return format_html(
            '<span class="desk-state" data-state="{}">{}</span>', article.status, article.get_status_display()
        )

    @admin.display(description=gettext_lazy("stage"), ordering="stage")
    def way(self, article: Article) -> SafeString:
        """How far the newest words have come."""
        return format_html(
            '<span class="desk-state" data-state="{}">{}</span>', article.stage, article.get_stage_display()
        )

    @admin.display(description=gettext_lazy("standing"), ordering="page__standing")
    def standing(self, article: Article) -> SafeString | str:
        """Whether what readers see is true to the editions in force; a dash where they see nothing."""
        page = getattr(article, "page", None)
        if page is None or article.status not in LIVE:
            return "–"
        return format_html(
            '<span class="desk-state" data-state="{}">{}</span>', page.standing, page.get_standing_display()
        )

    def get_urls(self) -> list[URLPattern]:
        """The desk's addresses and the actions on one article, before the admin's own."""
        for_staff = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name}/", for_staff(view), {"model_admin": self}, name=f"articles_article_{name}")
            for name, view in (
                actions.VIEWS | comments.VIEWS | links.VIEWS | history.VIEWS | steps.VIEWS
            ).items()
        ]
        kept = [
            path(f"{name}/", for_staff(view), {"model_admin": self}, name=f"articles_article_{name}")
            for name, view in drafts.VIEWS.items()
        ]
        return [*editor_urls(for_staff), *kept, *own, *super().get_urls()]

    def get_form(self, request: HttpRequest, obj: Article | None = None, *args: Any, **kwargs: Any) -> Any:
        """The form, with the words of a draft in the place of the saved ones where one is taken up."""
        form = super().get_form(request, obj, *args, **kwargs)
        draft = drafts.taken_up(request, obj)
        if draft is None:
            return form
        begun = dict(draft.words) | {"draft": draft.pk, "revision": draft.started_from or None}
        return type("TakenUp", (form,), {"begun": begun})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new article starts in the language of the interface."""
        return {"language": (request.LANGUAGE_CODE or "en")[:2]} | super().get_changeform_initial_data(
            request
        )

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What readers see is withdrawn before it is deleted."""
        return (obj is None or obj.status not in LIVE) and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """None on many articles at once: deleting goes one by one, so that nothing published goes unseen."""
        return {
            name: action for name, action in super().get_actions(request).items() if name != "delete_selected"
        }

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Its revisions and what was done with it, in the place of the admin's own log."""
        article = self.get_object(request, object_id)
        if article is None or not self.has_view_or_change_permission(request, article):
            return super().history_view(request, object_id, extra_context)
        return history.listed(request, article, self)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Every save is a revision."""
        if not change:
            obj.author = actions.person(request)
        if number := form.cleaned_data.get("follows"):
            translating.follow(article=obj, number=number)
        writing.save(
            article=obj,
            by=actions.person(request),
            at=timezone.now(),
            expected=form.cleaned_data.get("revision"),
        )
        for window in (form.cleaned_data.get("window"), form.cleaned_data.get("draft")):
            drafting.saved(window=window or "", by=actions.person(request))

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        """On to the preview or publication, if that was asked for."""
        return self._onward(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """On to the preview or publication, if that was asked for."""
        return self._onward(request, obj) or super().response_change(request, obj)

    def _onward(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))
        if "_publish" in request.POST and self.may_publish(request):
            self.publish(request, article)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return None

    def may_publish(self, request: HttpRequest) -> bool:
        """Whether this person may put texts before readers."""
        return request.user.has_perm("articles.publish_article")

    def publish(self, request: HttpRequest, article: Article) -> bool:
        """Publish the newest revision, or say what stands in the way; whether it was published."""
        try:
            page = publishing.publish(article=article, by=actions.person(request), at=timezone.now())
        except NotPublishable:
            self.message_user(
                request, _("Saved, but not published: see the checklist above the text."), messages.ERROR
            )
        except ArticleError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            link = format_html('<a href="{}">{}</a>', page.path, _("Read it"))
            self.message_user(request, format_html("{} {}", _("Published."), link), messages.SUCCESS)
            return True
        return False

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form, with the state of the article, its checklist, and what somebody else saved meanwhile."""
        article: Article | None = kwargs.get("obj")
        form = context["adminform"].form
        context |= {
            "may_publish": self.may_publish(request),
            "drafts": drafts.offered(request, article),
            "approved": not workflow.why_not_publishable(article or Article()),
            "steps": steps.open_to(request, article) if article else (),
            "history": article.steps.select_related("by").order_by("-at", "-pk") if article else (),
            "schedule": getattr(article, "schedule", None) if article else None,
            "under_way": article is not None and article.stage in UNDER_WAY,
            "panel": comments.panel(request, article, self) if article else None,
            "theirs": form.theirs,
            "theirs_text": actions.words_of(form.theirs) if form.theirs else "",
            "live": article is not None and article.status in LIVE,
            "withdrawn": article is not None and article.status == Status.WITHDRAWN,
            "page": getattr(article, "page", None) if article else None,
            "broken": Standing.BROKEN,
            "beside": beside(article) if article else None,
            "checklist": checklist(article) if article and not form.errors else None,
        }
        return super().render_change_form(request, context, *args, **kwargs)
