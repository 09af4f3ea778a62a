"""Why somebody is not let in, may not do something, or is told that it is not there, in words by key."""

from typing import Final

from cocket.wording import Faults, Phrases

ASK: Final = "Ask the administrator of your organisation for a new one"

wrong: Final = Faults(
    "account",
    {
        # tokens
        "days": ("{days} days are too few or too many", "Choose 1 to {most}"),
        "token_taken": ("The token {short} is there already", "Choose another short name"),
        "role_not_held": ("{person} is not {role} of {organisation}", "Give the role first: cocket account role give"),
        "token_unknown": ("The token is not known", ASK),
        "token_revoked": ("The token {short} was revoked", ASK),
        "token_expired": ("The token {short} has expired", ASK),
        "token_without_role": ("The token {short} is for a role that was taken", ASK),
        "no_token": (
            "Accounts are kept here, and no token says who asks",
            "Ask the administrator of your organisation for a token",
        ),
        "no_bearer": (
            "The header Authorization is not one with a token",
            "Write Authorization: Bearer TOKEN. " + ASK,
        ),
        "nobody_acts": (
            "No accounts are kept here, so that nobody says who acts",
            "Add them with cocket account, or use the command line",
        ),
        "this_machine_only": (
            "No accounts are kept here, so that only this machine is served",
            "Add them: cocket account",
        ),
        # rights
        "not_there": ("There is no {resource} {key!r}", "Check the name; you see only what your role may"),
        "not_allowed": (
            "The role {role} of {organisation} may not {verb} this {resource}",
            "Who may: {may}, each within what it sees",
        ),
        # organisations and people
        "no_province_for": ("An organisation of kind {kind} files with no province", "Only an exporter does"),
        "no_province": ("{province} is no province", "Name an organisation of kind province"),
        "kind_without_role": ("{organisation} is of kind {kind}, which has no {role}", "It has: {roles}"),
        "not_taken": ("{person} is not {role} of {organisation}", "Nothing has to be taken"),
        "two_parts": (
            "{person} is {roles} of {organisation}, and an administrator has no other role there",
            "Give it to somebody else, or take the other role first",
        ),
        "short_password": ("The password is too short", "Choose one of {least} characters or more"),
        "no_short_name": (
            "{text!a} is no short name",
            "Use a to z, digits, dots and hyphens, {most} at most, with a letter or digit at the ends",
        ),
        "no_name": ("{text!a} is no name", "Write one line of {most} characters at most"),
        "organisation_taken": (
            "The organisation {short} or its register number is there already",
            "A short name is given once: choose another",
        ),
        "person_taken": ("The person {short} is there already", "A short name is given once: choose another"),
        "accounts_there": (
            "Accounts are kept here already",
            "Try the example on a database of its own: DATABASE_URL",
        ),
    },
)
pieces: Final = Phrases("account_words", {"nobody": "nobody", "no_organisation": "no organisation"})
