"""Rows as a role may see them. A model says what it is (``RESOURCE``, a name of the policy table) and how a scope
becomes a filter (``ACCESS``: a scope's name to the field that must hold the actor's organisation, or to a function of
the actor that gives a Q). A scope that a model does not know yields no row."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed, NotThere
from cocket.accounts.policy import READ, Scope, scope_of, who_may

Way = str | Callable[[Actor], Q]


def holding_register_number(field: str) -> Callable[[Actor], Q]:
    """Rows in whose ``field`` stands the register number of the actor's organisation. One without a number has none:
    a name is nobody's own, and an empty number is no number."""

    def way(actor: Actor) -> Q:
        from cocket.accounts.models import OrganisationRecord  # the models name this function

        own = OrganisationRecord.objects.filter(pk=actor.organisation).exclude(register_number="")
        return Q(**{f"{field}__in": own.values("register_number")})

    return way


def filed_in_province(field: str) -> Callable[[Actor], Q]:
    """Rows in whose ``field`` stands an exporter that files with the actor's organisation."""

    def way(actor: Actor) -> Q:
        from cocket.accounts.models import OrganisationRecord

        filing = OrganisationRecord.objects.filter(province_id=actor.organisation)
        return Q(**{f"{field}__in": filing.values("short")})

    return way


def access_rows(actor: Actor, model: type[Model], verb: str = READ) -> QuerySet[Any]:
    """The rows that this role may see, or on which it may do ``verb``; none where it may do so on none."""
    scope = _scope(actor, _resource(model), verb)
    rows: QuerySet[Any] = model._default_manager.all()
    if scope is Scope.ALL:
        return rows
    way: Way | None = getattr(model, "ACCESS", {}).get(scope.value)
    if way is None or not actor.organisation:
        return rows.none()
    if isinstance(way, str) and "__" not in way:
        return rows.filter(**{way: actor.organisation})
    wanted = way(actor) if callable(way) else Q(**{way: actor.organisation})
    # by key, so that a row which several rows of another table lead to comes once and can still be locked
    return rows.filter(pk__in=model._default_manager.filter(wanted).values("pk"))


def access_row(actor: Actor, model: type[Model], key: object, *, lock: bool = False) -> Any:  # noqa: ANN401  # a row of the model
    """``lock`` inside a transaction only. Raises NotThere, in the same words for absent and for invisible."""
    rows = access_rows(actor, model)
    if isinstance(key, str) and not key.isprintable():  # a database may refuse such a text instead of not finding it
        raise not_there(_resource(model), key)
    try:
        found = (rows.select_for_update() if lock else rows).filter(pk=key).first()
    except (ValueError, ValidationError):  # no key of that table
        found = None
    if found is None:
        raise not_there(_resource(model), key)
    return found


def access_change(actor: Actor, model: type[Model], verb: str, row: Model | None = None) -> None:
    """Raises NotAllowed where the role may not do it at all, or not with this ``row``; without a row only the role is
    asked. A row that the actor may not even see raises NotThere."""
    resource = _resource(model)
    access_verb(actor, resource, verb)
    if row is None or access_rows(actor, model, verb).filter(pk=row.pk).exists():
        return
    if access_rows(actor, model).filter(pk=row.pk).exists():
        raise not_allowed(actor, resource, verb)
    raise not_there(resource, row.pk)


def access_verb(actor: Actor, resource: str, verb: str) -> Scope:
    """On which rows the role may do it; raises NotAllowed where on none. For what is kept in no model of its own."""
    scope = _scope(actor, resource, verb)
    if scope is Scope.NONE:
        raise not_allowed(actor, resource, verb)
    return scope


def _scope(actor: Actor, resource: str, verb: str) -> Scope:
    scope = scope_of(actor.role, resource, verb)
    if not actor.stated:
        return scope
    # nobody is asked who he is; yet who says for whom he acts keeps to what is that organisation's
    return Scope.OWN if scope is Scope.OWN and actor.organisation else Scope.ALL


def not_there(resource: str, key: object) -> NotThere:
    return NotThere(
        f"There is no {resource} {str(key)[:60]!r}", "Check the name; you see only what your role may", "key"
    )


def not_allowed(actor: Actor, resource: str, verb: str) -> NotAllowed:
    may = ", ".join(who_may(resource, verb)) or "nobody"
    what = f"The role {actor.role} of {actor.organisation or 'no organisation'} may not {verb} this {resource}"
    return NotAllowed(what, f"Who may: {may}, each within what it sees")


def _resource(model: type[Model]) -> str:
    # a model without one is a mistake: AttributeError, and nobody is let through
    resource: str = model.RESOURCE
    return resource
