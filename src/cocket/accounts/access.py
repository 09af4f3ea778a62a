"""Rows as a role may see them. A model says what it is (``RESOURCE``, a name of the policy table) and how a scope
becomes a filter (``ACCESS``: a scope's name to the field that must hold the actor's organisation, or to a way `Through`
the table of organisations). A scope that a model does not know yields no row."""

from abc import ABC, abstractmethod
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from cocket.accounts.actor import Actor
from cocket.accounts.errors import NotAllowed, NotThere
from cocket.accounts.policy import POLICY, READ, Scope, scope_of, who_may
from cocket.accounts.words import pieces, wrong


class Through(ABC):
    """A way from rows to an organisation that leads through the table of organisations, from either end."""

    def __init__(self, field: str) -> None:
        self.field = field

    @abstractmethod
    def rows_of(self, actor: Actor) -> Q:
        """The rows that are the actor's."""

    @abstractmethod
    def organisations(self, values: QuerySet[Any]) -> QuerySet[Any]:
        """The short names of the organisations whose rows have these ``values`` in the field."""


class HoldingRegisterNumber(Through):
    """Rows in whose field stands the register number of the actor's organisation. One without a number has none:
    a name is nobody's own, and an empty number is no number."""

    def rows_of(self, actor: Actor) -> Q:
        from cocket.accounts.models import OrganisationRecord  # the models name this class

        own = OrganisationRecord.objects.filter(pk=actor.organisation).exclude(register_number="")
        return Q(**{f"{self.field}__in": own.values("register_number")})

    def organisations(self, values: QuerySet[Any]) -> QuerySet[Any]:
        from cocket.accounts.models import OrganisationRecord

        holding = OrganisationRecord.objects.filter(register_number__in=values).exclude(register_number="")
        found: QuerySet[Any] = holding.values("short")
        return found


class FiledInProvince(Through):
    """Rows in whose field stands an exporter that files with the actor's organisation."""

    def rows_of(self, actor: Actor) -> Q:
        from cocket.accounts.models import OrganisationRecord

        filing = OrganisationRecord.objects.filter(province_id=actor.organisation)
        return Q(**{f"{self.field}__in": filing.values("short")})

    def organisations(self, values: QuerySet[Any]) -> QuerySet[Any]:
        from cocket.accounts.models import OrganisationRecord

        filing = OrganisationRecord.objects.filter(short__in=values, province__isnull=False)
        found: QuerySet[Any] = filing.values("province_id")
        return found


Way = str | Through


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
    wanted = way.rows_of(actor) if isinstance(way, Through) else Q(**{way: actor.organisation})
    # by key, so that a row which several rows of another table lead to comes once and can still be locked
    return rows.filter(pk__in=model._default_manager.filter(wanted).values("pk"))


def access_seers(model: type[Model], key: object, verb: str = READ) -> Q:
    """Who may see that row, or may do ``verb`` on it: a filter over rows of another table that name an ``organisation``
    and a ``role`` in it. The same as asking `access_rows` for each of them."""
    rows = model._default_manager.filter(pk=key)
    found = Q(pk__in=())
    for role, scope in POLICY[_resource(model)][verb].items():
        way: Way | None = getattr(model, "ACCESS", {}).get(scope.value)
        if scope is Scope.ALL:
            found |= Q(role=role.value)
        elif isinstance(way, Through):
            found |= Q(role=role.value, organisation__in=way.organisations(rows.values(way.field)))
        elif way is not None:
            found |= Q(role=role.value, organisation__in=rows.values(way))
    return found


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
    return NotThere(*wrong("not_there", resource=resource, key=str(key)[:60]), "key")


def not_allowed(actor: Actor, resource: str, verb: str) -> NotAllowed:
    may = tuple(who_may(resource, verb)) or pieces("nobody")
    of = {"role": actor.role, "organisation": actor.organisation or pieces("no_organisation")}
    return NotAllowed(*wrong("not_allowed", verb=verb, resource=resource, may=may, **of))


def _resource(model: type[Model]) -> str:
    # a model without one is a mistake: AttributeError, and nobody is let through
    resource: str = model.RESOURCE
    return resource
