"""What is wrong with a setting."""


class ConfigError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop; ``str`` gives both."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}"
