"""The page: whole in itself, every control labelled, colours that can be read, and no word of a form in its script."""

import json
import re
from html.parser import HTMLParser

import pytest

from cocket.check.questionnaire.carried import carried_text
from cocket.check.questionnaire.fields import product_fields, speaker_fields
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.page import form_page
from cocket.check.questionnaire.page_parts import CONTRASTS, SCRIPT, STYLE
from cocket.check.questionnaire.words import FormWords
from tests.check.questionnaire.forms import DY, VOCABULARY, form_on, product

FORM = form_on(product("kind", "composition", "origin"), product(DY, name="P-2"))
NASTY = form_on(product(DY, name='"><script>alert(1)</script>'), supplier="</script><b>&", asker="' onclick='x")


class Parsed(HTMLParser):
    """All elements with their attributes, and the texts of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


def page(form: Form = FORM, lang: str = "en") -> Parsed:
    return Parsed(form_page(form, FormWords(lang, VOCABULARY)))


@pytest.mark.parametrize(("lang", "tag"), [("en", "en"), ("zh", "zh-CN")])
def test_the_page_says_its_language(lang: str, tag: str) -> None:
    assert page(lang=lang).all("html") == [{"lang": tag}]


def test_every_question_has_a_control_and_every_control_a_label() -> None:
    parsed = page()
    labelled = {one["for"] for one in parsed.all("label")}
    controls = parsed.all("input", "select")
    assert all(one.get("id") in labelled or one.get("aria-label") for one in controls)
    fields = [*speaker_fields(), *(one for _, several in product_fields(FORM, VOCABULARY) for one in several)]
    numbers = [number for one in fields for number in (one.rows or (one.number,))]
    assert [one["data-number"] for one in controls if one.get("data-part") != "1"] == numbers


def test_ids_stand_once_and_descriptions_are_there() -> None:
    parsed = page()
    ids = [one["id"] for _, one in parsed.elements if "id" in one]
    assert len(set(ids)) == len(ids)
    described = [name for _, one in parsed.elements for name in (one.get("aria-describedby") or "").split()]
    assert described
    assert set(described) <= set(ids)


def test_nothing_is_fetched_from_anywhere() -> None:
    parsed = page()
    assert [one for one in parsed.elements if one[0] in ("link", "img", "iframe", "object") or "src" in one[1]] == []
    assert "default-src 'none'" in str(parsed.all("meta")[1]["content"])
    assert not re.search(r"https?://|fetch\(|XMLHttpRequest|@import|url\(", SCRIPT + STYLE)


def test_no_word_of_a_form_becomes_part_of_the_page() -> None:
    parsed = page(NASTY)
    assert len(parsed.scripts) == 2
    assert parsed.scripts[1] == SCRIPT
    assert json.loads(parsed.scripts[0]) == json.loads(carried_text(NASTY))
    assert parsed.all("b") == []
    assert not any(name.startswith("on") for _, one in parsed.elements for name in one)


def luminance(colour: str) -> float:
    """As WCAG 2 defines it, for #rrggbb."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("text", "ground"), CONTRASTS)
def test_colours_can_be_told_apart(text: str, ground: str) -> None:
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_every_colour_of_the_page_is_among_those_tested() -> None:
    assert set(re.findall(r"#[0-9a-f]{6}", STYLE)) <= {colour for pair in CONTRASTS for colour in pair}
