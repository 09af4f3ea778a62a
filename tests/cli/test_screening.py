"""The command: a name or a file against the lawbook's listings and imported lists, hits cleared, lists kept."""

import json
from pathlib import Path

import pytest

from tests.cli.command import cocket, written

SAMPLES = Path(__file__).parents[2] / "examples" / "lists"
LIST = [
    "id,name,aliases,kind,country,born,follows",
    '1,"Testmann, Arvid",Arwid Testman,person,ZZ,1960,no business',
    "2,Dvornikov Machine Works LLC,,firm,,,",
]


def run(folder: Path, *arguments: object, code: int = 0) -> tuple[str, str]:
    done = cocket(*arguments, code=code, XDG_DATA_HOME=str(folder / "data"))
    return done.stdout, done.stderr


def imported(folder: Path, *lines: str, day: str = "2026-03-02", name: str = "own") -> None:
    run(folder, "lists", "import", written(folder / "own.csv", lines or LIST), "--as", name, "--date", day)


def test_without_imported_lists_the_listings_of_the_lawbook_are_screened(tmp_path: Path) -> None:
    out, err = run(tmp_path, "screen", "--name", "Lockhead Martin Aeronautics", code=3)
    assert "Lockheed Martin" in out
    assert "lawbook" in err


def test_what_a_listing_of_the_lawbook_says_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    ask = ("screen", "--name", "Lockheed Martin Aeronautics", "--level", "narrow")
    assert "the list says: unreliable entity list, in force; cn/parties/uel-2025-1" in run(tmp_path, *ask, code=3)[0]
    assert "名单载明：不可靠实体清单，有效；cn/parties/uel-2025-1" in run(tmp_path, *ask, "--lang", "zh", code=3)[0]


def test_a_name_that_is_on_no_list_has_no_hit(tmp_path: Path) -> None:
    assert (
        run(tmp_path, "screen", "--name", "Ingrid Solberg Kaffebrenneri")[0] == "Ingrid Solberg Kaffebrenneri: no hit\n"
    )


def test_a_hit_tells_list_entry_words_and_what_follows(tmp_path: Path) -> None:
    imported(tmp_path)
    out, err = run(tmp_path, "screen", "--name", "Arvid Testman", "--born", "1960", code=3)
    assert "own of 2026-03-02, 1" in out
    assert "words: arvid~arwid 0.92, testman~testman 1.00" in out
    assert "birth agrees" in out
    assert "no business" in out
    assert "the list own is of 2026-03-02 and was to be renewed by 2026-03-09" in err


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "jsonl"])
def test_a_file_goes_in_and_hits_come_out_in_every_format(tmp_path: Path, ending: str) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "parties.csv", ["Party,Party country", "Testmann Arwid,ZZ", "Ingrid Solberg,NO"])
    _, err = run(tmp_path, "screen", parties, "--out", tmp_path / f"hits.{ending}", code=3)
    assert "2 rows, 2 names, 1 hits" in err
    assert (tmp_path / f"hits.{ending}").stat().st_size > 0


def test_every_party_of_a_shipment_is_screened_and_named_by_row_and_column(tmp_path: Path) -> None:
    imported(tmp_path)
    shipment = written(tmp_path / "s.csv", ["Line,End user,Consignee", "1,Alder Pumps,Dvornikov Machine Works"])
    (record,) = [one for one in rows_of(run(tmp_path, "screen", shipment, "--json", code=3)[0]) if "hit" in one]
    assert (record["row"], record["column"], record["entry"], record["list"]) == (2, "Consignee", "2", "own")


def rows_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_cleared_hit_stays_cleared_and_says_so_until_the_entry_changes(tmp_path: Path) -> None:
    imported(tmp_path)
    ask = ("screen", "--name", "Dvornikow Machine Works")
    (hit,) = {one["hit"] for one in rows_of(run(tmp_path, *ask, "--json", code=3)[0])}
    run(tmp_path, *ask, "--clear", hit, "--because", "a mill in Kazan, seen the register")
    out, _ = run(tmp_path, *ask)
    assert "cleared on" in out
    assert "a mill in Kazan, seen the register" in out
    imported(tmp_path, *LIST[:2], "2,Dvornikov Machine Works LLC,DMW,firm,,,", day="2026-03-09")
    assert "cleared" not in run(tmp_path, *ask, code=3)[0]


