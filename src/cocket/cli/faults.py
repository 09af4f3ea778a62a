"""A fault of what the command was given that no other room finds."""

from cocket.wording.shapes import placed


class InputError(Exception):
    """``where`` and ``what`` is wrong and what to do, each without its full stop and told in the reader's language
    or a phrase."""

    def __init__(self, what: str, remedy: str, *, where: str) -> None:
        super().__init__(placed(where, what, remedy))
        self.what, self.where, self.remedy = what, where, remedy
