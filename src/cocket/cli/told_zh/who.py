"""Who stated something, and when."""

from typing import Final

WORDS: Final = {"said": "{firm}（{day}）"}
