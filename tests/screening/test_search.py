"""Listed names found by names spelt, written and ordered otherwise; scores that rank and add up."""

from pathlib import Path

import numpy as np
import pytest

from cocket.screening.features import FEATURES
from cocket.screening.index import ListedName, build_index
from cocket.screening.index_files import open_index, save_index
from cocket.screening.readings import NameTooLongError
from cocket.screening.scorer import load_forest
from cocket.screening.search import CHUNK, Search

# Made up; every likeness to a living person is chance.
LISTED = (
    "PETROVSKY, Vladislav Andreyevich",
    "Dvornikov Machine Works JSC",
    "AL-MASRUQI, Abd al-Rahman Yusuf",
    "Hong Lian Precision Machinery Co., Ltd.",
    "Wang Xiaoming",
    "Northern Fleet Repair Yard No. 35",
    "Kestrel Shipping LLC",
    "Kestrel Chemical Industries GmbH",
    "Mohammad Tariq Lashkari",
    "Popov",
)
NAMES = [ListedName(party, name) for party, name in enumerate(LISTED)]
SEARCH = Search(build_index(NAMES))
# Well above what names that share nothing get, 0.1 at most; Arabic writing without its vowels scores lowest.
LIKELY = 0.15


def best(name: str) -> tuple[int, float]:
    found = SEARCH.find([name], 0.0)
    return (int(found.listed[0]), float(found.score[0])) if len(found.score) else (-1, 0.0)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Vladislav Andreyevich Petrovsky", 0),
        ("Vladislav PETROVSKIJ", 0),
        ("Владислав Андреевич Петровский", 0),
        ("V. A. Petrovsky", 0),
        ("PETROVSKI Vladislav Andreevitj", 0),
        ("ДВОРНИКОВ МАШИН ВОРКС АО", 1),
        ("Dvornikov Machine Works Joint Stock Company", 1),
        ("Abdurrahman Yousef al Masrouqi", 2),
        ("عبد الرحمن يوسف المسروقي", 2),
        ("HongLian Precision Machinery", 3),
        ("王小明", 4),
        ("Wang Hsiao-ming", 4),
        ("Northern Fleet Repair Yard 35", 5),
        ("Kestrel Shiping LLC", 6),
        ("Mohamed Tarek Lashkari", 8),
        ("Βλάντισλαβ Πετρόφσκι", 0),
        ("ვლადისლავ პეტროვსკი", 0),
        ("Վլադիսլավ Պետրովսկի", 0),
        ("ולדיסלב פטרובסקי", 0),
        ("व्लादिस्लाव पेत्रोव्स्की", 0),
        ("วลาดิสลาฟ เปตรอฟสกี", 0),
        ("فلاديسلاف بتروفسكي", 0),
        ("VladislavPetrovsky", 0),
        ("KestrelShipping LLC", 6),
        ("kestrelshipping LLC", 6),
        ("Kes trel Shipping LLC", 6),
        ("Dvorn ik ov Machine Works", 1),
        ("V.A. Petrovsky", 0),
        ("Petrovsky V.A.", 0),
        ("P e t r o v s k y Vladislav", 0),
        ("ولاديسلاف بتروفسكى", 0),
        ("קסטרל כימיקל אינדסטריס", 7),
        ("Kestrel Chem. Ind. GmbH", 7),
        ("0vornikov Machine Works", 1),
        ("\u202ejiksvorteP valsidalV", 0),
    ],
)
def test_a_listed_party_is_found_in_other_spellings_and_scripts(name: str, listed: int) -> None:
    found, score = best(name)
    assert found == listed
    assert score >= LIKELY


@pytest.mark.parametrize("name", ["Ingrid Solberg", "Alder Pumps Ltd", "大阪電気", "佐藤花子", "Tapio Virtanen Oy"])
def test_a_name_that_shares_nothing_is_not_found(name: str) -> None:
    assert best(name)[1] < 0.1


@pytest.mark.parametrize("listed", LISTED)
def test_no_other_name_scores_as_high_as_the_very_same(listed: str) -> None:
    found = SEARCH.find([listed], 0.0)
    assert LISTED[found.listed[0]] == listed
    assert found.score[0] > max(found.score[1:], default=np.float32(0))


def test_another_number_scores_far_below_the_same_number() -> None:
    assert best("Northern Fleet Repair Yard No. 36")[1] < best("Northern Fleet Repair Yard No. 35")[1] - 0.1


