"""Who is brought forward: the same listed readings as adding up word by word gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.candidates import (
    FEW,
    GAIN_MIN,
    RANK_GOOD,
    RANK_MIN,
    SAME_GAIN,
    SAME_WITHIN,
    TELLING_MIN,
    _heaviest,
    _rank,
    find_candidates,
)
from cocket.screening.index import ListedName, build_index
from cocket.screening.search import Search
from cocket.screening.vocabulary import neighbours

WORDS = ("Dvornikov", "Kestrel", "Shipping", "Machine", "Works", "Alder", "Petrovsky", "Vladislav", "Mohammad", "Tariq")
NAMES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12)


def by_hand(search: Search, name: str, most: int) -> list[set[int]]:
    """For each reading of the name the listed readings, found by adding up in dictionaries."""
    index, asked = search.index, search.read([name])
    near = neighbours(index.vocabulary, asked.spelt, asked.listed)
    found = []
    for row in asked.readings.words:
        words = [word for word in row.tolist() if word >= 0]
        telling = [word for word in words if asked.weight[word] >= TELLING_MIN] or words
        mine = sum(float(asked.weight[word]) for word in telling)
        gains: dict[int, float] = {}
        for word in telling:
            for at in range(near.starts[word], near.starts[word + 1]):
                listed = near.words[at]
                gain = float(near.likeness[at]) ** 2 * float(asked.weight[word] + index.weight[listed])
                for place in index.places[index.starts[listed] : index.starts[listed + 1]].tolist():
                    gains[place] = gains.get(place, 0) + gain
        ranks = {}
        for place, gain in gains.items():
            theirs = float(index.total[place])
            rank = gain / (mine + theirs) + 0.3 * gain / (2 * min(mine, theirs) + 0.2)
            rank += abs(theirs - mine) <= SAME_WITHIN and gain >= SAME_GAIN * mine
            if gain > GAIN_MIN * mine and rank >= RANK_MIN:
                ranks[place] = rank
        order = sorted(ranks, key=lambda place: -ranks[place])[:most]
        found.append({place for at, place in enumerate(order) if at < FEW or ranks[place] >= RANK_GOOD})
    return found


@given(NAMES, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
def test_one_sort_over_all_finds_what_adding_up_word_by_word_finds(listed: list[str], name: str) -> None:
    search = Search(build_index([ListedName(party, one) for party, one in enumerate(listed)]))
    asked = search.read([name])
    near = neighbours(search.index.vocabulary, asked.spelt, asked.listed)
    most = len(search.index.readings)
    mine, theirs = find_candidates(search.index, asked.readings, asked.weight, near, most)
    found = [set(theirs[mine == reading].tolist()) for reading in range(len(asked.readings))]
    # Readings of equal words rank the same, and which of them are the best few is chance.
    by_words = [{tuple(search.index.readings.words[one].tolist()) for one in own} for own in found]
    expected = [
        {tuple(search.index.readings.words[one].tolist()) for one in own} for own in by_hand(search, name, most)
    ]
    assert by_words == expected


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    search = Search(
        build_index([ListedName(party, f"Kestrel Shipping {number}") for party, number in enumerate("ABC")])
    )
    asked = search.read(["Kestrel Shipping B"])
    near = neighbours(search.index.vocabulary, asked.spelt, asked.listed)
    mine, theirs = find_candidates(search.index, asked.readings, asked.weight, near, 2)
    assert len(mine) == 2
    assert search.index.readings.source[theirs[0]] == 1


@given(st.floats(0.001, 4), st.floats(0.05, 6), st.floats(0.05, 12))
def test_no_listed_reading_that_ranks_by_one_word_weighs_more_than_is_looked_at(
    gain: float, mine: float, theirs: float
) -> None:
    one, own, other = np.array([gain], np.float32), np.array([mine], np.float32), np.array([theirs], np.float32)
    if _rank(one, own, other)[0] >= RANK_MIN and gain > GAIN_MIN * mine:
        assert theirs <= _heaviest(one, own, RANK_MIN)[0]
    if _rank(one, own, other * np.float32(0.99))[0] < RANK_MIN:
        assert theirs > _heaviest(one, own, RANK_MIN)[0]


def test_the_very_same_name_comes_first_however_many_hold_its_word_several_times() -> None:
    crowd = [ListedName(party, f"Hamid Hamad Hamed {chr(97 + party)}elo") for party in range(20)]
    search = Search(build_index([*crowd, ListedName(20, "al-Hammad")]))
    asked = search.read(["al-Hammad"])
    near = neighbours(search.index.vocabulary, asked.spelt, asked.listed)
    _, theirs = find_candidates(search.index, asked.readings, asked.weight, near, 12)
    assert search.index.readings.source[theirs[0]] == 20