def test_clearing_needs_a_reason_and_a_hit_that_is_there(tmp_path: Path) -> None:
    imported(tmp_path)
    ask = ("screen", "--name", "Dvornikow Machine Works", "--clear", "0123456789ab")
    assert "--because" in run(tmp_path, *ask, code=2)[1]
    assert "no hit 0123456789ab" in run(tmp_path, *ask, "--because", "so", code=2)[1]


def changed(folder: Path, parties: Path, code: int = 0) -> list[dict[str, object]]:
    out, _ = run(folder, "screen", parties, "--changed", "--json", code=code)
    return [one for one in rows_of(out) if "hit" in one]


PARTIES = ["Party,Party country", "Testmann Arwid,ZZ", "Kestrel Shipping,ZZ"]


def test_after_an_update_only_what_changed_is_screened_on_request(tmp_path: Path) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "p.csv", PARTIES)
    assert "nothing to compare" in run(tmp_path, "screen", parties, "--changed", code=2)[1]
    imported(tmp_path, *LIST, "3,Kestrel Shipping LLC,,firm,,,", day="2026-03-09")
    assert [one["entry"] for one in changed(tmp_path, parties, code=3)] == ["3"]
    assert run(tmp_path, "lists", "changes", "own")[0] == "+ 3 Kestrel Shipping LLC\n"


def test_what_was_seen_at_the_last_screening_is_not_told_again(tmp_path: Path) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "p.csv", PARTIES)
    run(tmp_path, "screen", parties, code=3)
    assert changed(tmp_path, parties) == []
    imported(tmp_path, *LIST, "3,Kestrel Shipping LLC,,firm,,,", day="2026-03-09")
    assert [one["entry"] for one in changed(tmp_path, parties, code=3)] == ["3"]
    assert changed(tmp_path, parties) == []


def test_a_row_that_is_new_or_changed_is_screened_against_all_lists(tmp_path: Path) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "p.csv", PARTIES)
    run(tmp_path, "screen", parties, code=3)
    written(parties, [*PARTIES, "Dvornikow Machine Works,ZZ"])
    assert [one["entry"] for one in changed(tmp_path, parties, code=3)] == ["2"]


def test_a_hit_ends_with_the_entry_and_with_the_row(tmp_path: Path) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "p.csv", [*PARTIES, "Dvornikow Machine Works,ZZ"])
    run(tmp_path, "screen", parties, code=3)
    imported(tmp_path, LIST[0], LIST[2], "3,Gone Fishing Ltd,,firm,,,", day="2026-03-09")
    assert [(one["entry"], one["ended"]) for one in changed(tmp_path, parties)] == [("1", "list")]
    written(parties, PARTIES)
    assert [(one["entry"], one["ended"]) for one in changed(tmp_path, parties)] == [("2", "row")]
    assert changed(tmp_path, parties) == []


def test_an_entry_that_changed_and_is_still_alike_has_not_ended(tmp_path: Path) -> None:
    imported(tmp_path)
    parties = written(tmp_path / "p.csv", PARTIES)
    run(tmp_path, "screen", parties, code=3)
    imported(tmp_path, LIST[0], LIST[1].replace("1960", "1961"), LIST[2], day="2026-03-09")
    assert [("ended" in one, one["entry"]) for one in changed(tmp_path, parties, code=3)] == [(False, "1")]


def test_without_an_earlier_screening_ended_hits_are_told_by_the_version_before(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, LIST[0], LIST[2], "3,Gone Fishing Ltd,,firm,,,", day="2026-03-09")
    out, err = run(tmp_path, "screen", "--name", "Testmann Arwid", "--changed")
    assert "ended: Testmann Arwid was like Testmann, Arvid (own, 1)" in out
    assert "the entry was removed or is another now" in out
    assert "命中终止" in run(tmp_path, "screen", "--name", "Testmann Arwid", "--changed", "--lang", "zh")[0]
    assert err


@pytest.mark.parametrize("name", ["", "——", "\u202e\u200b", "A" * 10_000])
def test_what_is_no_name_is_bad_input_and_never_no_hit(tmp_path: Path, name: str) -> None:
    out, _ = run(tmp_path, "screen", "--name", name, code=2)
    assert "no hit" not in out
    assert "letter" in out


