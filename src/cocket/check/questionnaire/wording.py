"""What a form says beside a field: the question, how to answer it, and why it is asked."""

from cocket.check.questionnaire.fields import Field
from cocket.check.questionnaire.form import AskedProduct, Form, Reason
from cocket.check.questionnaire.words import UNKNOWN, FormWords


def heading(form: Form, words: FormWords, fill: str) -> tuple[str, ...]:
    """The lines above the questions, the title first; ``fill`` says how this kind of file is filled in."""
    return (
        words.say("title"),
        words.say("form", id=form.id, day=form.made_on),
        words.say("asker", name=form.asker or words.say("asker.sender")),
        words.say("supplier", name=form.supplier or words.say("supplier.nobody")),
        words.say("why"),
        words.say("unknown"),
        words.say("honest"),
        words.say(fill),
    )


def title_of(product: AskedProduct, words: FormWords) -> str:
    if product.named_by == "description":
        return words.say("described", name=product.product)
    named = words.say("product", name=product.product)
    return f"{named} · {product.description}" if product.description else named


def how_to(field: Field, form: Form, words: FormWords, *, picker: bool = False) -> str:
    """``picker``: days are chosen from a calendar, which writes them as the reader's own system does."""
    need = words.say("how.required" if field.required else "how.optional")
    match field.kind:
        case "day":
            return need if picker else f"{words.say('how.day', day=form.made_on)}; {need}"
        case "text":
            return need if field.asked is None else words.say("how.text")
        case kind:
            return words.say(f"how.{kind}")


def why(field: Field, words: FormWords) -> str:
    """The norms that the answer decides, and what was answered before."""
    if field.asked is None:
        return ""
    said = "".join(
        words.say("earlier", value=one.value or words.pick(UNKNOWN), name=one.name, day=one.said_on)
        for one in field.asked.earlier
    )
    reasons = [_reason(one, words) for one in field.asked.reasons]
    if field.asked.more:
        reasons.append(words.say("reason.more", count=field.asked.more))
    joined = ("；" if words.lang == "zh" else "; ").join(reasons)
    return said + (words.say("reason.lead") + joined if reasons else "")


def _reason(reason: Reason, words: FormWords) -> str:
    number, text = (words.pick((one.en, one.zh)) for one in (reason.number, reason.text))
    key = "reason.code" if reason.code else "reason.norm"
    return words.say(key, code=reason.code, number=number, at=reason.at, text=text)
