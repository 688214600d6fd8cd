"""Wires the web application: instance, guards, languages, pages."""

import logging
import os
from collections.abc import Mapping

from flask import Flask
from flask_babel import Babel
from jinja2 import StrictUndefined

from app import cli
from app.accounts import admin as accounts_admin
from app.accounts import views as accounts_views
from app.accounts.session import load_user
from app.catalog import views as catalog_views
from app.catalog.published import UnknownCatalogueError
from app.delivery.mailbox import UnknownMailError
from app.desk import call_pictures, call_views, leads, mail, proposal_actions
from app.desk import settings as settings_pages
from app.instance import EXTENSION, open_instance
from app.personalization.service import check_content
from app.proposals.service import UnknownProposalError
from app.public import views as public
from app.rendering.problems import RenderingError
from app.sandbox import SandboxCrashError, SandboxTimeoutError
from app.settings import Settings, load_settings
from app.storage import MissingFileError
from app.web import errors, health
from app.web.assets import serve_assets
from app.web.formats import add_filters
from app.web.logs import keep_tokens_out
from app.web.requests import DEFAULT_LANGUAGE, LANGUAGE_NAMES, current_language, current_user
from app.web.security import guard

BLUEPRINTS = (
    health.bp,
    accounts_views.bp,
    accounts_admin.bp,
    catalog_views.bp,
    public.bp,
    call_views.bp,
    call_pictures.bp,
    proposal_actions.bp,
    leads.bp,
    settings_pages.bp,
    mail.bp,
)

ERRORS: Mapping[type[Exception], int] = {
    UnknownCatalogueError: 404,
    UnknownProposalError: 404,
    UnknownMailError: 404,
    MissingFileError: 404,
    RenderingError: 500,
    SandboxTimeoutError: 503,
    SandboxCrashError: 503,
}
"""What our own errors mean to a browser where no view expects them."""


def create_app(settings: Settings | None = None) -> Flask:
    """The web application for these settings, by default those of the environment."""
    settings = settings or load_settings(os.environ)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = Flask("app")
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions[EXTENSION] = open_instance(settings)
    app.config.update(BABEL_DEFAULT_LOCALE=DEFAULT_LANGUAGE, BABEL_TRANSLATION_DIRECTORIES="translations")
    app.config[catalog_views.CHECKS] = (check_content,)
    app.before_request(load_user)
    guard(app, settings)
    Babel(app, locale_selector=current_language)
    serve_assets(app)
    add_filters(app)
    errors.handle_errors(app, ERRORS)
    keep_tokens_out(app)
    app.context_processor(_page_context)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    cli.register(app)
    return app


def _page_context() -> dict[str, object]:
    return {
        "current_user": current_user(),
        "current_language": current_language(),
        "language_names": LANGUAGE_NAMES,
    }
