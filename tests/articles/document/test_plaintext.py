from articles.document.parse import parse
from articles.document.plaintext import plaintext
from tests.articles.document.test_parse import binding, embed


def test_words_come_a_line_a_block():
    markup = (
        f"<h2>Title</h2><p>One <em>two</em><br>three {binding()}</p>"
        f"<ul><li><p>a</p></li><li><p>b</p></li></ul>{embed(title='Five')}<p></p>"
    )
    assert plaintext(parse(markup)) == "Title\nOne two three 145,560\na\nb\nFive"
