"""An index as a folder of plain arrays: written whole or not at all, opened by mapping the files."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cocket.screening.index import NameIndex, Readings
from cocket.screening.sounds_alike import Sounds
from cocket.screening.spelt_words import SpeltWords
from cocket.screening.vocabulary import Neighbours, Vocabulary
from cocket.screening.word_weights import Commonness

# Changes with what is in the folder or how names are read; a folder of another shape is built anew.
SHAPE = 12
_HEAD = "index.json"


def save_index(index: NameIndex, folder: Path) -> None:
    """Writes beside ``folder`` and moves it there in one step; what stood there is replaced."""
    made = folder.with_name(f"{folder.name}.{os.getpid()}.new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for name, array in _arrays(index).items():
        np.save(made / f"{name}.npy", array, allow_pickle=False)
    words = [word.decode() for word in index.spelt.letters.tolist()]
    counts = np.array([index.commonness.of_word.get(word, 0) for word in words], dtype=np.int32)
    np.save(made / "counts.npy", counts, allow_pickle=False)
    (made / _HEAD).write_text(json.dumps({"shape": SHAPE, "parties": index.commonness.parties}), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    made.replace(folder)


def open_index(folder: Path) -> NameIndex | None:
    """The index in ``folder``; None where there is none, one of another shape, or only a part of one."""
    try:
        head = json.loads((folder / _HEAD).read_text(encoding="utf-8"))
        if head.get("shape") != SHAPE:
            return None
        return _index(folder, int(head["parties"]))
    except (OSError, ValueError, KeyError):
        return None


def _index(folder: Path, parties: int) -> NameIndex:
    of = {file.stem: np.load(file, mmap_mode="r", allow_pickle=False) for file in folder.glob("*.npy")}
    spelt = SpeltWords(
        np.array(of["letters"]), of["sounds"], of["skeletons"], of["vowelless"], of["equivalents"],
        (of["letter_bag"], of["sound_bag"]),
    )  # fmt: skip
    readings = Readings(
        of["words"], of["source"], of["kinds"], of["latin"], of["in_order"], of["by_letter"], of["written"]
    )  # fmt: skip
    words = [word.decode() for word in spelt.letters.tolist()]
    commonness = Commonness(parties, dict(zip(words, of["counts"].tolist(), strict=True)))
    near = Neighbours(of["near_starts"], of["near"], of["near_likeness"])
    numbers = {word: number for number, word in enumerate(words)}
    vocabulary = Vocabulary(spelt, numbers, of["hashes"], of["hash_starts"], of["hashed"], near)
    return NameIndex(
        of["party"], readings, vocabulary, of["weight"], of["total"], of["starts"], of["places"], commonness,
        Sounds(of["sound_letters"], of["sound_rows"]),
    )  # fmt: skip


def _arrays(index: NameIndex) -> dict[str, NDArray[Any]]:
    readings, vocabulary, spelt = index.readings, index.vocabulary, index.spelt
    return {
        "party": index.party, "words": readings.words, "source": readings.source, "kinds": readings.kinds,
        "latin": readings.is_latin, "in_order": readings.in_order, "by_letter": readings.by_letter,
        "written": readings.written,
        "letters": spelt.letters, "sounds": spelt.sounds, "skeletons": spelt.skeletons,
        "vowelless": spelt.is_vowelless, "equivalents": spelt.has_equivalents,
        "letter_bag": spelt.letter_bag, "sound_bag": spelt.sound_bag,
        "weight": index.weight, "total": index.total, "starts": index.starts,
        "places": index.places, "hashes": vocabulary.hashes, "hash_starts": vocabulary.hash_starts,
        "hashed": vocabulary.hashed, "near_starts": vocabulary.near.starts, "near": vocabulary.near.words,
        "near_likeness": vocabulary.near.likeness, "sound_letters": index.sounds.letters,
        "sound_rows": index.sounds.rows,
    }  # fmt: skip
