from articles.document.nodes import Break, Text, joined


def test_neighbouring_characters_become_one_node_and_empty_ones_none():
    assert joined([Text("a"), Text(""), Text("b"), Break(), Text("")]) == (Text("ab"), Break())
