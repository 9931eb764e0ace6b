"""The words of a published page: what readers see in the text, figures in it as they stand there now.

It is taken from the page as it was made, so that the API never says another number than the page.
"""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "br", "hr"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"})
_TITLE = "embed-title"


def text_of(html: str) -> str:
    """The text, a line for each block; embeds by their titles."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects words between the beginning and the end of the text; of embeds only their titles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._open: list[tuple[str, str]] = []
        """The elements that are open below the text's own, with their classes."""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if not self._inside:
            self._inside = tag == "div" and "prose" in classes
            return
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag not in _VOID:
            kind = "title" if _TITLE in classes else "embed" if tag == "figure" or "embed" in classes else ""
            self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        if not self._inside or tag in _VOID:
            return
        if not self._open:
            self._inside = False
            return
        self._open.pop()
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        kinds = [kind for _tag, kind in self._open]
        if self._inside and ("embed" not in kinds or "title" in kinds):
            self.words.append(data)