def test_a_refused_list_leaves_the_last_good_version_in_use(tmp_path: Path) -> None:
    imported(tmp_path)
    before = run(tmp_path, "lists", "show")[0]
    cut = written(tmp_path / "cut.csv", [*LIST[:2], "2,Dvorn"])
    _, err = run(tmp_path, "lists", "import", cut, "--as", "own", "--date", "2026-03-09", code=2)
    assert "row 3 has 2 columns instead of 7" in err
    other = written(tmp_path / "other.csv", [*LIST, "9,Somebody Else,,firm,,,"])
    _, err = run(tmp_path, "lists", "import", other, "--as", "own", "--date", "2026-03-02", code=2)
    assert "other content is kept already" in err
    assert run(tmp_path, "lists", "show")[0] == before


def test_a_file_without_a_party_is_bad_input(tmp_path: Path) -> None:
    goods = written(tmp_path / "g.csv", ["Line,Product", "1,P-1"])
    assert "no column names a party" in run(tmp_path, "screen", goods, code=2)[1]


def test_the_screen_answers_in_chinese(tmp_path: Path) -> None:
    assert "未命中" in run(tmp_path, "screen", "--name", "Ingrid Solberg", "--lang", "zh")[0]


SHARES = ["owner,owned,share", "Dvornikov Machine Works,Alder Pumps,60", "Alder Pumps,Kettle Works,50"]


