"""What we use of Flask-WTF, which carries no types."""

from wtforms import Form
from wtforms.fields import HiddenField

class FlaskForm(Form):
    csrf_token: HiddenField
    def __init__(self, formdata: object = ..., **kwargs: object) -> None: ...
    def validate_on_submit(self) -> bool: ...
