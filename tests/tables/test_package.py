"""The package as others see it: cheap to import, and documented."""

import subprocess
import sys
from pathlib import Path

from cocket.check import tables

HEAVY = ("pyarrow", "python_calamine", "xlsxwriter", "openpyxl", "zipfile", "xml")


def test_importing_loads_no_heavy_library() -> None:
    program = (
        "import sys; before = set(sys.modules); import cocket.check.tables; print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert "cocket.check.tables.read" in loaded
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []


def test_every_public_name_and_every_module_is_documented() -> None:
    folder = Path(tables.__file__).parent
    text = (folder / "docs.md").read_text(encoding="utf-8")
    names = [*tables.__all__, *(path.name for path in folder.glob("*.py") if path.name != "__init__.py")]
    assert [name for name in names if f"`{name}`" not in text] == []
