from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Flask
from werkzeug.exceptions import BadRequest

V = TypeVar("V", bound=Callable[..., object] | Blueprint)

class CSRFError(BadRequest): ...

class CSRFProtect:
    def init_app(self, app: Flask) -> None: ...
    def exempt(self, view: V) -> V: ...

def generate_csrf() -> str: ...
