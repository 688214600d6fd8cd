"""The command line, through `flask`."""

from flask import Flask

from app.cli.calculators import calculator
from app.cli.catalogues import catalog
from app.cli.mails import outbox
from app.cli.proposals import proposal
from app.cli.setting_up import root, user


def register(app: Flask) -> None:
    """Add every command to the application."""
    for group in (catalog, calculator, outbox, proposal, user, *root.commands.values()):
        app.cli.add_command(group)
