"""Organisations, people and their roles: added, given, taken; each change with its entry in the audit."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction

from cocket.accounts import audit
from cocket.accounts.access import access_change, access_row
from cocket.accounts.actor import Actor
from cocket.accounts.errors import AccountError
from cocket.accounts.faults import told
from cocket.accounts.models import (
    NAME_LENGTH_MAX,
    SHORT_LENGTH_MAX,
    MembershipRecord,
    OrganisationRecord,
    PersonRecord,
)
from cocket.accounts.role import ROLES_OF, OrganisationKind, Role
from cocket.accounts.words import wrong

PASSWORD_LENGTH_MIN: Final = 12
_SHORT: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Organisation:
    """``name_zh`` and ``register_number`` "" where there is none. ``province``: of an exporter, the organisation that
    it files with; "" as long as nobody said so, and then no checker sees its cases."""

    short: str
    kind: OrganisationKind
    name: str
    name_zh: str = ""
    register_number: str = ""
    province: str = ""


def add_organisation(actor: Actor, wanted: Organisation, moment: datetime) -> None:
    """Raises NotAllowed, or AccountError for a name that is none or is taken."""
    access_change(actor, OrganisationRecord, "add")
    refuse_short(wanted.short)
    for key, text in (("name", wanted.name), ("name_zh", wanted.name_zh), ("register_number", wanted.register_number)):
        refuse_name(key, text, empty=key != "name")
    data = {
        "short": wanted.short,
        "kind": wanted.kind.value,
        "name": wanted.name,
        "name_zh": wanted.name_zh,
        "register_number": wanted.register_number,
    }
    if wanted.province:
        data["province_id"] = wanted.province
    with told(changing=True):
        try:
            with transaction.atomic():
                if wanted.province:
                    _refuse_no_province(actor, wanted.kind, wanted.province)
                OrganisationRecord.objects.create(**data)
                audit.record(actor, f"organisation/{wanted.short}", "add", {}, data, moment)
        except IntegrityError:
            raise _taken("organisation", wanted.short) from None


def set_province(actor: Actor, exporter: str, province: str, moment: datetime) -> None:
    """Where an exporter files from now on; its cases go there with it, those under way too."""
    access_change(actor, OrganisationRecord, "province")
    with told(changing=True), transaction.atomic():
        row = access_row(actor, OrganisationRecord, exporter, lock=True)
        _refuse_no_province(actor, OrganisationKind(row.kind), province)
        before, row.province_id = row.province_id, province
        row.save(update_fields=("province",))
        subject = f"organisation/{exporter}"
        audit.record(actor, subject, "set province", {"province": before}, {"province": province}, moment)


def _refuse_no_province(actor: Actor, kind: OrganisationKind, province: str) -> None:
    if kind is not OrganisationKind.EXPORTER:
        raise AccountError(*wrong("no_province_for", kind=kind), "province")
    if access_row(actor, OrganisationRecord, province).kind != OrganisationKind.PROVINCE.value:
        raise AccountError(*wrong("no_province", province=province), "province")


def add_person(actor: Actor, short: str, name: str, organisation: str, moment: datetime) -> None:
    """``organisation``: where the person is at home, whose administrator keeps it."""
    access_change(actor, PersonRecord, "add")
    refuse_short(short)
    refuse_name("name", name)
    with told(changing=True):
        try:
            with transaction.atomic():
                access_row(actor, OrganisationRecord, organisation)
                PersonRecord.objects.create(short=short, name=name, home_id=organisation)
                after = {"short": short, "name": name, "home": organisation}
                audit.record(actor, f"person/{short}", "add", {}, after, moment)
        except IntegrityError:
            raise _taken("person", short) from None


def give_role(actor: Actor, person: str, organisation: str, role: Role, moment: datetime) -> None:
    """Raises AccountError where an organisation of that kind has no such role. Given twice is given once."""
    _turn(actor, person, organisation, role, moment, active=True)


def take_role(actor: Actor, person: str, organisation: str, role: Role, moment: datetime) -> None:
    """The tokens of this role let nobody in from now on."""
    _turn(actor, person, organisation, role, moment, active=False)


def _turn(actor: Actor, person: str, organisation: str, role: Role, moment: datetime, *, active: bool) -> None:
    verb = "give" if active else "take"
    access_change(actor, MembershipRecord, verb)
    with told(changing=True), transaction.atomic():
        # locked, so that two who give and take at once come one after the other
        home = access_row(actor, OrganisationRecord, organisation, lock=True)
        access_row(actor, PersonRecord, person)
        kind = OrganisationKind(home.kind)
        if role not in ROLES_OF[kind]:
            of = {"organisation": organisation, "kind": kind, "role": role}
            raise AccountError(*wrong("kind_without_role", roles=tuple(ROLES_OF[kind]), **of), "role")
        found = MembershipRecord.objects.filter(person_id=person, organisation_id=organisation, role=role.value).first()
        if active:
            _refuse_two_parts(person, organisation, role)
        if not active and (found is None or not found.active):
            of = {"person": person, "role": role, "organisation": organisation}
            raise AccountError(*wrong("not_taken", **of), "role")
        if active and found is not None and found.active:
            return
        keys = {"person_id": person, "organisation_id": organisation, "role": role.value}
        MembershipRecord.objects.update_or_create(**keys, defaults={"active": active})
        said = {"organisation": organisation, "role": role.value}
        before = {**said, "active": found is not None and found.active}
        audit.record(actor, f"person/{person}", f"{verb} role", before, {**said, "active": active}, moment)


def _refuse_two_parts(person: str, organisation: str, role: Role) -> None:
    """Whoever gives roles has no part in what they are for: else it could make itself the second pair of eyes."""
    held = set(
        MembershipRecord.objects.filter(person_id=person, organisation_id=organisation, active=True).values_list(
            "role", flat=True
        )
    )
    if held - {role.value} and Role.ADMINISTRATOR.value in {role.value, *held}:
        of = {"person": person, "organisation": organisation}
        raise AccountError(*wrong("two_parts", roles=tuple(sorted(held)), **of), "role")


def set_password(actor: Actor, person: str, password: str, moment: datetime) -> None:
    """Kept as Django's hasher writes it. Its hashers alone are used: AbstractBaseUser would bring the tables of
    Django's own groups and permissions, a second policy beside the one that is published."""
    access_change(actor, PersonRecord, "password")
    if len(password) < PASSWORD_LENGTH_MIN:
        raise AccountError(*wrong("short_password", least=PASSWORD_LENGTH_MIN), "password")
    kept = make_password(password)
    with told(changing=True), transaction.atomic():
        row = access_row(actor, PersonRecord, person, lock=True)
        before = {"has_password": bool(row.password)}
        row.password = kept
        row.save(update_fields=("password",))
        audit.record(actor, f"person/{person}", "set password", before, {"has_password": True}, moment)


