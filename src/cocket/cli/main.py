"""Entry point of the command: finds the subcommand, and turns every expected fault into one clear line."""

import importlib
import os
import sys

import click

from cocket import __version__
from cocket.cli.words import Words, help_on, message_of, spoken

BAD_INPUT = 2
INTERRUPTED = 130  # what a shell reports for a process that Ctrl-C ended
PIPE_CLOSED = 141  # likewise for one whose reader went away: never 0, which would mean "may go"


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are called: ``commands`` is name -> module:function."""

    def __init__(self, *, lazy: dict[str, str], **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # handed on to click as they came
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click hands it over
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.lazy:
            return None
        module, _, function = self.lazy[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command)
        return command


law = LazyGroup(
    name="law",
    help=help_on("law"),
    lazy={
        "list": "cocket.cli.law_list:law_list",
        "show": "cocket.cli.law_show:law_show",
        "timeline": "cocket.cli.law_timeline:law_timeline",
        "diff": "cocket.cli.law_diff:law_diff",
        "test": "cocket.cli.law_test:law_test",
        "new": "cocket.cli.law_new:law_new",
        "stale": "cocket.cli.law_stale:law_stale",
        "pages": "cocket.cli.law_pages:law_pages",
    },
)

proof = LazyGroup(name="proof", help=help_on("proof"), lazy={"check": "cocket.cli.proof_check:proof_check"})

lists = LazyGroup(
    name="lists",
    help=help_on("lists"),
    lazy={
        "import": "cocket.cli.lists:import_list",
        "show": "cocket.cli.lists:show",
        "changes": "cocket.cli.lists:changes",
    },
)

ledger = LazyGroup(
    name="ledger",
    help=help_on("ledger"),
    lazy={"verify": "cocket.cli.ledger:ledger_verify", "seal": "cocket.cli.ledger:ledger_seal"},
)

licence = LazyGroup(
    name="licence",
    help=help_on("licence"),
    lazy={
        "issue": "cocket.cli.licence:licence_issue",
        "list": "cocket.cli.licence:licence_list",
        "show": "cocket.cli.licence:licence_show",
        "suspend": "cocket.cli.licence:licence_suspend",
        "resume": "cocket.cli.licence:licence_resume",
        "revoke": "cocket.cli.licence:licence_revoke",
        "expire": "cocket.cli.licence:licence_expire",
        "amend": "cocket.cli.licence_amending:licence_amend",
        "keep": "cocket.cli.licence_amending:licence_keep",
        "replace": "cocket.cli.licence_amending:licence_replace",
        "surrender": "cocket.cli.licence_amending:licence_surrender",
        "watch": "cocket.cli.licence_watch:licence_watch",
        "reports": "cocket.cli.licence_reports:licence_reports",
        "report": "cocket.cli.licence_reports:licence_report",
    },
)

gate = LazyGroup(
    name="gate",
    help=help_on("gate"),
    lazy={
        "declare": "cocket.cli.gate:gate_declare",
        "show": "cocket.cli.gate:gate_show",
        "event": "cocket.cli.gate:gate_event",
        "verify": "cocket.cli.gate:gate_verify",
    },
)

apply = LazyGroup(
    name="apply",
    help=help_on("apply"),
    lazy={
        "check": "cocket.cli.apply:apply_check",
        "new": "cocket.cli.apply_kept:apply_new",
        "edit": "cocket.cli.apply_kept:apply_edit",
        "show": "cocket.cli.apply_kept:apply_show",
        "list": "cocket.cli.apply_kept:apply_list",
        "file": "cocket.cli.apply_kept:apply_file",
        "attach": "cocket.cli.apply_documents:apply_attach",
        "detach": "cocket.cli.apply_documents:apply_detach",
        "documents": "cocket.cli.apply_documents:apply_documents",
        "open": "cocket.cli.apply_documents:apply_open",
        "invite": "cocket.cli.apply_certificate:apply_invite",
        "certificate": "cocket.cli.apply_certificate:apply_certificate",
    },
)

seal = LazyGroup(
    name="seal",
    help=help_on("seal"),
    lazy={"new": "cocket.cli.seal:seal_new", "renew": "cocket.cli.seal:seal_renew"},
)

decision = LazyGroup(
    name="decision",
    help=help_on("decision"),
    lazy={"show": "cocket.cli.decision:decision_show", "near": "cocket.cli.decision:decision_near"},
)

case = LazyGroup(
    name="case",
    help=help_on("case"),
    lazy={
        "table": "cocket.cli.case:case_table",
        "look": "cocket.cli.case:case_look",
        "whynot": "cocket.cli.case:case_whynot",
        "open": "cocket.cli.case_kept:case_open",
        "step": "cocket.cli.case_kept:case_step",
        "show": "cocket.cli.case_kept:case_show",
        "list": "cocket.cli.case_kept:case_list",
    },
)

webhook = LazyGroup(
    name="webhook",
    help=help_on("webhook"),
    lazy={
        "add": "cocket.cli.webhook:webhook_add",
        "list": "cocket.cli.webhook:webhook_list",
        "remove": "cocket.cli.webhook:webhook_remove",
        "deliver": "cocket.cli.webhook:webhook_deliver",
    },
)

account_organisation = LazyGroup(
    name="organisation",
    help=help_on("account.organisation"),
    lazy={
        "add": "cocket.cli.account:organisation_add",
        "list": "cocket.cli.account:organisation_list",
        "province": "cocket.cli.account:organisation_province",
    },
)

account_person = LazyGroup(
    name="person",
    help=help_on("account.person"),
    lazy={"add": "cocket.cli.account:person_add", "list": "cocket.cli.account:person_list"},
)

account_role = LazyGroup(
    name="role",
    help=help_on("account.role"),
    lazy={"give": "cocket.cli.account:role_give", "take": "cocket.cli.account:role_take"},
)

account = LazyGroup(
    name="account",
    help=help_on("account"),
    lazy={
        "organisation": "cocket.cli.main:account_organisation",
        "person": "cocket.cli.main:account_person",
        "role": "cocket.cli.main:account_role",
        "example": "cocket.cli.account:account_example",
    },
)

token = LazyGroup(
    name="token",
    help=help_on("token"),
    lazy={
        "new": "cocket.cli.token:token_new",
        "list": "cocket.cli.token:token_list",
        "revoke": "cocket.cli.token:token_revoke",
    },
)

audit = LazyGroup(
    name="audit",
    help=help_on("audit"),
    lazy={"show": "cocket.cli.audit:audit_show", "verify": "cocket.cli.audit:audit_verify"},
)

cocket = click.version_option(__version__, message="cocket %(version)s")(
    LazyGroup(
        name="cocket",
        help=help_on("cocket"),
        context_settings={"help_option_names": ["-h", "--help"]},
        lazy={
            "check": "cocket.cli.check:check",
            "why": "cocket.cli.why:why",
            "bom": "cocket.cli.bom:bom",
            "ask": "cocket.cli.ask:ask",
            "answer": "cocket.cli.answer:answer",
            "impact": "cocket.cli.impact:impact",
            "screen": "cocket.cli.screening:screen",
            "lists": "cocket.cli.main:lists",
            "law": "cocket.cli.main:law",
            "proof": "cocket.cli.main:proof",
            "apply": "cocket.cli.main:apply",
            "seal": "cocket.cli.main:seal",
            "case": "cocket.cli.main:case",
            "decision": "cocket.cli.main:decision",
            "replay": "cocket.cli.decision:replay",
            "stats": "cocket.cli.stats:stats",
            "licence": "cocket.cli.main:licence",
            "clock": "cocket.cli.clock:clock",
            "ledger": "cocket.cli.main:ledger",
            "serve": "cocket.cli.serve:serve",
            "gate": "cocket.cli.main:gate",
            "webhook": "cocket.cli.main:webhook",
            "account": "cocket.cli.main:account",
            "token": "cocket.cli.main:token",
            "audit": "cocket.cli.main:audit",
            "demo": "cocket.cli.demo:demo",
            "doctor": "cocket.cli.doctor:doctor",
        },
    )
)


def main() -> int:
    """Runs the command line of this process and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows its number instead of stopping halfway.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # Nothing here multiplies matrices, but threads that numpy keeps for it spin for a tenth of a second at its import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        # Not cocket.main(): it would turn a reader that went away into code 1, "needs a permit".
        with cocket.make_context("cocket", sys.argv[1:]) as context:
            code = cocket.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except OSError as error:
        drop_output()
        click.echo("cocket: " + Words(spoken(sys.argv[1:])).say("system.reports", error=error), err=True)
        return BAD_INPUT
    except Exception as error:
        message = fault_message(error)
        if message is None:
            raise
        click.echo(f"cocket: {message}", err=True)
        return BAD_INPUT
    return code if isinstance(code, int) else 0


