"""The form that takes a workbook."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField
from wtforms.validators import DataRequired

REQUIRED = DataRequired(_l("Choose an .xlsx workbook, or a .zip with it and its pictures."))


class UploadForm(FlaskForm):
    """A workbook, and whether it is to be published at once."""

    file = FileField(_l("Workbook"), [REQUIRED])
    catalogue = HiddenField()
    publish = BooleanField(_l("Publish at once if nothing is wrong"))
