"""Fetching: the one home of HTTP. Every request has a timeout, a size limit and a typed result.

Only allowed hosts are asked, also after redirections, so that nobody who can write into the catalogue can
make this server call on its neighbours. Files are asked for without content coding: workbooks are compressed
already, and some servers change the ETag of what they compress and then never answer 304.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import httpx

REDIRECTIONS = 5
"""How many redirections in a row are followed."""

PATIENCE = 20
"""How many times the timeout a whole answer may take, so that a trickle does not last for ever."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_MOVED = frozenset({301, 302, 303, 307, 308})
_USER_AGENT = "Stet (follows published statistics)"


class Reason(StrEnum):
    """Why something could not be fetched."""

    ADDRESS = "address"
    """The address is none, or its host is not allowed."""
    UNREACHABLE = "unreachable"
    """No connection, or it broke off."""
    TIMEOUT = "timeout"
    """The server took too long."""
    STATUS = "status"
    """The server answered with an error."""
    REDIRECTION = "redirection"
    """The server sends on to where nothing may be fetched, or in a circle."""
    TOO_LARGE = "too_large"
    """The answer is larger than the limit."""
    CONTENT = "content"
    """The answer is empty, or a web page instead of a file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be fetched: from which hosts, how long to wait (seconds), how much to take (bytes)."""

    hosts: frozenset[str]
    timeout: float
    size: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer with its bytes, and the server's words for this state of them."""

    url: str
    data: bytes
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that the bytes are those it sent before."""

    url: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing came, and why."""

    url: str
    reason: Reason
    message: str


Result = Fetched | NotModified | Failed


def fetch(url: str, *, limits: Limits, etag: str = "", last_modified: str = "") -> Result:
    """What is at an address; NotModified if it is still what the server named so."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    try:
        with _client(limits) as client:
            return _followed(client, url, {key: value for key, value in headers.items() if value}, limits)
    except _Stopped as stopped:
        return Failed(stopped.url, stopped.reason, stopped.message)
    except httpx.TimeoutException:
        return Failed(url, Reason.TIMEOUT, f"no answer within {limits.timeout:g} s")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        return Failed(url, Reason.UNREACHABLE, f"{type(error).__name__}: {error}"[:300])


class _Stopped(Exception):
    """Going on would break a limit."""

    def __init__(self, url: str, reason: Reason, message: str) -> None:
        self.url, self.reason, self.message = url, reason, message
        super().__init__(message)


def _client(limits: Limits) -> httpx.Client:
    """A client that reaches this machine itself directly, whatever proxy the environment names."""
    direct = {f"all://{f'[{host}]' if ':' in host else host}": None for host in LOOPBACK}
    headers = {"User-Agent": _USER_AGENT, "Accept-Encoding": "identity"}
    return httpx.Client(timeout=limits.timeout, follow_redirects=False, headers=headers, mounts=direct)


def _followed(client: httpx.Client, url: str, headers: Mapping[str, str], limits: Limits) -> Result:
    _require_allowed(url, limits, came_from="")
    deadline = time.monotonic() + PATIENCE * limits.timeout
    for _ in range(REDIRECTIONS + 1):
        with client.stream("GET", url, headers=dict(headers)) as response:
            if response.status_code not in _MOVED:
                return _received(url, response, limits, deadline)
            target = urljoin(url, response.headers.get("location", ""))
        _require_allowed(target, limits, came_from=url)
        url = target
    raise _Stopped(url, Reason.REDIRECTION, f"more than {REDIRECTIONS} redirections")


def _require_allowed(url: str, limits: Limits, *, came_from: str) -> None:
    """Refuse other schemes and hosts, and a redirection from https to http but for this machine itself."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    reason = Reason.REDIRECTION if came_from else Reason.ADDRESS
    if parts.scheme not in ("http", "https") or host not in limits.hosts:
        hosts = ", ".join(sorted(limits.hosts))
        raise _Stopped(url, reason, f"{url[:200]!r} is not an http address on an allowed host: {hosts}")
    if came_from.startswith("https:") and parts.scheme == "http" and host not in LOOPBACK:
        raise _Stopped(url, reason, f"{came_from[:200]!r} sends from https to http")


def _received(url: str, response: httpx.Response, limits: Limits, deadline: float) -> Result:
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return NotModified(url)
    if response.status_code != HTTPStatus.OK:
        raise _Stopped(url, Reason.STATUS, f"the server answered {response.status_code}, 200 is expected")
    data = _bytes(url, response, limits, deadline)
    if not data:
        raise _Stopped(url, Reason.CONTENT, "the server sent 0 bytes")
    if _is_web_page(data):
        raise _Stopped(url, Reason.CONTENT, f"a web page instead of a file: {data[:60]!r}")
    etag, last_modified = (response.headers.get(name, "") for name in ("etag", "last-modified"))
    return Fetched(url, data, _repeatable(etag, 200), _repeatable(last_modified, 60))


def _bytes(url: str, response: httpx.Response, limits: Limits, deadline: float) -> bytes:
    """The body as far as the limits allow; what the server says of its length is only a first sign."""
    said = response.headers.get("content-length", "")
    if said.isdecimal() and int(said) > limits.size:
        raise _Stopped(url, Reason.TOO_LARGE, f"{int(said):,} bytes, the limit is {limits.size:,}")
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > limits.size:
            raise _Stopped(url, Reason.TOO_LARGE, f"more than the limit of {limits.size:,} bytes")
        if time.monotonic() > deadline:
            raise _Stopped(url, Reason.TIMEOUT, f"not complete within {PATIENCE * limits.timeout:g} s")
    return bytes(data)


def _repeatable(word: str, length: int) -> str:
    """What can be kept and sent back whole; nothing where it cannot, since a part would never match."""
    return word if word.isascii() and len(word) <= length else ""


_WEB_PAGE = (b"<!doctype html", b"<html", b"<head")


def _is_web_page(data: bytes) -> bool:
    """Servers send one with 200 in the place of a missing file."""
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB_PAGE)
