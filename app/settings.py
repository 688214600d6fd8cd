"""The only reader of the environment."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "MINUTA_"
PROJECT_DIR = Path(__file__).resolve().parent.parent
DEFAULT_PORT = "8000"


class SettingsError(ValueError):
    """A setting that cannot be used; the text names the variable and says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this instance is set up. URLs follow the README's table of settings."""

    instance_dir: Path
    database_url: str
    redis_url: str | None
    storage_url: str | None
    smtp_url: str | None
    public_url: str
    secret_key: str
    demo: bool
    log_level: str

    @property
    def mail_dir(self) -> Path:
        """Where mails are written while no SMTP server is set."""
        return self.instance_dir / "mail"

    @property
    def secure_cookies(self) -> bool:
        """Whether people reach the instance over HTTPS."""
        return self.public_url.startswith("https://")

    @property
    def trusted_host(self) -> str:
        """The host name that requests must carry."""
        return urlsplit(self.public_url).hostname or "localhost"


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read and check the environment.

    Raises SettingsError, naming the variable, for a value that cannot be used.
    """

    def value(name: str) -> str | None:
        return environment.get(PREFIX + name) or None

    instance_dir = Path(value("INSTANCE_DIR") or PROJECT_DIR / "instance").resolve()
    public_url = value("PUBLIC_URL") or f"http://localhost:{environment.get('PORT', DEFAULT_PORT)}"
    return Settings(
        instance_dir=instance_dir,
        database_url=value("DATABASE_URL") or f"sqlite:///{instance_dir / 'minuta.sqlite3'}",
        redis_url=value("REDIS_URL"),
        storage_url=_checked_storage(value("STORAGE_URL")),
        smtp_url=value("SMTP_URL"),
        public_url=_checked_url(public_url),
        secret_key=value("SECRET_KEY") or _own_secret(instance_dir),
        demo=value("DEMO") == "1",
        log_level=(value("LOG_LEVEL") or "INFO").upper(),
    )


def settings_or_exit() -> Settings:
    """The settings of a program that starts; what cannot be used ends it with one line on stderr."""
    try:
        return load_settings()
    except SettingsError as error:
        raise SystemExit(f"Error: {error}") from None


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"MINUTA_PUBLIC_URL must look like https://offers.example.com, not {url!r}")
    return url.rstrip("/")


def _checked_storage(url: str | None) -> str | None:
    if url is not None and not url.startswith(("file:///", "/")):
        raise SettingsError(
            f"MINUTA_STORAGE_URL must name a folder, like file:///srv/minuta/files, not {url!r}:"
            " files are kept on this machine only so far"
        )
    return url


def _own_secret(instance_dir: Path) -> str:
    """A secret made once for this instance, so that no default secret exists."""
    path = instance_dir / "secret_key"
    if not path.exists():
        instance_dir.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=instance_dir, prefix="secret_key.")
        with os.fdopen(descriptor, "w") as file:
            file.write(os.urandom(32).hex())
        # Web and worker may both start for the first time: the secret of the first one holds for both.
        with suppress(FileExistsError):
            os.link(temporary, path)
        Path(temporary).unlink()
    return path.read_text().strip()
