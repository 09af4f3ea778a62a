"""``cocket law new``: from answers to a law file with its tests, typed or from a file, in English and Chinese."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cocket.check.checker import Checker
from cocket.check.law_tests import run_law_tests
from cocket.cli.law_new import default_folder
from cocket.cli.words import table_of
from cocket.law.lawbook import LAWBOOK, load_lawbook
from tests.cli.command import COMMAND, ROOT, environment
from tests.law.new_answers import FOLLOWS, RUTHENIUM, answers, goods

FILE = Path("law/cn/mofcom-gac/2027/009.yaml")
DRAFT = "cocket-law-new.draft.json"
# One answer a line; an empty line leaves out what may be left out, or takes what is offered.
HEAD = """\
1
1,2
9
2027-03-01


公布对钌相关物项实施出口管制的决定
Decision to place ruthenium items under export control
2027-04-01


https://example.org/9
y
the ministry's page, opened on 2027-03-02
2027-03-02
1
1
"""
LINE = """\
1C990.a
一（一）
金属钌
ruthenium metal
metal




y
Ru
97 %
1
n




n
"""
REST = """\
1
closing words
须许可。
Licence.
1



"""


def run(folder: Path, *arguments: object, typed: str = "", code: int = 0) -> str:
    """What the command prints in a folder of its own; ``typed`` is what stands on its standard input."""
    done = subprocess.run(
        [*COMMAND, "law", "new", "--into", "law", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        cwd=folder,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, f"code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def from_file(folder: Path, *lines: dict[str, object], code: int = 0, **changes: object) -> str:
    (folder / "answers.json").write_text(json.dumps(answers(*lines, **changes)), encoding="utf-8")
    return run(folder, "--answers", "answers.json", code=code)


def test_answers_become_a_law_file_whose_tests_stand_on_both_sides_of_each_limit(tmp_path: Path) -> None:
    shown = from_file(tmp_path, RUTHENIUM)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "5 tests were made from your answers" in shown
    assert "0 disagree" in shown
    assert 'content.Ru: {at_least: "97 %"}' in text
    found = re.findall(r"date: \"(.*?)\".*?Ru: ([\d.]+).*?outcome: (\w+)", text.partition("tests:")[2], re.DOTALL)
    assert found == [
        ("2027-04-01", "98", "LICENCE_REQUIRED"),
        ("2027-04-01", "96.999", "NOT_CONTROLLED"),
        ("2027-04-01", "97", "LICENCE_REQUIRED"),
        ("2027-04-01", "97.001", "LICENCE_REQUIRED"),
        ("2027-03-31", "98", "NOT_CONTROLLED"),
    ]


def test_what_was_understood_is_shown_in_words(tmp_path: Path) -> None:
    assert "Controls: kind of goods: metal, ruthenium ≥ 97 %" in from_file(tmp_path, RUTHENIUM)


def test_within_a_lawbook_the_new_instrument_is_part_of_it(tmp_path: Path) -> None:
    shutil.copytree(LAWBOOK, tmp_path / "law")
    from_file(tmp_path, RUTHENIUM)
    checker = Checker(load_lawbook(tmp_path / "law", cache=False))
    results = list(run_law_tests(checker, only="cn/mofcom-gac/2027/9"))
    assert len(results) == 5
    assert all(one.passed for one in results)
    assert "stands in the lawbook already" in from_file(tmp_path, RUTHENIUM, code=2)


def test_in_a_checkout_the_file_goes_to_its_lawbook_and_elsewhere_to_the_folder(tmp_path: Path) -> None:
    assert default_folder(ROOT / "docs" / "law") == ROOT / "src" / "cocket" / "lawbook"
    assert default_folder(tmp_path) == tmp_path


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text("mine", encoding="utf-8")
    assert "is there already, and nothing is overwritten" in from_file(tmp_path, RUTHENIUM, code=2)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"issued": "2027-02-30"}, "issued: '2027-02-30' is no day of the calendar"),
        ({"checked_until": "2027-02-01"}, "checked_until: 2027-02-01 lies before 2027-03-01"),
        ({"authorities": ["cn/nobody"]}, "authorities: 'cn/nobody' is not in the list"),
        ({"number": "18", "issued": "2025-04-04"}, "number: cn/mofcom-gac/2025/18 stands in the lawbook already"),
        ({"colour": "red"}, "unknown field `colour`"),
        ({"goods": {}}, "no object with lists of objects"),
        ({"goods": [RUTHENIUM | {"kinds": ["blancmange"]}]}, "goods[0].kinds: 'blancmange' is not in the list"),
        ({"goods": [RUTHENIUM | {"code": "1c990"}]}, "goods[0].code: '1c990' is no control code"),
        (
            {"goods": [RUTHENIUM | {"contains": ["Unobtainium"]}]},
            "goods[0].contains: 'Unobtainium' is no chemical element",
        ),
        (
            {"goods": [goods(limits=[{"of": "Ru", "figure": "2-4 %", "relation": "above"}])]},
            "goods[0].limits[0].figure: '2-4 %' is a range",
        ),
        (
            {"goods": [goods(limits=[{"of": "Ru", "figure": "97 %"}])]},
            "the answer 'goods[0].limits[0].relation' is missing",
        ),
        ({"changes": [{"do": "repeal", "at": "1", "targets": ["999/2025"]}]}, "changes[0].targets: '999/2025'"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_with_what_to_write(
    changes: dict[str, object], words: str, tmp_path: Path
) -> None:
    complaint = from_file(tmp_path, RUTHENIUM, code=2, **changes)
    assert "answers.json" in complaint
    assert words in complaint
    assert not (tmp_path / "law").exists()


def test_a_missing_answer_is_named(tmp_path: Path) -> None:
    told = answers(RUTHENIUM)
    del told["checked_until"]
    (tmp_path / "answers.json").write_text(json.dumps(told), encoding="utf-8")
    assert "the answer 'checked_until' is missing" in run(tmp_path, "--answers", "answers.json", code=2)
    assert "No such file" in run(tmp_path, "--answers", "nowhere.json", code=2)


def test_what_the_reader_refuses_is_told_in_terms_of_the_question(tmp_path: Path) -> None:
    complaint = from_file(tmp_path, RUTHENIUM | {"code": "1C905.b"}, code=2)
    assert "goods[0]" in complaint
    assert "'1C905.b' stands in cn/mofcom-gac/2025/018.yaml as well" in complaint
    reading = {"at": "q 1", "targets": ["1C905.a.1"], "kinds": ["motor"], "reading": "outside", "generally": False}
    complaint = from_file(tmp_path, readings=[reading | {"says_zh": "外", "says_en": "out"}], code=2)
    assert "readings[0].kinds" in complaint
    assert 'Your answer to "For which kinds of goods?' in complaint


def test_tests_that_disagree_are_shown_and_written(tmp_path: Path) -> None:
    """Dysprosium oxide is controlled already: the day before it is not free, whatever the lawyer answered."""
    shown = from_file(tmp_path, goods(kinds=["oxide"], contains=["Dy"], text_en="dysprosium oxide"), code=1)
    assert "Dysprosium oxide the day before: outcome expected NOT_CONTROLLED got LICENCE_REQUIRED" in shown
    assert "(goods[0])" in shown
    assert (tmp_path / FILE).exists()


PARTIES = [
    {"name_zh": "水壶公司", "name_en": "Kettle Works Ltd."},
    {"name_zh": "锅", "name_en": "Po", "name_certain": False},
]
SUSPENSION = {"do": "suspend", "at": "1", "targets": ["18/2025"], "since": "2027-04-01", "until": "2027-12-31"}
BAN = {"at": "3", "effect": "prohibit", "goods": "listed", "reach": "from_china", "says_zh": "禁", "says_en": "No."}


@pytest.mark.parametrize(
    ("count", "lines", "changes"),
    [
        (4, (), {"changes": [SUSPENSION | {"last_day": "outside"}]}),
        (2, (), {"changes": [{"do": "repeal", "at": "1", "targets": ["18/2025"], "since": "2027-04-01"}]}),
        (
            2,
            (),
            {
                "changes": [{"do": "take_over", "at": "1", "targets": ["18/2025"], "since": "2027-04-01"}],
                "follows": FOLLOWS,
            },
        ),
        (4, (), {"bans": [BAN | {"destinations": ["KR"], "end_uses": ["military"]}]}),
        (3, (), {"bans": [BAN | {"reach": "abroad", "end_user_types": ["military"]}]}),
        (4, (), {"kind": "listing", "list_name": "control_list", "binds_abroad": True, "parties": PARTIES}),
        (4, (), {"kind": "listing", "list_name": "unreliable_entity_list", "binds_abroad": False, "parties": PARTIES}),
        (3, (goods(kinds=["oxide", "mixture"], oxide_of=["Ru"]),), {"follows": FOLLOWS | {"reach": "abroad"}}),
        (
            5,
            (goods(kinds=["magnet"], families=["NdFeB"], contains=["Ru"]),),
            {"follows": FOLLOWS | {"effect": "prohibit"}},
        ),
    ],
    ids=["suspend", "repeal", "take over", "ban", "ban abroad", "listed", "unreliable", "abroad", "magnets"],
)
def test_the_law_agrees_with_what_follows_from_the_answers(
    count: int, lines: tuple[dict[str, object], ...], changes: dict[str, object], tmp_path: Path
) -> None:
    told = answers(*lines, **changes)
    if told.get("list_name") == "unreliable_entity_list":
        told["regime"] = "unreliable_entities"
    (tmp_path / "answers.json").write_text(json.dumps(told), encoding="utf-8")
    shown = run(tmp_path, "--answers", "answers.json")
    made = re.search(r"(\d+) tests were made from your answers.*; (\d+) disagree", shown)
    assert made
    assert (int(made[1]), int(made[2])) == (count, 0)


def test_typed_answers_make_the_same_file(tmp_path: Path) -> None:
    shown = run(tmp_path, typed=HEAD + LINE + REST + "1\n")
    assert "97 % and more: goods with exactly 97 % are inside" in shown
    typed = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).unlink()
    made_under = ["cn/npc/2020/export-control-law", "cn/state-council/2024/792"]
    from_file(tmp_path, RUTHENIUM, made_under=made_under)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == typed
    assert not (tmp_path / DRAFT).exists()


CHANGE = "1\npara. 1\n18/2025\n\n2027-12-31\n3\nn\n"
READING = "question 1\n1C909.a.4\nmotor\n2\ny\n电机一般不属管制。\nMotors are generally outside.\nn\n"
BANNED = "2\n1\npara. 3\n1\nKorea, Viet Nam\nmilitary\n\n不予许可。\nNo licences.\nn\n"


def test_everything_that_an_instrument_can_do_is_asked_about(tmp_path: Path) -> None:
    shown = run(
        tmp_path,
        typed=HEAD.removesuffix("1\n") + "2,3,4\n" + CHANGE + READING + BANNED + "annex 2\n\n2\n1\n1\n1\n",
        code=1,
    )
    assert "Is 2027-12-31 itself still a day of the suspension?" in shown
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "target: [cn/mofcom-gac/2025/18]" in text
    assert "generally: true" in text
    assert 'destination: ["KR", "VN"], end_user_type: [military]' in text
    assert "effect: deny" in text


def test_a_notice_of_parties_is_asked_about_name_by_name(tmp_path: Path) -> None:
    head = HEAD.replace("1\n1,2\n9\n", "2\n1\n2\n9\n", 1).removesuffix("1\n1\n")
    parties = "n\n水壶公司\nKettle Works Ltd.\nKorea\nKettle; Old Kettle\n\ny\n锅公司\nPot\n\n\nn\nn\n"
    run(tmp_path, typed=head + parties + "\n\n1\n")
    text = (tmp_path / "law/cn/parties/2027-9.yaml").read_text(encoding="utf-8")
    assert 'name: {en: Kettle Works Ltd., zh: 水壶公司}, aliases: [Kettle, Old Kettle], country: "KR"}' in text
    assert "name: {en: Pot, zh: 锅公司}, identity: doubtful" in text


def test_the_questions_and_answers_may_be_chinese(tmp_path: Path) -> None:
    typed = (
        (HEAD + LINE + REST + "1\n")
        .replace("\nmetal\n", "\n金属\n")
        .replace("\nRu\n", "\n钌\n")
        .replace("\ny\n", "\n是\n")
    )
    shown = run(tmp_path, "--lang", "zh", typed=typed.replace("\nn\n", "\n否\n"))
    assert "97 % 及以上：恰为 97 % 的属于管制" in shown
    assert 'content.Ru: {at_least: "97 %"}' in (tmp_path / FILE).read_text(encoding="utf-8")


def test_a_sitting_broken_off_leaves_a_draft_and_no_file_and_is_gone_on_with(tmp_path: Path) -> None:
    begun, left = (HEAD + LINE + REST + "1\n").split("ruthenium metal\n")
    assert DRAFT in run(tmp_path, typed=begun, code=130)
    assert not (tmp_path / "law").exists()
    run(tmp_path, typed="y\nruthenium metal\n" + left)
    assert 'id: "1C990.a"' in (tmp_path / FILE).read_text(encoding="utf-8")
    assert not (tmp_path / DRAFT).exists()


def test_a_wrong_answer_is_asked_again_at_once_or_at_the_end(tmp_path: Path) -> None:
    typed = (HEAD + LINE + REST).replace("1C990.a", "1C905.b").replace("\n97 %\n", "\nmuch\n97 %\n")
    shown = run(tmp_path, typed=typed + "1\n1C990.b\n1\n")  # the reader finds the code taken: which answer, and anew
    assert '"much"' in shown
    assert "stands in cn/mofcom-gac/2025/018.yaml as well" in shown
    assert 'id: "1C990.b"' in (tmp_path / FILE).read_text(encoding="utf-8")


def test_a_line_begun_by_mistake_can_be_taken_out(tmp_path: Path) -> None:
    typed = HEAD + LINE.removesuffix("n\n") + "y\n1C990.b\n--\nn\n" + REST + "1\n"
    run(tmp_path, typed=typed)
    assert (tmp_path / FILE).read_text(encoding="utf-8").count('- id: "1C990') == 1


def test_tests_left_out_are_noted_as_not_verified(tmp_path: Path) -> None:
    oxide = LINE.replace("metal\n\n\n\n\ny\nRu\n97 %\n1\nn\n", "oxide\nDy\n\n\n\nn\n").replace(
        "ruthenium metal", "dysprosium oxide"
    )
    run(tmp_path, typed=HEAD + oxide + REST + "3\n1\n")
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "example left out: Dysprosium oxide the day before: outcome expected NOT_CONTROLLED" in " ".join(
        text.split()
    )
    assert "name: Dysprosium oxide the day before" not in text


def test_the_sitting_that_the_documents_show_makes_the_file_that_they_show(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "new-law.md").read_text(encoding="utf-8")
    block: dict[str, str] = dict(re.findall(r"```(json|yaml)\n(.*?)```", document, re.DOTALL))
    (tmp_path / "answers.json").write_text(block["json"], encoding="utf-8")
    run(tmp_path, "--answers", "answers.json")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == block["yaml"]
    questions = [text for key, text in table_of("en").items() if re.fullmatch(r"new\.goods\.\w+", key)]
    asked = [text for text in questions if text in document]
    assert len(asked) >= 10  # the transcript asks what the command asks
