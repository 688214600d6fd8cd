"""Signed slips for the client's page: they show that a form or a beacon came from that page.

The page sets no cookie, so the slip is bound to the page's own secret token.
"""

from itsdangerous import BadSignature, URLSafeTimedSerializer

MAX_AGE_SECONDS = 7 * 24 * 60 * 60
ANSWER = "answer"
SEEN = "seen"


class Tickets:
    """Makes and checks slips with the instance's secret."""

    def __init__(self, secret_key: str) -> None:
        self._serializer = URLSafeTimedSerializer(secret_key, salt="public-page")

    def issue(self, purpose: str, token: str, revision: int) -> str:
        """A slip for one purpose on one client's page."""
        return self._serializer.dumps([purpose, token, revision])

    def check(self, slip: str, purpose: str, token: str) -> int | None:
        """The revision that the page showed; None for a slip that is forged, foreign or too old."""
        try:
            found, page, revision = self._serializer.loads(slip, max_age=MAX_AGE_SECONDS)
        except (BadSignature, ValueError, TypeError):
            return None
        return int(revision) if (found, page) == (purpose, token) else None