def password_fits(person: str, password: str) -> bool:
    """Takes as long for somebody who is not there, so that nobody can find out who is."""
    with told():
        row = PersonRecord.objects.filter(pk=person).exclude(password="").first()
    return bool(check_password(password, row.password if row else make_password(None)))


def refuse_short(short: str) -> None:
    if len(short) > SHORT_LENGTH_MAX or not _SHORT.fullmatch(short):
        raise AccountError(*wrong("no_short_name", text=short[:60], most=SHORT_LENGTH_MAX), "short")


def refuse_name(key: str, text: str, *, empty: bool = False) -> None:
    if not (text.strip() or (empty and not text)) or not text.isprintable() or len(text) > NAME_LENGTH_MAX:
        raise AccountError(*wrong("no_name", text=text[:60], most=NAME_LENGTH_MAX), key)


def _taken(what: str, short: str) -> AccountError:
    return AccountError(*wrong(f"{what}_taken", short=short), "short")


def any_accounts() -> bool:
    """Whether accounts are kept here at all: then nobody acts who is only stated."""
    with told():
        found: bool = OrganisationRecord.objects.exists()
    return found


def with_role(role: Role) -> list[str]:
    """The short names of the organisations in which somebody has that role now, in their order."""
    with told():
        held = MembershipRecord.objects.filter(role=role.value, active=True).values_list("organisation_id", flat=True)
        return sorted(set(held))
