"""What we say of an attempt where no mail server says anything; kept in English, shown in any language."""

from collections.abc import Callable

from app.problems import N_

WRITTEN_TO_DISK = N_("written to disk: no mail server is set")
NOT_BUILT = N_("the mail could not be put together; the log says why")
NO_FOREIGN_ADDRESSES = N_("the mail server does not take addresses with letters other than Latin ones")
NO_KNOWN_LOGIN = N_("the mail server offers no login that we know")
BAD_ADDRESS_OF_SERVER = N_("MINUTA_SMTP_URL must look like smtp://user:password@host:587 or smtps://…")
REPLACED = N_("a newer revision goes out instead")
OURS = frozenset(
    {WRITTEN_TO_DISK, NOT_BUILT, NO_FOREIGN_ADDRESSES, NO_KNOWN_LOGIN, BAD_ADDRESS_OF_SERVER, REPLACED}
)


def told(words: str, translate: Callable[[str], str]) -> str:
    """Our own words in the reader's language, the server's as they are."""
    return translate(words) if words in OURS else words
