"""How often one address may post to the clients' pages."""

from collections import deque
from threading import Lock
from time import monotonic

WINDOW_SECONDS = 600
MAX_POSTS = 30
MAX_SUBJECTS = 10_000


class PostLimit:
    """A sliding window a subject, kept in this process."""

    def __init__(self, *, posts: int = MAX_POSTS, seconds: float = WINDOW_SECONDS) -> None:
        self._posts = posts
        self._seconds = seconds
        self._lock = Lock()
        self._seen: dict[str, deque[float]] = {}

    def allows(self, subject: str, moment: float | None = None) -> bool:
        """Count a post; False when there were too many."""
        moment = monotonic() if moment is None else moment
        with self._lock:
            if subject not in self._seen and len(self._seen) >= MAX_SUBJECTS:
                self._seen.pop(next(iter(self._seen)))
            times = self._seen.setdefault(subject, deque())
            while times and times[0] <= moment - self._seconds:
                times.popleft()
            if len(times) >= self._posts:
                return False
            times.append(moment)
            return True
