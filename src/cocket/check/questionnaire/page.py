"""A form as one page of HTML that needs nothing else: filled in by hand or keyboard, saved as a file, or printed."""

from collections.abc import Iterator
from html import escape
from typing import Final

from cocket.check.questionnaire.carried import carried_text
from cocket.check.questionnaire.fields import Field, product_fields, speaker_fields
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.page_parts import SCRIPT, STYLE
from cocket.check.questionnaire.read import ANSWERS
from cocket.check.questionnaire.wording import heading, how_to, title_of, why
from cocket.check.questionnaire.words import FormWords

LANG: Final = {"en": "en", "zh": "zh-CN"}
POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def form_page(form: Form, words: FormWords) -> str:
    """The whole page."""
    return "\n".join(_Page(form, words).lines()) + "\n"


class _Page:
    def __init__(self, form: Form, words: FormWords) -> None:
        self.form, self.words = form, words

    def lines(self) -> Iterator[str]:
        title, *above = heading(self.form, self.words, "fill.html")
        yield f'<!doctype html>\n<html lang="{LANG[self.words.lang]}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(title)}, {self.form.id}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
        yield f'<div class="head">\n<h1>{escape(title)}</h1>'
        yield from (f"<p>{escape(line)}</p>" for line in above)
        yield "</div>"
        yield from self._form()
        # Inside a script element only "<" can end it, so it is written as JSON may write it.
        carried = carried_text(self.form).replace("<", "\\u003c")
        yield f'</main>\n<script type="application/json" id="questions">{carried}</script>'
        yield f"<script>{SCRIPT}</script>\n</body>\n</html>"

    def _form(self) -> Iterator[str]:
        say, file = self.words.say, f"{self.form.id}.json"
        data = {"format": ANSWERS, "file": file, "saved": say("saved", file=file), "incomplete": say("incomplete")}
        told = " ".join(f'data-{name}="{escape(text)}"' for name, text in data.items())
        yield f'<form id="form" novalidate autocomplete="off" {told}>'
        yield from self._group(say("speaker"), speaker_fields())
        for product, fields in product_fields(self.form, self.words.vocabulary):
            yield from self._group(title_of(product, self.words), fields)
        yield f'<p class="signature">{escape(say("signature"))}</p>'
        yield f'<p><button type="submit">{escape(say("save"))}</button>'
        yield f'<button type="button" id="print">{escape(say("print"))}</button></p>'
        yield '<p id="status" role="status"></p>\n</form>'

    def _group(self, title: str, fields: tuple[Field, ...]) -> Iterator[str]:
        yield f"<fieldset>\n<legend>{escape(title)}</legend>"
        for field in fields:
            yield '<div class="field">'
            yield from self._composition(field) if field.rows else self._single(field)
            yield "</div>"
        yield "</fieldset>"

    def _beside(self, field: Field) -> Iterator[str]:
        name = _name(field.number)
        yield f'<p class="how" id="{name}-how">{escape(how_to(field, self.form, self.words, picker=True))}</p>'
        reasons = why(field, self.words)
        if reasons:
            yield f'<p class="why" id="{name}-why">{escape(reasons)}</p>'

    def _single(self, field: Field) -> Iterator[str]:
        name = _name(field.number)
        yield f'<label for="{name}">{field.number}  {escape(self.words.question(field.fact))}</label>'
        yield from self._beside(field)
        described = f"{name}-how" + (f" {name}-why" if why(field, self.words) else "")
        shared = f'id="{name}" data-number="{field.number}" aria-describedby="{described}"'
        shared += " required" if field.required else ""
        if not field.options:
            yield f'<input {shared} type="{"date" if field.kind == "day" else "text"}">'
            return
        yield f"<select {shared}>"
        yield f'<option value="">{escape(self.words.say("choose"))}</option>'
        for option in field.options:
            value = escape(option.value or option.words[0])
            yield f'<option value="{value}">{escape(self.words.pick(option.words))}</option>'
        yield "</select>"

    def _composition(self, field: Field) -> Iterator[str]:
        name, say = _name(field.number), self.words.say
        question = f"{field.number}  {escape(self.words.question(field.fact))}"
        yield f'<p class="label" id="{name}">{question}</p>'
        yield from self._beside(field)
        yield f'<table aria-labelledby="{name}" aria-describedby="{name}-how">'
        heads = (say("substance.row", number=""), say("share.row", number=""))
        columns = "".join(f'<th scope="col">{escape(head.strip())}</th>' for head in heads)
        yield f"<thead><tr>{columns}</tr></thead>\n<tbody>"
        for row, number in enumerate(field.rows, start=1):
            cells = (say("substance.row", number=row), say("share.row", number=row))
            controls = (
                f'<td><input type="text" data-number="{number}" data-part="{part}" aria-label="{escape(label)}"></td>'
                for part, label in enumerate(cells)
            )
            yield f"<tr>{''.join(controls)}</tr>"
        yield "</tbody>\n</table>"


def _name(number: str) -> str:
    return number.replace(".", "-")
