"""The three roles of people who sign in."""

from enum import StrEnum

from app.problems import N_


class Role(StrEnum):
    """What a person may do: a lead is the head of sales and sees margins; an admin also sets things up."""

    MANAGER = "manager"
    LEAD = "lead"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        """The role's English name, a msgid of the catalogues."""
        return ROLE_LABELS[self]

    @property
    def sees_margin(self) -> bool:
        """Whether costs and margins may be shown."""
        return self is not Role.MANAGER

    @property
    def sees_everyone(self) -> bool:
        """Whether proposals of other people may be seen."""
        return self is not Role.MANAGER


ROLE_LABELS = {
    Role.MANAGER: N_("Manager"),
    Role.LEAD: N_("Head of sales"),
    Role.ADMIN: N_("Administrator"),
}
