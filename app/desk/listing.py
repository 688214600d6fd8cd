"""The list of proposals: what was asked for, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from app.accounts.service import user_list
from app.delivery.watch import latest_states
from app.desk.access import own_only
from app.proposals.models import Proposal
from app.proposals.service import PAGE_SIZE, Filters, find_proposals
from app.web.requests import as_row_number

PERIODS = {"7": 7, "30": 30, "90": 90, "365": 365}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked the list for, as it stands in the address."""

    q: str = ""
    status: str = ""
    manager: str = ""
    catalogue: str = ""
    period: str = ""
    page: int = 1

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> "Asked":
        """Read the address; what makes no sense is left out."""
        number = args.get("page", "1")
        return cls(
            q=args.get("q", "").strip()[:100],
            status=args.get("status", ""),
            manager=args.get("manager", ""),
            catalogue=args.get("catalogue", ""),
            period=args.get("period", "") if args.get("period") in PERIODS else "",
            page=max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1,  # noqa: PLR2004
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out of the list."""
        return bool(self.q or self.status or self.manager or self.catalogue or self.period)

    def address(self, page: int) -> dict[str, str]:
        """The address of another page of the same list."""
        asked = {
            "q": self.q,
            "status": self.status,
            "manager": self.manager,
            "catalogue": self.catalogue,
            "period": self.period,
            "page": str(page) if page > 1 else "",
        }
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list."""

    proposals: tuple[Proposal, ...]
    total: int
    page: int
    mail_states: Mapping[int, str]
    managers: Mapping[int, str]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE_SIZE))


def list_proposals(session: Session, asked: Asked, today: date) -> Listed:
    """What the person asked for and may see, newest first."""
    own = own_only()
    chosen = as_row_number(asked.manager)
    found = find_proposals(
        session,
        Filters(
            search=asked.q,
            status=asked.status,
            catalogue=asked.catalogue,
            manager_id=chosen if own is None else own,
            since=today - timedelta(days=PERIODS[asked.period]) if asked.period else None,
        ),
        offset=(asked.page - 1) * PAGE_SIZE,
    )
    ids = [proposal.id for proposal in found.proposals if proposal.id is not None]
    return Listed(
        proposals=found.proposals,
        total=found.total,
        page=asked.page,
        mail_states=latest_states(session, ids),
        managers={user.id: user.name for user in user_list(session) if user.id is not None},
    )
