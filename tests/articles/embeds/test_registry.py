import pytest

from articles.document.nodes import EmbedBlock
from articles.embeds.options import EmbedError, check
from articles.embeds.registry import EMBEDS, embed_of
from stats.questions import parse
from tests.articles.embeds.answers import FIGURE


def test_kinds_are_unique_and_found():
    assert [embed_of(embed.kind) for embed in EMBEDS] == list(EMBEDS)


@pytest.mark.parametrize("embed", EMBEDS, ids=lambda embed: embed.kind)
def test_every_embed_describes_itself_in_both_languages(embed):
    for label in (embed.label, embed.description, *(o.label for o in embed.options)):
        assert label.en
        assert label.fr
    raw = embed.example
    block = EmbedBlock(raw["kind"], parse(raw["question"]), raw["title"], options=raw.get("options", {}))
    embed.check(block)
    assert block.kind == embed.kind
    check(embed.options, block.options)


@pytest.mark.parametrize("embed", EMBEDS, ids=lambda embed: embed.kind)
def test_no_embed_shows_a_single_figure(embed):
    with pytest.raises(EmbedError, match="figure"):
        embed.check(EmbedBlock(embed.kind, parse(FIGURE)))


def test_an_unknown_kind_is_refused_with_the_nearest():
    with pytest.raises(EmbedError, match="'ranking'"):
        embed_of("rankin")
