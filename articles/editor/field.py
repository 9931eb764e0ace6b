"""The form fields in which articles are written: the editor, its scripts, and what may be stored."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import ImportMap, Media, static_lazy
from js_asset.js import Script

from articles.document.elements import DocumentError
from articles.document.line import as_written, line_markup, parse_line
from articles.editor.extensions import LINE_EXTENSIONS, MODULES, TEXT_EXTENSIONS
from articles.editor.words import WORDS
from articles.embeds.options import Choice, Option
from articles.embeds.registry import EMBEDS
from articles.embeds.wordings import NUMBER, STATEMENTS, VERBS, WORDINGS, offered
from articles.numbers import DESCRIPTIONS, Style
from stats.labels import Language
from stats.questions import Measure

ADDRESSES = ("datasets", "codebook", "members", "preview")
STYLESHEETS = (
    "articles/tokens.css",
    "articles/prose.css",
    "articles/embeds.css",
    "articles/chart.css",
    "articles/editor/shadow.css",
)
"""The public page's style sheets, for previews of embeds in their shadow trees."""


class DeskWidget(AdminProseEditorWidget):
    """The editor with Stet's nodes and dialogs, speaking the language of the interface."""

    label: str | Promise = ""
    """The name of the surface for screen readers; empty for the text of the article."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What is typed comes back as a draft: a browser that fills it in by itself would hide that."""
        return super().get_context(name, value, {"autocomplete": "off"} | (attrs or {}))

    @property
    def media(self) -> Media:
        modules = {f"articles/editor/{name}": f"articles/editor/{name}.js" for name in MODULES}
        return super().media + Media(
            importmap=ImportMap(modules),
            css={"all": ["articles/editor/desk.css", "articles/editor/dialog.css"]},
            js=[Script(reverse_lazy("admin:articles_editor_words"))],
        )

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        extensions = config["extensions"] | {
            "Desk": desk_options("fr" if (get_language() or "en").startswith("fr") else "en")
            | {"label": str(self.label)}
        }
        return config | {"extensions": extensions}


class BodyField(ProseEditorFormField):
    """Sanitised by the declaration that makes the editor; whether questions can be asked, the form checks."""

    widget = DeskWidget

    def __init__(self, **kwargs: Any) -> None:
        # Toolbar stands last: it names the buttons that Menu has made by then.
        own = {
            "Desk": True,
            "LiveFigure": True,
            "Embed": {"kinds": [embed.kind for embed in EMBEDS]},
            "WordPaste": True,
            "Places": True,
            "Comments": True,
            "Toolbar": True,
        }
        kwargs.setdefault("extensions", TEXT_EXTENSIONS | own)
        super().__init__(sanitize=True, widget=DeskWidget, **kwargs)


class LineField(ProseEditorFormField):
    """A line with figures in it. `longest` is how many characters it may have as it reads."""

    widget = DeskWidget

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        own = {"Desk": True, "LiveFigure": True, "Toolbar": True}
        kwargs.setdefault("extensions", LINE_EXTENSIONS | own)
        super().__init__(sanitize=True, widget=DeskWidget, **kwargs)

    def called(self, label: str | Promise, help_text: str | Promise) -> None:
        """Give the field its name, which is that of the surface too, and what is said below it."""
        self.label = self.widget.label = label
        self.help_text = help_text

    def clean(self, value: str) -> str:
        """The markup of one line. ValidationError where it holds anything else, nothing, or too much."""
        try:
            line = parse_line(super().clean(value) or "")
        except DocumentError as error:
            raise ValidationError(error.message) from error
        markup = line_markup(line)
        read = as_written(markup)
        if self.required and not read:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(read) > self.longest:
            said = _("It has %(count)s characters: at most %(longest)s are allowed.")
            raise ValidationError(said, params={"count": len(read), "longest": self.longest})
        return markup


def desk_options(language: Language) -> dict[str, Any]:
    """What the server tells the scripts, once a page: words, addresses, style sheets, wordings, options."""
    return {
        "words": WORDS,
        "addresses": {name: reverse_lazy(f"admin:articles_editor_{name}") for name in ADDRESSES},
        "stylesheets": [static_lazy(path) for path in STYLESHEETS],
        "wordings": {
            measure.value: [_wording(name, language) for name in offered(measure, "fr")]
            for measure in Measure
        }
        | {"statement": [_wording(name, language) for name in STATEMENTS]},
        "options": {embed.kind: [_option(option, language) for option in embed.options] for embed in EMBEDS},
    }


def _wording(name: str, language: Language) -> dict[str, str]:
    plain = name == NUMBER or name in VERBS or name in STATEMENTS
    example = "" if plain else DESCRIPTIONS[Style(name)].example.in_language(language)
    label = (STATEMENTS | WORDINGS)[name]
    return {"value": name, "label": label.in_language(language), "example": example}


def _option(option: Option, language: Language) -> dict[str, Any]:
    return {
        "name": option.name,
        "control": option.control,
        "label": option.label.in_language(language),
        "description": option.description.in_language(language),
        "default": option.default,
    } | ({"choices": _choices(option, language)} if isinstance(option, Choice) else {})


def _choices(option: Choice, language: Language) -> list[dict[str, str]]:
    return [{"value": word, "label": label.in_language(language)} for word, label in option.choices.items()]