def drop_output() -> None:
    """What is still buffered can go nowhere; without this Python complains about it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fault_message(error: Exception) -> str | None:
    """The sentence for a fault of the input, the files or the law; None for a fault of the program."""
    from cocket.accounts.errors import AccountError
    from cocket.check.tables import TableError
    from cocket.cli.faults import InputError
    from cocket.config.errors import ConfigError
    from cocket.determination.read_facts import FactError
    from cocket.gate.errors import GateError
    from cocket.law.errors import LawError
    from cocket.ledger.errors import LedgerError
    from cocket.licensing.cases.errors import CaseError
    from cocket.licensing.casework.errors import CaseworkError
    from cocket.licensing.clock.errors import ClockError
    from cocket.licensing.licences.errors import LicenceError
    from cocket.outbox.errors import OutboxError
    from cocket.reading.line import ReadingError
    from cocket.screening.lists.errors import ListError
    from cocket.wording.shapes import fact_told

    expected = (
        AccountError, CaseError, CaseworkError, ClockError, ConfigError, FactError, GateError, InputError, LawError,
        LedgerError, LicenceError, ListError, OutboxError, ReadingError, TableError,
    )  # fmt: skip
    if not isinstance(error, expected):
        return None
    fault = fact_told(error) if isinstance(error, FactError) else message_of(error)
    return Words(spoken(sys.argv[1:])).tell(fault)
