"""What a client may answer."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Form, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

MIN_NAME_CHARACTERS = 2


def _stripped(value: str | None) -> str:
    return (value or "").strip()


class AcceptForm(Form):
    """Yes, with a typed name and a tick."""

    name = StringField(
        _l("Your name and surname"),
        [
            DataRequired(_l("Type your name: it stands in place of a signature.")),
            Length(min=MIN_NAME_CHARACTERS, max=200, message=_l("Type your full name.")),
        ],
        filters=[_stripped],
    )
    agreed = BooleanField(
        _l("I accept this proposal on behalf of the company"),
        [DataRequired(_l("Tick this to accept."))],
    )


class DeclineForm(Form):
    """No, and why."""

    reason = TextAreaField(
        _l("What did not fit?"),
        [
            # Programs that look through mail press buttons, too: an answer needs something typed.
            DataRequired(_l("Say in a few words what did not fit.")),
            Length(max=2000, message=_l("At most 2,000 characters.")),
        ],
        filters=[_stripped],
    )
