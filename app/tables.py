"""Every table of Minuta, known once this module is imported."""

from sqlmodel import SQLModel

from app.accounts import models as accounts
from app.catalog import models as catalog
from app.delivery import models as delivery
from app.leads import models as leads
from app.proposals import models as proposals
from app.rendering import models as rendering

TABLES = (accounts, catalog, delivery, leads, proposals, rendering)
metadata = SQLModel.metadata
