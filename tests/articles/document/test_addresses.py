import pytest

from articles.document.addresses import is_allowed


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:a@example.org",
        "tel:+1",
        "/en/",
        "#notes",
        "HTTPS://x",
    ],
)
def test_web_mail_and_site_addresses_may_be_linked_to(href):
    assert is_allowed(href)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "javascript:x",
        "JAVASCRIPT:x",
        "data:x",
        "vbscript:x",
        "//example.org",
        "/\\example.org",
        "\\\\x",
        "java\nscript:x",
        " /x",
    ],
)
def test_scripts_and_other_hosts_in_disguise_may_not(href):
    assert not is_allowed(href)
