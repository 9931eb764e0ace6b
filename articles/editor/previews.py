"""Figures and embeds as readers will see them, for the dialogs and the text that is being written.

Made by the renderer of public pages, so that what is promised here is what is published; all questions of one
request are asked together. A dialog asks for a figure with `"offers": true`, and is told what every wording
that fits would say; for an embed, what is read out of it and which members it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import override

from articles.document.nodes import Binding, EmbedBlock
from articles.embeds import wordings
from articles.embeds.options import EmbedError
from articles.embeds.registry import embed_of
from articles.embeds.sentence import figure_view
from articles.embeds.view import View
from articles.render.figures import render_embed
from stats.answers import Answer, RankingAnswer, TableAnswer
from stats.labels import Language
from stats.queries.asking import ask_many
from stats.questions import QuestionError, parse


class Unreadable(ValueError):
    """A request that is not of the form that the dialogs send."""


Item = Binding | EmbedBlock


def previews(items: Sequence[object], language: Language) -> list[dict[str, Any]]:
    """For each item its markup or number, or in words what is wrong with it; in the order of the items."""
    read = [_item(raw) for raw in items]
    answers = iter(ask_many(item.question for item in read if not isinstance(item, ValueError)))
    with override(language):
        return [
            _refusal(item)
            if isinstance(item, ValueError)
            else _preview(item, next(answers), language, offers=_wants_offers(raw))
            for raw, item in zip(items, read, strict=True)
        ]


def _wants_offers(raw: object) -> bool:
    return isinstance(raw, Mapping) and raw.get("offers") is True


def _item(raw: object) -> Item | ValueError:
    """The node that an item would be in a text."""
    if not isinstance(raw, Mapping):
        return Unreadable(f"an item is a JSON object, not {type(raw).__name__}")
    try:
        question = parse(raw.get("question"))
        if raw.get("kind") == "figure":
            usual = wordings.offered_for(question, "fr")[0]
            return Binding(question, str(raw.get("wording") or usual))
        options = raw.get("options") or {}
        if not isinstance(options, Mapping):
            return Unreadable(f"options {options!r} are not a JSON object")
        block = EmbedBlock(
            kind=str(raw.get("kind")),
            question=question,
            title=str(raw.get("title") or ""),
            note=str(raw.get("note") or ""),
            options=dict(options),
            description=str(raw.get("description") or ""),
        )
        embed_of(block.kind).check(block)
    except (QuestionError, EmbedError) as error:
        return error
    return block


def _preview(
    item: Item, answer: Answer | QuestionError, language: Language, *, offers: bool
) -> dict[str, Any]:
    if isinstance(answer, QuestionError):
        return _refusal(answer)
    try:
        if isinstance(item, EmbedBlock):
            view = embed_of(item.kind).view(answer, item, language)
            shown = {"ok": True, "html": render_embed(view, prefix="preview")}
            return shown | (_about_embed(view, answer, language) if offers else {})
        figure = figure_view(answer, item, language)
    except EmbedError as error:
        return _refusal(error)
    return {
        "ok": True,
        "text": figure.text,
        "explanation": [line for line in (figure.note, figure.explanation) if line],
    } | ({"wordings": _offers(answer, item, language)} if offers else {})


def _about_embed(view: View, answer: Answer, language: Language) -> dict[str, Any]:
    """What is read out of an embed, and the members that can be highlighted in it."""
    rows = answer.rows if isinstance(answer, RankingAnswer | TableAnswer) else ()
    columns = answer.columns if isinstance(answer, TableAnswer) else ()
    members = dict.fromkeys(each.member for each in (*rows, *columns) if each.member is not None)
    listed = [{"value": one.code, "label": one.label.in_language(language) or one.code} for one in members]
    return {"description": view.head.description, "members": listed}


def _offers(answer: Answer, binding: Binding, language: Language) -> list[dict[str, Any]]:
    """What each wording that fits makes of the figure, and whether it is kept or falls back to another."""
    found = []
    for name in wordings.offered_for(binding.question, language):
        view = figure_view(answer, replace(binding, wording=name), language)
        found.append({"value": name, "text": view.text, "kept": not view.note})
    return found


def _refusal(error: ValueError) -> dict[str, Any]:
    if isinstance(error, QuestionError):
        return {
            "ok": False,
            "message": f"{error.path}: {error.message}" if error.path else error.message,
            "path": error.path,
            "accepted": error.accepted,
        }
    return {"ok": False, "message": str(error)}
