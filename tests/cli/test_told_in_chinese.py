"""Whoever asks for Chinese is told in Chinese what is wrong with the input, where, and what to do."""

import json
from pathlib import Path

from tests.cli.command import cocket, orders, written

LIST = ["goods,country,date", "NdFeB magnet,DE,04/05/2025", "NdFeB magnet,DE,not a date"]
WRITE = "请按 年-月-日 填写，例如 2025-04-30。"


def test_notes_and_faulty_rows_of_a_list(tmp_path: Path) -> None:
    told = cocket("check", written(tmp_path / "o.csv", LIST), "--lang", "zh", code=2).stderr.splitlines()
    assert told == [
        "提示：未能识别、未予采用：“country”（B 列）",
        "提示：“country”（B 列）可能是目的国或原产国：请将列名改为“目的国”或“原产国”",
        "cocket: o.csv，第 2 行，“date”列：“04/05/2025”可能是 2025 年 4 月 5 日，也可能是 2025 年 5 月 4 日。" + WRITE,
        "cocket: o.csv，第 3 行，“date”列：“not a date”不是日期。" + WRITE,
    ]


def test_files_of_answers_and_json_keep_their_english(tmp_path: Path) -> None:
    done = cocket("check", written(tmp_path / "o.csv", LIST), "--lang", "zh", "--json", code=2)
    problems = [json.loads(line)["problem"] for line in done.stdout.splitlines()]
    assert problems[1] == (
        'row 3, column "date": "not a date" is not a day. Write the day as year-month-day, for example 2025-04-30.'
    )


def test_figures_and_words_of_a_row_in_its_column(tmp_path: Path) -> None:
    bad = orders(tmp_path, "1,P-1,magnet,NdFeB,120,,,,10,Atlantis,2025-05-02,,", "2,P-2,magnet,NdFeB,29,,,,-1,DE,,,")
    told = cocket("check", bad, "--lang", "zh", code=2).stderr
    assert (
        "list.csv，第 2 行，“Destination”列：“Atlantis”不是已知的国家或地区。请填写 ISO 代码（例如 DE）或名称。" in told
    )
    assert "list.csv，第 3 行，“Quantity (kg)”列：“-1”小于零。请填写不小于零的数值。" in told


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    told = cocket("why", tmp_path / "no.csv", "--line", "1", "--lang=zh", code=2).stderr
    assert told == f"cocket: {tmp_path / 'no.csv'}：没有此文件或文件夹。请检查名称和所在文件夹。\n"


def test_the_language_of_the_system_is_that_of_faults_too(tmp_path: Path) -> None:
    file = orders(tmp_path, "1,P-1,magnet,NdFeB,29,,,,10,DE,2025-05-02,,")
    told = cocket("why", file, "--line", "9", code=2, LANG="zh_CN.UTF-8").stderr
    assert told == "cocket: list.csv：没有项号 9，也没有这一行。请使用 cocket check 所示的项号或行号。\n"


def test_a_day_on_the_command_line(tmp_path: Path) -> None:
    told = cocket("check", tmp_path / "o.csv", "--known", "4/5/2025", "--lang", "zh", code=2).stderr
    assert "“4/5/2025”可能是 2025 年 4 月 5 日，也可能是 2025 年 5 月 4 日。请按 年-月-日 填写" in told


def test_a_bill_of_materials(tmp_path: Path) -> None:
    bill = written(tmp_path / "bill.csv", ["part,parent,quantity", "M-1,,1", "M-2,M-9,1"])
    told = cocket("bom", bill, "--lang", "zh", code=2).stderr.splitlines()[-1]
    assert told == "cocket: bill.csv，第 3 行：M-2 的上级零件 M-9 不存在。请为该上级单列一行，或更正其编号。"


def test_an_answer_that_is_no_form(tmp_path: Path) -> None:
    told = cocket("answer", written(tmp_path / "form.html", ["x"]), "--lang", "zh", code=2).stderr
    assert told.startswith("cocket: form.html：这是表单本身，不是答复。请打开网页填写，并提交其按钮所存的 .json 文件。")


def test_a_proof_that_is_none(tmp_path: Path) -> None:
    told = cocket("proof", "check", written(tmp_path / "p.json", ["[1]"]), "--lang", "zh", code=2).stderr
    assert told == "cocket: p.json：p.json 不是证明，而是 list。请用 cocket why FILE --line N --json 重新写出证明。\n"
