"""``cocket demo``, ``cocket doctor`` and the start of the command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cocket import __version__
from cocket.cli.screen import shown_width
from tests.cli.command import ORDERS, cocket, environment


@pytest.fixture(autouse=True)
def nothing_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration leaves its database where temporary files go."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_demonstration_shows_the_morning_within_80_columns(lang: str) -> None:
    shown = cocket("demo", "--lang", lang, COLUMNS="80").stdout
    assert "\x1b" not in shown
    typed = ("orders", "http", "after-october.csv --", "demo.db")  # commands are not broken
    assert max(shown_width(line) for line in shown.splitlines() if not any(one in line for one in typed)) <= 92
    first = shown.partition("2025-10-09")[0]
    assert sum(bool(re.match(r"\d+ +PL", line)) for line in first.splitlines()) == 10
    later = [line for line in shown.splitlines() if "2026-11-1" in line]
    assert max(map(shown_width, later[:2])) <= 80
    assert "PLM-210" in shown.split("1. ", 1)[1]


def test_the_demonstration_says_how_things_stood_the_day_before() -> None:
    shown = cocket("demo").stdout
    row = next(line for line in shown.splitlines() if re.match(r"3 +PLM-205", line))
    assert re.search(r"free +licence needed +1C905\.a\.4", row)
    assert "in force since 2025-04-04" in shown


LATER = """\
1     PLR-801   ask a person  licence     ask a person  ask a person  unresolved
2     PLR-820   ask a person  licence     ask a person  licence       licence
3     PLM-340   free          licence     suspended     suspended     unresolved
4     PLM-205   licence       licence     licence       licence       licence
5     PLV-610   licence       licence     suspended     suspended     unresolved
6     PLV-620   free          licence     suspended     suspended     unresolved
7     PLM-101   free          free        free          free          free
"""


def test_the_demonstration_shows_what_october_announced_and_what_became_of_it() -> None:
    shown = cocket("demo").stdout
    assert "known on  2025-10-09    2025-10-09  2025-11-07    2026-11-10    2026-11-11\n" + LATER in shown
    assert shown.index("2025-04-04 ") < shown.index("9 October 2025")
    assert len(shown.splitlines()) <= 115  # four screens


CASE = """\
2026-03-02  C-2026-000001  paper-lantern  file
2026-03-03  C-2026-000001  zhejiang       send back: end-user-certificate
2026-03-02  C-2026-000002  paper-lantern  file
"""


def test_the_licences_of_the_border_come_of_a_case(tmp_path: Path) -> None:
    shown = cocket("demo").stdout
    assert CASE in shown
    assert "It took 33 of the law's 45 working days" in " ".join(shown.split())
    (database,) = tmp_path.glob("*/demo.db")
    address = f"sqlite:///{database}"
    assert "26-AA-100003" in cocket("decision", "show", "D-2026-000001", DATABASE_URL=address).stdout
    assert "arrival" in cocket("licence", "show", "26-AA-100003", code=1, DATABASE_URL=address).stdout


BORDER = """\
D-1  US  1260 kg   release  covered by licence 26-AA-100001
D-2  US  100 kg    refuse   licence 26-AA-100001 is done with its one export
D-3  VN  500 kg    refuse   quantity differs: declared 500 kg, wanted ≤ 480 kg
D-4  VN  480 kg    release  covered by licence 26-AA-100003
D-5  DE  400 kg    release  covered by licence 26-AG-200001
D-6  DE  400 kg    release  covered by licence 26-AG-200001
D-7  DE  400 kg    refuse   quantity: 400 kg declared, 200 kg left
D-8  FR  650 kg    hold     what is declared does not decide it
"""


def test_the_demonstration_ends_at_the_border_and_leaves_its_ledger(tmp_path: Path) -> None:
    shown = cocket("demo").stdout
    assert BORDER in shown
    assert "in D-8: RELEASED." in shown
    found = re.search(r"Licence 26-AA-100002 is suspended, and 0\.\d\d s later D-9 asks for it: refused", shown)
    assert found, shown  # within the same second
    (database,) = tmp_path.glob("*/demo.db")
    assert f"ledger verify {database}" in shown
    assert "The ledger holds: 15 entries on 5 lines" in cocket("ledger", "verify", database).stdout
    assert "D-8: HELD" in cocket("gate", "show", "D-8", DATABASE_URL=f"sqlite:///{database}").stdout


def test_without_the_examples_the_demonstration_says_what_to_do(tmp_path: Path) -> None:
    assert "--examples DIR" in cocket("demo", "--examples", tmp_path, code=2).stderr


def test_the_doctor_names_the_law_and_what_was_not_looked_after() -> None:
    told = cocket("doctor").stdout
    assert __version__ in told
    assert re.search(r"digest [0-9a-f]{64}", told)
    assert "looked after" in told


def test_an_unknown_command_is_refused() -> None:
    assert "No such command" in cocket("ship", code=2).stderr


def test_the_version_needs_nothing_but_click() -> None:
    assert imported("--version") & {"msgspec", "yaml", "rich", "pyarrow", "cocket.law"} == set()


def test_plain_answers_need_neither_rich_nor_the_libraries_of_other_formats() -> None:
    assert imported("check", str(ORDERS)) & {"rich", "pyarrow", "python_calamine", "xlsxwriter"} == set()


@pytest.mark.parametrize(
    "command", [("check", str(ORDERS)), ("why", str(ORDERS), "--line", "1"), ("licence", "--help")]
)
def test_what_judges_goods_and_what_helps_needs_no_django(command: tuple[str, ...]) -> None:
    loaded = imported(*command)
    assert "cocket.cli.main" in loaded
    assert (
        loaded & {"django", "ninja", "pydantic", "waitress", "cocket.config.start", "cocket.licensing.records"} == set()
    )


def imported(*arguments: str) -> set[str]:
    """The modules that the command has imported by its end."""
    code = (
        "import sys; sys.argv[0] = 'cocket'; from cocket.cli.main import main; main();"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout
    return set(done.stderr.split())
