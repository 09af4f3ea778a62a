"""Letters of any script in ASCII, as the library anyascii writes each: asked once, then known."""

from anyascii import anyascii


class _Written(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        written = self[letter] = anyascii(chr(letter))
        return written


_WRITTEN = _Written()


def in_ascii(text: str) -> str:
    """What anyascii writes for ``text``, which is what it writes for its letters one after another."""
    return text.translate(_WRITTEN)