def test_a_firm_held_through_another_is_told_with_the_path(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(tmp_path / "shares.csv", SHARES)
    ask = ("screen", "--name", "kettle works", "--ownership", shares)
    out, _ = run(tmp_path, *ask, code=3)
    assert "kettle works: held by parties on own, by 50 %" in out
    assert "path: Dvornikov Machine Works 60 % of Alder Pumps, Alder Pumps 50 % of Kettle Works" in out
    assert "does not know whether that list reaches firms so held" in out
    (record,) = rows_of(run(tmp_path, *ask, "--json", code=3)[0])
    assert (record["held_share"], record["held_certain"], record["held_by"]) == ("50 %", True, ["own"])
    assert "持股" in run(tmp_path, *ask, "--lang", "zh", code=3)[0]


def test_an_unknown_share_cannot_be_told_and_goes_to_a_person(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(tmp_path / "shares.csv", [*SHARES[:1], "Dvornikov Machine Works,Alder Pumps,unknown"])
    out, _ = run(tmp_path, "screen", "--name", "Alder Pumps", "--ownership", shares, code=3)
    assert "by 0–100 %; whether by enough cannot be told" in out


def test_a_listed_owner_is_told_however_little_he_holds(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(tmp_path / "shares.csv", ["owner,owned,share", "Arvid Testmann,Alder Pumps,40"])
    out, _ = run(tmp_path, "screen", "--ownership", shares, code=3)
    assert "Arvid Testmann: may be" in out
    assert "Alder Pumps: no hit" in out


def test_without_a_list_of_parties_every_name_of_the_shares_is_screened(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(tmp_path / "shares.csv", SHARES)
    out, _ = run(tmp_path, "screen", "--ownership", shares, "--out", tmp_path / "held.csv", code=3)
    assert [line.split(",")[2] for line in (tmp_path / "held.csv").read_text().splitlines()[1:]] == [
        "Dvornikov Machine Works", "Alder Pumps", "Kettle Works",
    ]  # fmt: skip
    assert out


def test_what_a_rule_on_holdings_leaves_open_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    shares = written(tmp_path / "s.csv", ["owner,owned,share", "Lockheed Martin Aeronautics,Alder Pumps,60"])
    ask = ("screen", "--name", "Alder Pumps", "--ownership", shares, "--on", "2026-01-31")
    assert "open: no rule was seen that extends the unreliable entity list" in run(tmp_path, *ask, code=3)[0]
    assert "未见将不可靠实体清单延伸至名单主体所持企业的规定" in run(tmp_path, *ask, "--lang", "zh", code=3)[0]


def test_shares_of_another_day_do_not_count(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(
        tmp_path / "s.csv", ["owner,owned,share,from,until", "Dvornikov Machine Works,Alder Pumps,60,,2026-01-31"]
    )
    ask = ("screen", "--name", "Alder Pumps", "--ownership", shares, "--on")
    assert "no hit" in run(tmp_path, *ask, "2026-02-01")[0]
    assert "held by" in run(tmp_path, *ask, "2026-01-31", code=3)[0]


def test_clearing_the_owners_hit_ends_what_rests_on_it(tmp_path: Path) -> None:
    imported(tmp_path)
    shares = written(tmp_path / "shares.csv", SHARES)
    owner = ("screen", "--name", "Dvornikov Machine Works")
    (hit,) = {one["hit"] for one in rows_of(run(tmp_path, *owner, "--json", code=3)[0])}
    run(tmp_path, *owner, "--clear", hit, "--because", "another firm, seen the register")
    assert "no hit" in run(tmp_path, "screen", "--name", "Alder Pumps", "--ownership", shares)[0]


def test_faults_of_lists_are_told_in_the_language_asked_for(tmp_path: Path) -> None:
    cut = written(tmp_path / "cut.csv", [*LIST[:2], "2,Dvorn"])
    ask = ("lists", "import", cut, "--as", "own", "--date", "2026-03-09")
    assert "第 3 行有 2 列，应有 7 列" in run(tmp_path, *ask, "--lang", "zh", code=2)[1]
    assert "row 3 has 2 columns instead of 7" in run(tmp_path, *ask, "--lang=en", code=2)[1]
    assert "没有导入名为 'sdn' 的名单" in run(tmp_path, "lists", "changes", "sdn", "--lang", "zh", code=2)[1]
    shares = written(tmp_path / "shares.csv", ["owner,owned,share", "Vorn,Alder,half"])
    _, err = run(tmp_path, "screen", "--ownership", shares, "--lang", "zh", code=2)
    assert "第 2 行" in err
    assert "不是持股比例" in err


def test_a_list_of_a_day_to_come_or_of_the_laws_own_name_is_refused(tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", LIST)
    _, err = run(tmp_path, "lists", "import", own, "--as", "own", "--date", "2100-01-01", code=2)
    assert "2100-01-01 is still to come" in err
    assert "the law's own listings" in run(tmp_path, "lists", "import", own, "--as", "lawbook", code=2)[1]
    assert "no list is imported" in run(tmp_path, "lists", "show")[0]


def test_what_a_list_does_not_say_of_itself_is_noted(tmp_path: Path) -> None:
    sdn = SAMPLES / "ofac-sdn.csv"
    _, err = run(tmp_path, "lists", "import", sdn, "--as", "us-sdn")
    assert "gives no day of its own" in err
    assert "nobody is found by another name than the first" in err
    both = ("lists", "import", sdn, "--aliases", SAMPLES / "ofac-alt.csv", "--as", "whole", "--date", "2026-03-02")
    assert run(tmp_path, *both)[1] == ""
    undated = written(tmp_path / "un.xml", [(SAMPLES / "un.xml").read_text().replace("dateGenerated", "generated")])
    ask = ("lists", "import", undated, "--as", "un")
    assert "does not give its day" in run(tmp_path, *ask, code=2)[1]
    assert "un: version of 2026-03-02, 2 parties" in run(tmp_path, *ask, "--date", "2026-03-02")[0]


def test_the_same_file_of_a_later_day_is_fresh_again_and_keeps_its_days(tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", LIST)
    ask = ("lists", "import", own, "--as", "own", "--date")
    run(tmp_path, *ask, "2026-03-02", "--stale-after", "30")
    assert "now counts as of 2026-03-09, fresh until 2026-04-08" in run(tmp_path, *ask, "2026-03-09")[0]
    assert (
        "now counts as of 2026-03-09, fresh until 2026-03-16"
        in run(tmp_path, *ask, "2026-03-09", "--stale-after", "7")[0]
    )
    assert "nothing changed" in run(tmp_path, *ask, "2026-03-09")[0]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--name", "Alder", "--because", "so"), "--because the hit to --clear"),
        (("--name", "Alder", "--born", "60-02-01"), "no year in four digits stands in --born '60-02-01'"),
        (("p.csv", "--country", "ZZ"), "--country, --born and --number go with --name"),
    ],
)
def test_an_option_that_would_be_passed_over_is_refused(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    assert said in run(tmp_path, "screen", *options, code=2)[1]
