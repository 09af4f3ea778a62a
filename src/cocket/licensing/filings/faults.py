"""What can be wrong with an application that is kept, its documents and their seals, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

RESTORE: Final = "Bring it back from a copy of the folder, and find out what changed it"

wrong: Final = Faults(
    "filing",
    {
        "filed": ("{reference} is filed", "It can be changed when it is returned; to start anew, save another"),
        "other_exporter": (
            "The exporter's register number is {stated}, and {organisation}'s is {own}",
            "An organisation applies for itself",
        ),
        "stale": (
            "{reference} is in version {version}, and you have seen {seen}: {changed}",
            "Look at it again, then save",
        ),
        "unknown": ("There is no application {reference!a}", "Check the reference; you see only your own"),
        "strange_sign": ("{text!a} holds a sign that no reference has", "Leave it out"),
        # invitations
        "days": ("{days} days are too few or too many", "Choose 1 to {most}"),
        "unseen": (
            "Declared is {seen!a}, and what is asked now has the digest {digest}",
            "Read again what is asked, then declare that",
        ),
        "no_end_user": (
            "No end user is kept here as {organisation!a}",
            "Leave the organisation out, and send the code to the end user",
        ),
        "other_end_user": (
            "The end user of this request has the register number {number}, and {organisation} has {own}",
            "Invite the end user itself",
        ),
        # documents
        "other_hash": (
            "{name} arrived with the hash {found}… and was said to have {stated}…",
            "Something changed it on its way, or it is another file; send it again",
        ),
        "too_large": ("{name} is larger than {most} MiB", "Send it in parts, or scan it with fewer dots"),
        "other_length": (
            "{name} was cut off or added to: {count} bytes arrived of {stated}",
            "Nothing was kept; send it again",
        ),
        "empty": ("{name} is empty", "Send the file that was meant"),
        "no_name": ("{name!a} is no name of a file", "Give it a plain name of {most} signs at most, without folders"),
        "signed": (
            "Document {number} was signed by the end user",
            "It is not the exporter's to take off; a newer one takes its place",
        ),
        "too_many": ("{reference} has {count} documents", "Put several into one file"),
        "no_document": ("{reference} has no document {number}", "See which it has"),
        "no_paper": ("{kind!a} is no paper that the law knows", "It knows: {known}"),
        "document_unread": ("The document {digest} cannot be read: {error}", RESTORE),
        "document_changed": (
            "The document {digest} is not what was kept: its content has the hash {found} now",
            RESTORE,
        ),
        "document_not_kept": (
            "The document cannot be kept in {folder}: {error}",
            "Nothing was attached; see to the folder and send it again",
        ),
        "no_invitation": (
            "There is no invitation to sign for request {request} of {reference!a}",
            "Ask the exporter for one; a code is good once, and for some days",
        ),
        # seals
        "not_opened": (
            "{what} was changed, or none of the seal keys here opens it",
            "Bring back the key file that was used: without its keys nobody can read it",
        ),
        "key_not_kept": (
            "The seal key cannot be kept in {path}: {error}",
            "Set COCKET_SEAL_KEY_FILE to a file that may be written",
        ),
        "key_open": ("Others may read the seal keys in {path}", "Type: chmod 600 {path}"),
        "no_key": (
            "There is no seal key, so that nothing sealed is kept",
            "Whoever runs the installation makes one: cocket seal new",
        ),
        "keys_unread": ("The seal keys in {path} cannot be read: {error}", "See that this program may read the file"),
        "no_seal_key": ("{path} holds something that is no seal key", "Bring back the file from its copy"),
    },
)
pieces: Final = Phrases(
    "filing_words",
    {
        "document": "The document {digest}",
        "change": "{key}: {before} -> {after}",
        "not_there": "not there",
        "gone": "gone",
        "no_change": "nothing differs",
        "more": "{changes} and {count} more",
    },
)
