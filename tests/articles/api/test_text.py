"""The words of a page."""

import pytest

from articles.api.text import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Outside</p>", ""),
        ('<div class="prose"><p>A<br>b&nbsp;c &lt;</p></div><p>After</p>', "A\nb c <"),
        ('<div class="wide prose"><div><p>In</p></div></div>Out', "In"),
        ('<div class="prose"><p>1<sup>st</sup> <a href="#">x</a></p></div>', "1st x"),
        (
            '<div class="prose"><figure class="embed"><p class="embed-title">T</p><p>-</p></figure>E</div>',
            "T\nE",
        ),
        ('<div class="prose"><div class="embed gap"><p>broken</p></div><p>End</p></div>', "End"),
    ],
)
def test_words(html, text):
    """Those of the text; of embeds their titles."""
    assert text_of(html) == text
