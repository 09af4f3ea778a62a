"""What can be wrong with the statements that are kept, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

RESTORE: Final = "Take the file from a copy; if there is none, delete the line and ask the supplier anew"
ELSEWHERE: Final = "Choose another file with --passports FILE"
NEWER: Final = "Use a newer version of Cocket"

wrong: Final = Faults(
    "passport",
    {
        "not_kept": ("the statements cannot be kept here: {error}", ELSEWHERE),
        "not_read": ("the statements kept here cannot be read: {error}", ELSEWHERE),
        "cut": ("the line is cut off or is no passport", RESTORE),
        "changed": ("the line was changed after it was written", RESTORE),
        "kind": ("the passport is of a kind that is not known here ({error})", NEWER),
        "facts": ("the passport states what is not known here ({facts})", NEWER),
        "spelling": ("the passport states what is not known here (its spelling)", NEWER),
        "locked": ("another process is writing to the statements", "Wait until it is done and try again"),
        "not_joined": (
            "{what}, when joined with the statement of {said}",
            "Correct the list, ask the supplier anew, or leave statements out with --no-passports",
        ),
    },
)
who: Final = Phrases("who", {"said": "{firm} on {day}"})
