"""The profile form, to and from a person's account."""

from flask_babel import gettext as _

from app.accounts.forms import ProfileForm
from app.accounts.models import User
from app.accounts.portraits import UnusablePortraitError, portrait_jpeg
from app.accounts.service import change_user
from app.instance import Instance
from app.web.requests import LANGUAGE_NAMES


def fill_profile(form: ProfileForm, user: User) -> None:
    """Show what is stored."""
    form.name.data = user.name
    form.phone.data = user.phone
    form.language.data = user.language
    for language in LANGUAGE_NAMES:
        form[f"name_{language}"].data = user.names.get(language, "")
        form[f"position_{language}"].data = user.positions.get(language) or user.positions.get("", "")


def save_profile(instance: Instance, user: User, form: ProfileForm) -> bool:
    """Store a valid form; False, with an error at the field, when the portrait cannot be used."""
    changes: dict[str, object] = {
        "name": form.name.data,
        "phone": form.phone.data,
        "language": form.language.data,
        "names": _texts(form, "name"),
        "positions": _texts(form, "position"),
    }
    upload = form.portrait.data.read() if form.portrait.data else b""
    if upload:
        try:
            changes["portrait"] = instance.storage.put(portrait_jpeg(upload))
        except UnusablePortraitError:
            form.portrait.errors = [_("This picture cannot be used. Take a JPEG, PNG or WebP up to 12 MB.")]
            return False
    elif form.remove_portrait.data:
        changes["portrait"] = None
    change_user(instance.database, user.id or 0, changes)
    return True


def _texts(form: ProfileForm, name: str) -> dict[str, str]:
    return {lang: form[f"{name}_{lang}"].data for lang in LANGUAGE_NAMES if form[f"{name}_{lang}"].data}
