"""Settings for administrators: how this instance is set up, and whose brand each catalogue carries."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.catalog.model import Catalogue
from app.catalog.published import catalogue_list, published_catalogue
from app.instance import current_instance
from app.roles import Role
from app.web.requests import requires

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("")
@requires(Role.ADMIN)
def index() -> ResponseReturnValue:
    """What the instance runs on, and the brands."""
    instance = current_instance()
    return render_template("settings/index.html", catalogues=_catalogues(), settings=instance.settings)


def _catalogues() -> list[Catalogue]:
    with current_instance().database.session() as session:
        return [published_catalogue(session, summary.key) for summary in catalogue_list(session)]
