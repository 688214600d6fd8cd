"""E-mail addresses as mail servers take them."""

from email_validator import EmailNotValidError, validate_email


def mailable(email: str | None) -> str | None:
    """The address in the form to send to, its domain in ASCII; None for what is no address.

    Letters other than Latin may stay before the @; not every server takes those.
    """
    try:
        found = validate_email(email or "", check_deliverability=False)
    except EmailNotValidError:
        return None
    return found.ascii_email or f"{found.local_part}@{found.ascii_domain}"
