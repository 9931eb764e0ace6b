"""The content security policy: strict for readers, with style attributes for the newsroom."""

import re

import pytest


def _policy(response) -> dict[str, str]:
    directives = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in directives}


@pytest.mark.django_db
def test_readers_pages_allow_nothing_in_the_markup(client):
    """Scripts and styles come as files from the site itself."""
    policy = _policy(client.get("/healthz"))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["object-src"] == "'none'"


def test_the_newsroom_may_use_style_attributes_but_no_scripts_in_the_markup(admin_client):
    """The editor sets styles; scripts still need to be files or carry the nonce."""
    policy = _policy(admin_client.get("/admin/"))
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert "unsafe" not in policy["script-src"]


def test_scripts_of_a_form_carry_the_nonce_of_the_request(admin_client):
    """The editor's import map stands in the page, so its nonce must be the header's."""
    response = admin_client.get("/admin/auth/user/add/")
    nonces = set(re.findall(r'nonce="([^"]+)"', response.text))
    assert len(nonces) == 1
    assert f"'nonce-{nonces.pop()}'" in _policy(response)["script-src"]
