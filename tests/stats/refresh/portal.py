"""A portal on loopback: a real HTTP server with a catalogue, files overwritten in place, and faults."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

API = "/api/3/action/"
DATA = "/data/"


@dataclass(frozen=True)
class Answer:
    """What the server says at a path instead of what it would say; `trickle` waits before each byte."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0
    trickle: float = 0


@dataclass
class Portal:
    """`with Portal() as portal:`; `statuses` counts what was answered to requests for files."""

    packages: dict[str, list[object]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    instead: dict[str, Answer] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    validators: bool = True

    def __enter__(self) -> Portal:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                portal._answer(self)

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def catalogue_url(self) -> str:
        return self.url + API

    def put(self, package: str, name: str, data: bytes, **facts: object) -> str:
        """Publish a file or overwrite it in place; its address. `facts` are fields of the resource."""
        path = DATA + name
        if path not in self.files:
            names = {"en": f"[rounded - not for calculations] {name}", "fr": ""}
            resource = {"id": name, "url": self.url + quote(path), "name_translated": names, "hash": ""}
            self.packages.setdefault(package, []).append(resource | facts)
        self.files[path] = data
        return self.url + quote(path)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        path = unquote(parts.path)
        answer = self.instead.get(path)
        if answer is None and path == f"{API}package_show":
            answer = self._package(parse_qs(parts.query).get("id", [""])[0])
        elif answer is None:
            answer = self._file(path, request.headers.get("If-None-Match", ""))
        if path.startswith(DATA):
            self.statuses[answer.status] += 1
        try:
            _send(request, answer)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def _package(self, package: str) -> Answer:
        if package not in self.packages:
            body = {"success": False, "error": {"message": "Not found", "__type": "Not Found Error"}}
            return Answer(404, json.dumps(body).encode())
        result = {"id": package, "title_translated": {"en": package}, "resources": self.packages[package]}
        return Answer(200, json.dumps({"success": True, "result": result}).encode())

    def _file(self, path: str, known: str) -> Answer:
        if path not in self.files:
            return Answer(404, b"<html>not here</html>")
        data = self.files[path]
        if not self.validators:
            return Answer(200, data)
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Last-Modified": "Wed, 16 Oct 2024 12:00:00 GMT"}
        return Answer(304, b"", headers) if known == etag else Answer(200, data, headers)


def _send(request: BaseHTTPRequestHandler, answer: Answer) -> None:
    time.sleep(answer.delay)
    request.send_response(answer.status)
    for name, value in ({"Content-Length": str(len(answer.body))} | answer.headers).items():
        if value:
            request.send_header(name, value)
    request.end_headers()
    if not answer.trickle:
        request.wfile.write(answer.body)
        return
    for i in range(len(answer.body)):
        time.sleep(answer.trickle)
        request.wfile.write(answer.body[i : i + 1])
