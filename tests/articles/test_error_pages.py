from django.template.loader import render_to_string


def test_the_error_page_needs_nothing_and_speaks_both_languages():
    text = render_to_string("500.html")
    assert "Something went wrong" in text
    assert 'lang="fr"' in text
