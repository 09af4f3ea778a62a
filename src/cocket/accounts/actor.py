"""Whoever asks for something: known before anything is read or written for him."""

from dataclasses import dataclass, field

from cocket.accounts.role import OrganisationKind, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a role of an organisation. ``person`` and ``organisation`` are the short names that they are kept
    under ("li.wei", "jl-mag"), ``name`` and ``organisation_name`` those that people read; ``via`` says from where:
    "command line", or an address and the token's own short name, never the token. ``stated``: no accounts are kept
    here, so that nobody was asked who he is, and every row is there for him; see `entry.anyone`."""

    person: str
    name: str
    organisation: str
    organisation_name: str
    kind: OrganisationKind
    role: Role
    via: str
    stated: bool = field(default=False, compare=False)

    @property
    def signed(self) -> str:
        """Who acts, as it is written beside what he did: ``li.wei@jl-mag:applicant``."""
        return f"{self.person}@{self.organisation}:{self.role}"
