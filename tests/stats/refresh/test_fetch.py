"""Fetching from a real server on loopback: what comes is typed, what must not come does not."""

import socket

import pytest

from stats.refresh.fetch import Failed, Fetched, Limits, NotModified, Reason, fetch
from tests.stats.refresh.portal import Answer, Portal

LIMITS = Limits(frozenset({"127.0.0.1"}), timeout=5.0, size=1_000)


def _reason(url: str, limits: Limits = LIMITS) -> tuple[Reason, str]:
    came = fetch(url, limits=limits)
    assert isinstance(came, Failed)
    return came.reason, came.message


def test_bytes_come_with_the_servers_words_for_them(portal: Portal):
    """And those words, sent back, spare the bytes as long as they are the same."""
    url = portal.put("p", "EN a b.csv", b"one")
    came = fetch(url, limits=LIMITS)
    assert isinstance(came, Fetched)
    assert came.data == b"one"
    assert fetch(url, limits=LIMITS, etag=came.etag) == NotModified(url)
    portal.put("p", "EN a b.csv", b"two")
    assert isinstance(again := fetch(url, limits=LIMITS, etag=came.etag), Fetched)
    assert again.data == b"two"
    assert portal.statuses == {200: 2, 304: 1}


def test_redirections_are_followed_to_allowed_hosts(portal: Portal):
    """Also relative ones."""
    url = portal.put("p", "a.csv", b"one")
    portal.instead["/old"] = Answer(301, headers={"Location": "/older"})
    portal.instead["/older"] = Answer(302, headers={"Location": url})
    came = fetch(portal.url + "/old", limits=LIMITS)
    assert isinstance(came, Fetched)
    assert (came.url, came.data) == (url, b"one")


@pytest.mark.parametrize(
    "target", ["http://localhost:1/a", "file:///etc/passwd", "//elsewhere.example/a", "ftp://127.0.0.1/a"]
)
def test_redirections_elsewhere_are_not(portal: Portal, target: str):
    """Not even to another name of the same machine."""
    portal.instead["/a"] = Answer(302, headers={"Location": target})
    reason, message = _reason(portal.url + "/a")
    assert reason is Reason.REDIRECTION
    assert "is not an http address on an allowed host: 127.0.0.1" in message


def test_redirections_in_a_circle_end(portal: Portal):
    """After a handful."""
    portal.instead["/a"] = Answer(302, headers={"Location": "/a"})
    assert _reason(portal.url + "/a") == (Reason.REDIRECTION, "more than 5 redirections")


@pytest.mark.parametrize(
    "url",
    ["", "a.csv", "file:///etc/passwd", "http://elsewhere.example/", "http://127.0.0.1@elsewhere.example/"],
)
def test_other_addresses_are_not_asked(url: str):
    """Neither other schemes nor other hosts."""
    assert _reason(url)[0] is Reason.ADDRESS


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://[::1/", "http://127.0.0.1/\x01"]
)
def test_a_broken_address_is_a_failure_like_any_other(url: str):
    """Nothing is raised."""
    assert isinstance(fetch(url, limits=LIMITS), Failed)


def test_nobody_listens():
    """A port at which nothing answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert _reason(f"http://127.0.0.1:{port}/")[0] is Reason.UNREACHABLE


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(500), Reason.STATUS),
        (Answer(404, b"<html>"), Reason.STATUS),
        (Answer(204), Reason.STATUS),
        (Answer(200), Reason.CONTENT),
        (Answer(200, b"\xef\xbb\xbf \n<!DOCTYPE html><html>maintenance"), Reason.CONTENT),
        (Answer(200, b"x" * 1_001), Reason.TOO_LARGE),
        (Answer(200, b"x" * 1_001, {"Content-Length": ""}), Reason.TOO_LARGE),
        (Answer(200, b"x", {"Content-Length": "99"}), Reason.UNREACHABLE),
        (Answer(200, b"not gzip", {"Content-Encoding": "gzip"}), Reason.UNREACHABLE),
    ],
)
def test_what_is_not_a_file(portal: Portal, answer: Answer, reason: Reason):
    """Errors, nothing, a web page, too much, with and without saying so, too little."""
    portal.instead["/a"] = answer
    assert _reason(portal.url + "/a")[0] is reason


def test_a_server_that_does_not_answer(portal: Portal):
    """Waiting ends with the timeout."""
    portal.instead["/a"] = Answer(200, b"x", delay=1)
    assert _reason(portal.url + "/a", Limits(LIMITS.hosts, 0.1, 1_000))[0] is Reason.TIMEOUT


def test_a_server_that_trickles(portal: Portal):
    """Each byte comes in time, but the whole does not."""
    portal.instead["/a"] = Answer(200, b"x" * 900, trickle=0.02)
    reason, message = _reason(portal.url + "/a", Limits(LIMITS.hosts, 0.05, 1_000))
    assert reason is Reason.TIMEOUT
    assert "not complete within 1 s" in message


@pytest.mark.parametrize("word", ["é", "x" * 201])
def test_words_that_could_not_be_sent_back_are_not_kept(portal: Portal, word: str):
    """The bytes are fetched whole then."""
    portal.instead["/a"] = Answer(200, b"x", {"ETag": word})
    came = fetch(portal.url + "/a", limits=LIMITS)
    assert isinstance(came, Fetched)
    assert came.etag == ""
