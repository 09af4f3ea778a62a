"""What one would type here: a path, and the command itself."""

import shutil
import sys
from pathlib import Path


def typed(path: Path) -> str:
    """The path as one would type it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def program() -> str:
    """The command as one would type it here; it may stand in an environment that is not on the path."""
    if shutil.which("cocket"):
        return "cocket"
    called = Path(sys.argv[0])
    return "python -m cocket" if called.name == "__main__.py" else typed(called.absolute())
