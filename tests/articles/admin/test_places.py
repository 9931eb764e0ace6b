from __future__ import annotations

import pytest
from django.utils.translation import override

from articles.admin.places import place_in_words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "Text"),
        ("p[3]/data[1]", "paragraph 3, figure 1"),
        ("figure[2]", "embed 2"),
        ("ul[1]/li[2]/p[1]/strong[1]/data[1]", "list 1, entry 2, paragraph 1, figure 1"),
        ("p[1]/data[1]/question", "paragraph 1, figure 1"),
    ],
)
def test_a_path_is_said_in_words(path, words):
    with override("en"):
        assert place_in_words(path) == words
