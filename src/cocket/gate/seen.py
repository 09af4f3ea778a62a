"""The gate for whoever asks: the policy first, then the gate. Faces declare, show and look up through here.

Whose a declaration is the gate knows from the licences under which all its lines are declared, where the exporter that
it names is their holder. A declaration that names no licence for a line names an exporter as anybody may write it: that
is nobody's own, and only who sees all declarations sees it.
"""

import json
from datetime import date

from cocket.accounts.access import access_verb
from cocket.accounts.actor import Actor
from cocket.accounts.policy import READ, Scope
from cocket.gate.compare import same_party
from cocket.gate.declaration import Declaration
from cocket.gate.event import Event
from cocket.gate.receipt import Receipt
from cocket.gate.service import Gate, unknown
from cocket.gate.store import Step
from cocket.gate.stored import declaration_from
from cocket.licensing.records.finding import licences_for

RESOURCE = "declaration"


def declare_for(actor: Actor, gate: Gate, declaration: Declaration, today: date) -> Receipt:
    """Raises NotAllowed, as all here do, and what the gate raises."""
    access_verb(actor, RESOURCE, "declare")
    return gate.declare(declaration, today, entered_by(actor))


def event_for(actor: Actor, gate: Gate, number: str, event: Event, today: date) -> Receipt:
    access_verb(actor, RESOURCE, "event")
    return gate.event(number, event, today, entered_by(actor))


def history_for(actor: Actor, gate: Gate, number: str) -> list[Step]:
    """A declaration that is somebody else's is told like one that was never made."""
    scope = access_verb(actor, RESOURCE, READ)
    steps = gate.history(number)
    if scope is Scope.ALL or (scope is Scope.OWN and _own(actor, steps[0])):
        return steps
    raise unknown(number)


def refuse_verifying(actor: Actor) -> None:
    access_verb(actor, RESOURCE, "verify")


def entered_by(actor: Actor) -> str:
    """As the receipt has it: "" where nobody is asked who he is."""
    return "" if actor.stated else actor.signed


def _own(actor: Actor, first: Step) -> bool:
    declaration = declaration_from(json.loads(first.content))
    named = {line.licence for line in declaration.lines}
    exporter = declaration.parties.get("exporter", "")
    holders = [licence.holder for licence in licences_for(actor, named)]
    return len(holders) == len(named) and all(
        any(same_party(exporter, name) is True for name in (holder.name, *holder.also)) for holder in holders
    )
