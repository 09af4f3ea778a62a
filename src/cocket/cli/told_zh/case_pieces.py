"""Pieces of faults of cases."""

from typing import Final

WORDS: Final = {"no_adviser_yet": "尚无，请先授予某人该角色", "event": "{name} 的 {step}"}
