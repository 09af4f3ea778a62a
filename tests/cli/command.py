"""Runs the command as people do, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ORDERS = ROOT / "examples" / "rare-earth-magnets" / "orders.csv"
COMMAND = [sys.executable, "-m", "cocket"]

HEADER = "Line,Product,Kind,Magnet family,Nd %,Dy %,Tb %,HS code,Quantity (kg),Destination,Export date,End user,End use"
FREE = "1,P-1,magnet,ferrite,,,,85051900,10,DE,2025-05-02,Kettle Works,pumps"
CAUGHT = "2,P-2,magnet,SmCo,,,,85051110,10,DE,2025-05-02,Kettle Works,pumps"
OPEN = "3,P-3,magnet,NdFeB,29,,,85051110,10,DE,2025-05-02,Kettle Works,pumps"


def environment(**changes: str) -> dict[str, str]:
    """This process's environment in English, without a terminal's settings and the user's own data, with changes."""
    unset = ("COCKET_TOKEN", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    # No folder can be below the null device: statements that the developer keeps at home answer no test.
    return {**kept, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src"), "XDG_DATA_HOME": os.devnull, **changes}


def cocket(*arguments: object, code: int = 0, **changes: str) -> subprocess.CompletedProcess[str]:
    """The finished process; its exit code must be ``code``, and it must never end in a traceback."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**changes),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, f"code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def orders(folder: Path, *rows: str, header: str = HEADER, name: str = "list.csv") -> Path:
    return written(folder / name, [header, *rows])


def written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
