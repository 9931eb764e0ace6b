"""The ledger as Atom feeds: an entry for each edition of a dataset, or of all datasets.

https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from articles.explorer.frame import active
from articles.ledger import words
from articles.ledger.places import changes_path, revisions_path
from articles.numbers import number, period_name
from articles.render.addresses import whole
from stats.labels import Label, Language
from stats.queries.public_editions import PublicEdition

IN_FEED = 50
"""How many editions a feed holds."""

Entry = tuple[str, Label, PublicEdition]
"""The slug and title of a dataset, and one of its editions."""


def atom(entries: Sequence[Entry], *, title: str, path: str, feed_path: str) -> bytes:
    """A feed of editions, the one that changed last first."""
    language = active()
    feed = Atom1Feed(
        title=f"{title} – {settings.STET_SITE_NAME}",
        link=whole(path),
        description=_("Editions of official statistics, and what each changed."),
        language=language,
        feed_url=whole(feed_path),
    )
    newest = sorted(entries, key=lambda entry: _updated(entry[2]), reverse=True)[:IN_FEED]
    for slug, name, edition in newest:
        link = changes_path(slug, edition.number) if edition.kept else revisions_path(slug)
        feed.add_item(
            title=_title(name, edition, language),
            link=whole(link),
            description=_described(edition, language),
            pubdate=edition.counted[0].since if edition.counted else edition.facts.in_force_since,
            updateddate=_updated(edition),
            unique_id=whole(changes_path(slug, edition.number)),
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode()


def _updated(edition: PublicEdition) -> datetime:
    """When an edition last came to count or ceased to."""
    moments = [at for span in edition.counted for at in (span.since, span.until) if at]
    moments += [at for at in (edition.taken_back_at, edition.facts.in_force_since) if at]
    return max(moments)


def _title(name: Label, edition: PublicEdition, language: Language) -> str:
    said = _("%(title)s, edition %(number)s")
    text = said % {"title": name.in_language(language), "number": number(edition.number, language)}
    state = words.state(edition, language) if edition.taken_back else ""
    return f"{text} ({state})" if state else text


def _described(edition: PublicEdition, language: Language) -> str:
    cells = {name: number(edition.cells.get(name, 0), language) for name in ("new", "revised", "removed")}
    said = [_("%(new)s new cells, %(revised)s revised, %(removed)s removed.") % cells]
    if edition.facts.covers_until:
        until = period_name(edition.facts.covers_until, language)
        said.insert(0, _("Figures to %(until)s.") % {"until": until})
    if kinds := words.kinds(edition, language):
        said.append(f"{'; '.join(kinds)}.")
    if modelled := edition.facts.modelled.in_language(language):
        said.append(modelled)
    return " ".join(said)