def test_a_sibling_scores_below_the_person() -> None:
    assert best("PETROVSKY, Yaroslav Andreyevich")[1] < best("PETROVSKY, Vladislav A.")[1]


def test_the_parts_of_a_score_sum_to_it() -> None:
    forest = load_forest()
    asked = SEARCH.read(["Vladislav Petrovski", "Kestrel Trading", "Mohamed Lashkari", "王小明"])
    every = np.arange(len(asked.readings), dtype=np.int32)
    mine, theirs = np.repeat(every, len(LISTED)), np.tile(np.arange(len(LISTED), dtype=np.int32), len(every))
    rows = SEARCH.pair_features(asked, mine, theirs)
    for row, score in zip(rows, forest.score(rows), strict=True):
        assert sum(forest.parts(row).values()) == pytest.approx(float(score), abs=1e-5)


def test_a_score_does_not_hang_on_who_else_is_asked_about() -> None:
    forest = load_forest()
    rows = np.random.default_rng(3).random((300, len(FEATURES)), dtype=np.float32)
    alone = [float(forest.score(row[None, :])[0]) for row in rows]
    assert [forest.score(rows[:some]).tolist() for some in (2, 3, 300)] == [alone[:some] for some in (2, 3, 300)]


def test_names_in_many_chunks_are_found_as_one_by_one() -> None:
    names = [LISTED[at % len(LISTED)] for at in range(CHUNK + 7)]
    found = SEARCH.find(names, 0.3)
    first = np.unique(found.asked, return_index=True)[1]
    assert found.listed[first].tolist() == [at % len(LISTED) for at in range(CHUNK + 7)]


def test_an_index_opened_from_its_folder_finds_the_same(tmp_path: Path) -> None:
    save_index(SEARCH.index, tmp_path / "index")
    opened = open_index(tmp_path / "index")
    assert opened is not None
    names = [*LISTED, "Vladislav Petrovski", "Kestrel", "王小明", "ヴラジスラフ・ペトロフスキー"]
    once, again = SEARCH.find(names, 0.1), Search(opened).find(names, 0.1)
    assert [column.tolist() for column in once] == [column.tolist() for column in again]


def test_a_folder_without_an_index_or_of_another_shape_opens_as_none(tmp_path: Path) -> None:
    assert open_index(tmp_path / "nothing") is None
    save_index(SEARCH.index, tmp_path / "old")
    (tmp_path / "old" / "index.json").write_text('{"shape": 0}')
    assert open_index(tmp_path / "old") is None


def test_an_empty_index_and_an_empty_question_find_nothing() -> None:
    assert len(Search(build_index([])).find(["Wang Xiaoming"], 0.0).score) == 0
    assert len(SEARCH.find([], 0.0).score) == 0
    assert len(SEARCH.find(["", "——"], 0.0).score) == 0


def test_a_document_in_place_of_a_name_is_refused() -> None:
    with pytest.raises(NameTooLongError):
        SEARCH.find(["A" * 10_000], 0.5)


def feature(one: str, other: str, name: str) -> float:
    search = Search(build_index([ListedName(0, other)]))
    asked = search.read([one])
    rows = search.pair_features(asked, np.zeros(1, np.int32), np.zeros(1, np.int32))
    return float(rows[0, FEATURES.index(name)])


def test_a_son_who_is_the_father_in_the_other_name_is_told() -> None:
    assert feature("Salman bin Muhammad Rawi", "Muhammad bin Salman Rawi", "father") == 1
    assert feature("Salman bin Muhammad Rawi", "Rawi, Salman bin Muhammad", "father") == 0
    assert feature("Salman bin Muhammad Rawi", "Salman Muhammad Rawi", "father") == 0


def test_names_in_one_script_are_compared_as_written() -> None:
    assert 0.1 < feature("习近朋", "习近平", "written") < 0.5
    assert feature("习近平", "习近平", "written") == 0
    assert feature("习近平", "Xi Jinping", "written") == 0


def test_a_small_word_in_the_place_of_another_is_told() -> None:
    assert feature("Akhtar Mansour Abdul Mohammed", "Akhtar Mansour Shah Mohammed", "left_both") == 1
    assert feature("Akhtar Mansour", "Akhtar Mansour Shah Mohammed", "left_both") == 0
