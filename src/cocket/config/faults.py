"""What can be wrong with a setting, and what to do."""

from typing import Final

from cocket.wording import Faults

FORMS: Final = "Write sqlite:///PATH or postgresql://USER:PASSWORD@HOST:PORT/NAME"

wrong: Final = Faults(
    "config",
    {
        "key_open": ("Others may read the key in {path}", "Type: chmod 600 {path}"),
        "key_not_kept": (
            "The key of the server cannot be kept in {path}: {error}",
            "Set COCKET_SECRET_KEY_FILE to a file that may be written, in a folder of your own",
        ),
        "key_no_text": (
            "The key of the server cannot be kept in {path}: it is no text",
            "Set COCKET_SECRET_KEY_FILE to a file that may be written, in a folder of your own",
        ),
        "key_short": ("{path} holds no key of {length} signs", "Delete the file; the next start makes one"),
        "no_folder": (
            "The folder {folder} for licences cannot be made: {error}",
            "Set XDG_DATA_HOME to a folder that may be written, or set DATABASE_URL",
        ),
        "no_home": (
            "XDG_DATA_HOME: this user has no home, so that there is no folder to keep licences in",
            "Set it to a folder that may be written, or set DATABASE_URL",
        ),
        "database": ("The database of licences cannot be used: {error}", "See DATABASE_URL"),
        "newer": (
            "The database was made by a newer version of cocket",
            "Use that version, or a newer one",
        ),
        "no_address": ("DATABASE_URL is no address: {error}", FORMS),
        "other_database": (
            "DATABASE_URL begins with {scheme!a}, which is no database that is known here",
            FORMS,
        ),
        "no_database": ("DATABASE_URL is no address, which is no database that is known here", FORMS),
        "no_file": ("DATABASE_URL names no file that could be kept", FORMS),
        "no_psycopg": (
            "DATABASE_URL names PostgreSQL, which needs psycopg, and that is not installed",
            "Install it with: pip install 'cocket[postgres]'",
        ),
        "no_name": ("DATABASE_URL names no database on the server", FORMS),
        "no_host": ("--host {host!a} is no address of this machine", "Write 127.0.0.1 or ::1"),
        "open_to_all": (
            "{host} can be reached from other machines, and no accounts are kept: anyone could revoke licences",
            "Leave --host out, or add accounts first: cocket account",
        ),
        "port": ("{host} port {port}: {error}", "Choose another one with --port"),
        "time_zone": (
            "COCKET_TIME_ZONE: {zone!a} is no time zone that this machine knows",
            "Write one such as Asia/Shanghai, or install the package tzdata",
        ),
    },
)
