"""What the gate needs to know of licences, whoever keeps them."""

from typing import Protocol

from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reports import Reported


class Licences(Protocol):
    def load(self, number: str) -> Licence:
        """As it stands now; raises UnknownLicence where none was issued under the number."""

    def reported(self, number: str) -> Reported:
        """What its holder has reported so far."""

    def settle(self, number: str, declaration: str) -> None:
        """Goods of the declaration went out under a single licence, whose rest lapses (Decree 792 Art. 15), or found
        nothing left of one: its status follows. The gate does not lean on it, and it may come more than once."""
