"""Every table of Minuta, known once this module is imported."""

from sqlmodel import SQLModel

from app.accounts import models as accounts
from app.delivery import models as delivery
from app.proposals import models as proposals

TABLES = (accounts, delivery, proposals)
metadata = SQLModel.metadata
