"""A token lets in who it was made for, as long as it holds; its secret is kept nowhere. On both databases."""

from datetime import timedelta

import pytest
from django.db import connection

from cocket.accounts import audit
from cocket.accounts.errors import AccountError, NoEntry, NotAllowed, NotThere
from cocket.accounts.people import (
    Organisation,
    add_organisation,
    give_role,
    password_fits,
    set_password,
    take_role,
)
from cocket.accounts.role import OrganisationKind, Role
from cocket.accounts.tokens import actor_of, new_token, revoke_token
from tests.accounts.cast import OPERATOR, actor, settle_in
from tests.ledger.trade import NOW

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def cast(database: str) -> None:
    settle_in()


def made(short: str = "t-1", days: int = 30) -> str:
    return new_token(actor("adam"), short, "alice", "jl-mag", Role.APPLICANT, days=days, moment=NOW)


def test_a_token_tells_who_acts_in_which_role_and_never_itself() -> None:
    secret = made()
    found = actor_of(secret, NOW, "127.0.0.1")
    assert (found.person, found.organisation, found.role) == ("alice", "jl-mag", Role.APPLICANT)
    assert found.via == "127.0.0.1, token t-1"
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'select * from "{table}"')
            assert secret not in str(cursor.fetchall()), table


def test_a_token_that_does_not_hold_lets_nobody_in() -> None:
    secret = made(days=1)
    assert actor_of(secret, NOW + DAY - timedelta(seconds=1), "x").person == "alice"
    with pytest.raises(NoEntry, match="expired"):
        actor_of(secret, NOW + DAY, "x")
    for strange in ("", secret[:-1], f"{secret} ", f"cocket_{'x' * 43}", "cocket_é"):
        with pytest.raises(NoEntry, match="not known"):
            actor_of(strange, NOW, "x")
    revoke_token(actor("adam"), "t-1", NOW)
    with pytest.raises(NoEntry, match="revoked"):
        actor_of(secret, NOW, "x")


def test_a_role_that_is_taken_takes_its_tokens() -> None:
    secret = made()
    take_role(actor("adam"), "alice", "jl-mag", Role.APPLICANT, NOW)
    with pytest.raises(NoEntry, match="role that was taken"):
        actor_of(secret, NOW, "x")


def test_an_administrator_makes_tokens_for_its_own_organisation_only() -> None:
    with pytest.raises(AccountError, match="charlie is not applicant of other-mag"):
        new_token(actor("adam"), "t-2", "charlie", "other-mag", Role.APPLICANT, days=1, moment=NOW)
    with pytest.raises(NotThere):
        give_role(actor("adam"), "ada", "jl-mag", Role.APPLICANT, NOW)
    with pytest.raises(NotAllowed):
        new_token(actor("alice"), "t-2", "alice", "jl-mag", Role.APPLICANT, days=1, moment=NOW)
    made("t-3")
    with pytest.raises(NotThere):
        revoke_token(actor("chris"), "t-3", NOW)


def test_no_organisation_gives_a_role_that_is_not_of_its_kind() -> None:
    with pytest.raises(AccountError, match="has no approver"):
        give_role(actor("adam"), "alice", "jl-mag", Role.APPROVER, NOW)
    with pytest.raises(AccountError, match="has no operator"):
        give_role(OPERATOR, "ada", "mofcom", Role.OPERATOR, NOW)


def test_a_short_name_is_given_once_and_looks_like_one() -> None:
    made()
    with pytest.raises(AccountError, match="there already"):
        made()
    with pytest.raises(AccountError, match="there already"):
        add_organisation(OPERATOR, Organisation("jl-mag", OrganisationKind.EXPORTER, "Again"), NOW)
    for short in ("", "A", "a b", "-a", "а", "a" * 41):
        with pytest.raises(AccountError, match="no short name"):
            add_organisation(OPERATOR, Organisation(short, OrganisationKind.EXPORTER, "X"), NOW)


def test_two_organisations_never_have_one_register_number() -> None:
    for short in ("a1", "a2"):
        add_organisation(OPERATOR, Organisation(short, OrganisationKind.EXPORTER, "Without a number"), NOW)
    add_organisation(OPERATOR, Organisation("b1", OrganisationKind.EXPORTER, "B", "", "91X"), NOW)
    with pytest.raises(AccountError, match="register number"):
        add_organisation(OPERATOR, Organisation("b2", OrganisationKind.EXPORTER, "B", "", "91X"), NOW)


def test_a_password_is_kept_as_a_hash() -> None:
    with pytest.raises(AccountError, match="too short"):
        set_password(actor("adam"), "alice", "short", NOW)
    set_password(actor("adam"), "alice", "a horse and a lamp", NOW)
    assert password_fits("alice", "a horse and a lamp")
    assert not password_fits("alice", "a horse and a lam")
    assert not password_fits("adam", "") and not password_fits("nobody", "x")


def test_each_change_of_accounts_is_in_the_audit() -> None:
    made()
    revoke_token(actor("adam"), "t-1", NOW)
    revoke_token(actor("adam"), "t-1", NOW)
    assert [one["verb"] for one in audit.entries_of(OPERATOR, "token/t-1")] == ["new", "revoke"]
    assert [one["verb"] for one in audit.entries_of(OPERATOR, "person/alice")] == ["add", "give role"]
    assert audit.verify(OPERATOR).holds


def test_who_gives_roles_has_no_other_in_its_organisation() -> None:
    """Else one person could handle a case, and give itself the approver's role for the second pair of eyes."""
    with pytest.raises(AccountError, match="an administrator has no other role there"):
        give_role(actor("adam"), "adam", "jl-mag", Role.APPLICANT, NOW)
    with pytest.raises(AccountError, match="alice is applicant of jl-mag"):
        give_role(actor("adam"), "alice", "jl-mag", Role.ADMINISTRATOR, NOW)
    take_role(actor("adam"), "alice", "jl-mag", Role.APPLICANT, NOW)
    give_role(actor("adam"), "alice", "jl-mag", Role.ADMINISTRATOR, NOW)
