"""Addresses of static files that change when their content does, and smaller answers for them."""

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

YEAR_SECONDS = 31_536_000
MIN_COMPRESSED_BYTES = 600
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
GZIP_LEVEL = 6
GZIP_LEVEL_STATIC = 9


def serve_assets(app: Flask) -> None:
    """Let templates name static files by `asset('css/base.css')`, and compress answers."""
    app.jinja_env.globals["asset"] = asset
    app.after_request(_cache_versioned)
    app.after_request(_compress)


def asset(name: str) -> str:
    """The address of a static file; an unknown name is an error, not a hole in the page."""
    path = Path(current_app.static_folder or "") / name
    return url_for("static", filename=name, v=_fingerprint(path, path.stat().st_mtime_ns))


@lru_cache(maxsize=500)
def _fingerprint(path: Path, _modified: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=200)
def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, GZIP_LEVEL_STATIC, mtime=0)


def _cache_versioned(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code < 400:  # noqa: PLR2004
        response.headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    return response


def _compress(response: Response) -> Response:
    if (
        response.status_code != 200  # noqa: PLR2004 - only whole answers
        or "Content-Encoding" in response.headers
        or not (response.content_type or "").startswith(COMPRESSIBLE)
        or (response.is_streamed and request.endpoint != "static")
        or "gzip" not in request.headers.get("Accept-Encoding", "")
    ):
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) < MIN_COMPRESSED_BYTES:
        return response
    packed = _gzipped(content) if request.endpoint == "static" else gzip.compress(content, GZIP_LEVEL)
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = ", ".join(filter(None, (response.headers.get("Vary"), "Accept-Encoding")))
    return response
