"""A licence in the reader's language, from the plain data that the records give."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.licensing.licences.errors import MoveRefused

View = dict[str, Any]
LABEL = 12


def head_line(view: View, words: Words) -> str:
    named = words.name("licence.kind", view["kind"]), words.name("licence.status", view["standing"])
    return words.say("licence.head", number=view["number"], kind=named[0], status=named[1], **_until(view))


def _until(view: View) -> dict[str, str]:
    holder = view["holder"] if isinstance(view["holder"], str) else view["holder"]["name"]
    return {"holder": holder, "until": view["valid_until"]}


def licence_lines(view: View, words: Words) -> list[str]:
    return list(_licence(view, words))


def _licence(view: View, words: Words) -> Iterator[str]:
    yield head_line(view, words)
    if view["status"] != view["standing"]:
        yield "  " + words.say("licence.not_booked", status=words.name("licence.status", view["status"]))
    if view["standing"] == "valid" and not view["usable_today"]:
        yield "  " + words.say("licence.not_begun", first=view["valid_from"])
    yield row(words, "holder", party(view["holder"]))
    yield row(words, "regime", view["regime"])
    yield row(words, "valid", words.say("licence.days", **{name: view[name] for name in DAYS}))
    left = "lapsed" if view["standing"] in ENDED else "left"
    for line in view["lines"]:
        yield from _line(line, left, words)
    yield words.say("licence.steps")
    for step in view["steps"]:
        named = words.name("licence.move", step["move"])
        other = f" ({step['other']})" if step["other"] else ""
        yield f"  {step['recorded'][:16].replace('T', ' ')}Z  {named}{other}  {step['by']}: {step['why']}"


ENDED = ("revoked", "expired", "completed", "replaced", "surrendered")  # nothing leads out of these
DAYS = ("issued_on", "valid_from", "valid_until")


def _line(line: View, rest: str, words: Words) -> Iterator[str]:
    from cocket.licensing.licences.licence import NO_CODE

    code = words.say("licence.by_use") if line["control_code"] == NO_CODE else line["control_code"]
    yield f"{line['id']}  {code}  {line['goods']}"
    yield row(words, "to", words.say("joint").join(line["destinations"]))
    yield row(words, "end_user", words.say("answer.and").join(map(party, line["end_users"])))
    if line.get("end_uses"):
        yield row(words, "end_use", words.say("answer.and").join(line["end_uses"]))
    for limit in ("quantity", "value"):
        if limit in line["balance"]:
            yield row(words, limit, _balance(line, limit, rest, words))
    for place, period in enumerate(line.get("periods", ())):
        both = (_balance(period, limit, rest, words) for limit in ("quantity", "value") if limit in period)
        limits = words.say("answer.and").join(both)
        told = words.say("licence.in_period", first=period["first"], last=period["last"], limits=limits or "-")
        yield row(words, "" if place else "period", told)
    limit = line.get("uses", words.say("licence.no_limit"))
    yield row(words, "uses", words.say("licence.uses", used=line["balance"]["uses"], limit=limit))
    if "excess" in line["balance"]:
        yield row(words, "excess", line["balance"]["excess"])
    for place, condition in enumerate(line.get("conditions", ())):
        yield row(words, "" if place else "condition", told_condition(condition, words))


def _balance(line: View, limit: str, rest: str, words: Words) -> str:
    """``rest``: whether what was not used is "left" or has "lapsed" with its licence."""
    shown = line["balance"][limit]
    left = shown.get("left", words.say("licence.no_limit"))
    tolerance = line.get(f"{limit}_tolerance")
    said = words.say("licence.tolerance", tolerance=tolerance) if tolerance else ""
    left = words.say(f"licence.rest.{rest}", left=left)
    moved = {"written_off": shown["written_off"], "reserved": shown["reserved"], "left": left}
    return words.say("licence.balance", limit=line.get(limit, "-") + said, **moved)


def told_condition(condition: View, words: Words) -> str:
    match condition:
        case {"only": field, "in": values}:
            return words.say(
                "licence.only", field=words.name("licence.field", field), values=words.say("joint").join(values)
            )
        case {"report": event, "within_days": days}:
            return words.say("licence.report", event=words.name("licence.event", event), days=days)
    ((kind, value),) = condition.items()
    return words.say(f"licence.{kind}", value=value)


def party(view: View) -> str:
    details = [view[key] for key in ("country", "number") if key in view]
    names = " / ".join([view["name"], *view.get("also", ())])
    return f"{names} ({', '.join(details)})" if details else names


def row(words: Words, label: str, text: str) -> str:
    named = words.say(f"licence.row.{label}") if label else ""
    width = sum(2 if ord(sign) > 0x2E7F else 1 for sign in named)
    return f"  {named}{' ' * (LABEL - width)}{text}"


def refusal(error: "MoveRefused", words: Words) -> str:
    why = words.say(f"licence.why_not.{error.why}")
    return words.say("licence.refused", number=error.number, move=words.name("licence.move", error.move), why=why)
