"""``cocket law test``: the law against worked cases, its own or those of a file."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.check.cases import CaseResult
    from cocket.check.checker import Checker


@click.command("test", help=help_on("law.test"))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@with_language
def law_test(file: Path | None, words: Words) -> int:
    from cocket.cli.opening import open_checker

    if file is None:
        return test_law(open_checker(), words)
    from cocket.check.case_file import read_cases
    from cocket.check.cases import run_case

    cases = read_cases(file)
    checker = open_checker()
    return print_results((run_case(checker, case) for case in cases), words)


def test_law(checker: "Checker", words: Words) -> int:
    from cocket.check.law_tests import run_law_tests

    passed = failed = 0
    for result in run_law_tests(checker):
        passed, failed = passed + result.passed, failed + (not result.passed)
        if not result.passed:
            click.echo(f"{result.instrument}: {result.name}: {'; '.join(result.differences)}")
    click.echo(words.say("law.test.end", passed=passed, failed=failed))
    return 1 if failed else 0


def print_results(results: Iterable["CaseResult"], words: Words) -> int:
    """One line for each failure and each case whose law is missing; the count stands at the very end."""
    passed = failed = waiting = 0
    ignored: dict[str, list[str]] = {}
    for result in results:
        for key in result.ignored:
            ignored.setdefault(key, []).append(result.id)
        if result.missing:
            waiting += 1
            missing = ", ".join(result.missing)
            click.echo(words.say("law.test.missing", id=result.id, missing=missing, got=result.got))
            continue
        passed, failed = passed + result.passed, failed + (not result.passed)
        if not result.passed:
            click.echo(f"{result.id}: {in_order(result)}")
    for key, ids in ignored.items():
        click.echo(words.say("law.test.ignored", key=key, ids=", ".join(ids)))
    if waiting:
        click.echo(words.say("law.test.waiting", count=waiting))
    click.echo(words.say("law.test.end", passed=passed, failed=failed))
    return 1 if failed else 0


def in_order(result: "CaseResult") -> str:
    """``expected X got Y`` first, whatever else differs."""
    headline = f"expected {result.expected} got {result.got}"
    others = [one for one in result.differences if one != headline]
    return "; ".join((headline, *others))
