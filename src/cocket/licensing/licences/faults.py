"""What can be wrong with a licence or with what somebody wants to do with it, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

LETTERS: Final = "Write it with the letters A to Z, digits and single hyphens, as 26-AA-100001"
IN_ORDER: Final = "A licence is issued, then begins, then ends"
ONE_EXPORT: Final = "Leave it as one, or issue a general licence"
EACH_ONE: Final = "Issue one for each, or a general licence"

wrong: Final = Faults(
    "licence",
    {
        # numbers
        "sign": ("Sign {place} of the number {number!a} is {sign}", LETTERS),
        "sign_like": ("Sign {place} of the number {number!a} is {sign}, which is not {plain}", LETTERS),
        "number": ("{number!a} is no number of a licence", LETTERS + "; at most {most} signs, no hyphen at an end"),
        # the licence and its lines
        "party_without_name": ("A party without a name", "Name it as the licence prints it"),
        "long_name": ("The name {name!a}... is too long", "At most {most} characters"),
        "no_goods": ("Line {line} does not say what the goods are", "Write it as the licence does"),
        "no_end_user": ("Line {line} names no end user", "Name each one; a licence without is good for nobody"),
        "no_destination": ("Line {line} names no destination", "Name each one; a licence without is good for nobody"),
        "order": ("Issued {issued}, valid from {since} to {until}: not in this order", IN_ORDER),
        "lines": ("The licence has {count} lines", "Give 1 to {most}"),
        "line_called": ("Line {place} is called {id!a}", "Call it {number}/{place}"),
        "outside": ("Line {line} is valid outside the licence", "Keep it within the licence"),
        "no_limit": (
            "Line {line} limits neither quantity nor value",
            "Give one limit at least: a licence is for stated items",
        ),
        "any_number": ("A single licence is for one export, not any number of", ONE_EXPORT),
        "several_exports": ("A single licence is for one export, not {uses}", ONE_EXPORT),
        "periods": ("One export has no periods", "Leave the periods out"),
        "end_users": ("A single licence is for one end user, not {count}: {names}", EACH_ONE),
        "destinations": ("A single licence is for one destination, not {count}: {names}", EACH_ONE),
        # conditions
        "allows_nothing": ("The condition on {field} allows nothing", "Name what it allows"),
        "zero": ("A condition of zero or less allows nothing", "Give a figure above zero"),
        "restricts_nothing": ("'{name}' is nothing that a condition restricts", "Known here: {known}"),
        "no_event": ("'{name}' is nothing to report on", "Known here: {known}"),
        "no_days": ("'{number}' is no number of days", "Write a number such as 30"),
        "no_condition": ("this is none of the conditions that can be tested", "Write one of: {forms}"),
        # what the law allows
        "regime": ("'{regime}' is no regime of the lawbook", "Known here: {known}"),
        "no_validity": (
            "The lawbook names no validity of a {kind} licence under {regime} on {day}",
            "Encode the instrument that sets it first",
        ),
        "too_long": (
            "A {kind} licence issued on {day} ends on {last} at the latest ({number}, {at})",
            "Shorten its validity",
        ),
        # amendments
        "key_changed": (
            "{new} would be {wanted}, and {old} is {had}",
            "Apply anew, and hand the old licence back",
        ),
        "holder_changed": (
            "{new} would be {wanted}'s, and {old} is {had}'s",
            "A licence is not passed on: the other holder applies",
        ),
        "line_changed": (
            "{keys} of line {line} are as on no line of {old}",
            "Apply anew, hand the old licence back and stop exporting",
        ),
        # as it is written down
        "unread": ("cannot be read: {error}", "Name a file that is there"),
        "not_utf8": ("not UTF-8 at byte {at}", "Save it as UTF-8"),
        "nested": ("nested too deeply", "Write it as in the description of the form"),
        "not_json": ("not readable as JSON: {error}", "Correct it there"),
        "kind": ("'{kind}' is no kind of licence", "Known kinds: {known}"),
        "no_unit": ("'{figure}' is a figure without what it counts", 'Write it as "{example}"'),
        "country": ("'{code}' is no ISO code of a country", "Write its ISO code of two letters"),
        "country_meant": ("'{code}' is no ISO code of a country", 'Write "{meant}"'),
        "unit_twice": ("the unit stands beside the quantity already", "Leave this key out"),
        "no_quantity": (
            "neither quantity nor unit",
            "Give 'quantity: 100 kg', or the unit that is counted in",
        ),
        "other_unit": ("{found} beside a quantity in {unit}", "State it in {unit}"),
        "other_coin": ("{found} beside no value of the line in {currency}", "Give the line's value too"),
        "no_whole_number": ("'{text}' is no whole number", "Write a number such as 1"),
        # steps
        "nobody": ("Nobody is named", "A step of a licence says who took it and why"),
        "no_reason": ("No reason is given", "A step of a licence says who took it and why"),
        "long_text": ("The text is too long or not on one line", "Write {most} characters at most"),
        "status": ("A licence is not issued as {status}", "Issue it, then take the step"),
        "future": ("It is issued on {day}, which is not yet here", "Check the date"),
        "other_name": (
            "{name!a} is stated to take the step, and the token is that of {actor}",
            "Leave it out: the step is written down under the token's name",
        ),
        "taken": ("{number} was issued before", "A number is given once: give another one"),
        "looks_like": (
            "{number} looks like {other}, which was issued before: it has {difference}",
            "Give a number that nobody can confuse with it",
        ),
        # looked for
        "strange_sign": ("{text!a} holds a sign that no name or number has", "Leave it out"),
        "unknown": ("There is no licence {number}", "Check the number on the licence"),
        "unknown_near": (
            "There is no licence {number}; {near} was issued, which has {difference}",
            "Check the number on the licence, letter by letter",
        ),
        "no_line": ("{number} has no line {line}", "It has {count}"),
        # reports
        "not_due": (
            "Under {number} no report on {event} of {export!a} is due",
            "See which are: cocket licence reports",
        ),
        "not_on_that_day": (
            "Exported on {exported}, so that its {event} was not on {day}",
            "Give the day on which it happened, today at the latest",
        ),
    },
)
pieces: Final = Phrases(
    "licence_words",
    {
        "difference": "the {sign} for the {its} in place {place}",
        "none": "nothing",
        "digit": "digit {sign}",
        "letter": "letter {sign}",
    },
)
