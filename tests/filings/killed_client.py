"""A process that attaches one document after the other to a draft and notes each answer; made to be killed.

python -m tests.filings.killed_client REFERENCE NOTES; the database and the folder stand in the environment.
"""

import sys
from pathlib import Path

from cocket.config.start import start

COUNT = 400


def main(reference: str, notes: Path) -> None:
    start()
    from tests.filings.papers import attached

    with notes.open("a", encoding="ascii") as file:
        for place in range(COUNT):
            name = f"{notes.name}-{place}"
            file.write(f"ask {name}\n")
            file.flush()
            made = attached(reference, text=name)
            file.write(f"answer {name} {made.number} {made.sha256}\n")
            file.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
