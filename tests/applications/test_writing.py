"""What is written is read back the same, and two versions tell what changed."""

from hypothesis import given
from hypothesis import strategies as st

from cocket.licensing.applications.application import Application, Item, Request, Wanted
from cocket.licensing.applications.reading import read_application, read_application_file
from cocket.licensing.applications.writing import application_text, changes
from cocket.licensing.licences.licence import Kind, Party
from cocket.licensing.licences.reading import json_field
from cocket.quantity.amount import Amount, Money
from cocket.quantity.units import find_unit
from tests.cli.command import ROOT

SIGNS = st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp"))
WORDS = st.text(SIGNS, min_size=1)  # the reader strips space at the ends
PARTIES = st.builds(
    Party,
    WORDS,
    st.sampled_from(("CN", "DE", "")),
    st.one_of(st.just(""), WORDS),
    st.lists(WORDS, max_size=2).map(tuple),
)
FACTS = st.lists(st.tuples(WORDS, WORDS), max_size=3, unique_by=lambda one: one[0]).map(tuple)
LIMITS = st.one_of(
    st.builds(lambda number: (Amount(number, find_unit("kg")), None), st.integers(1, 10**12)),
    st.builds(lambda number: (None, Money(number, "CNY")), st.integers(1, 10**12)),
)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    items = [
        Item(
            number,
            draw(WORDS),
            draw(st.sampled_from(("", "1C902.a.4"))),
            draw(st.sampled_from(("", "8505"))),
            draw(FACTS),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    requests = [draw(requests_of(number, len(items))) for number in range(1, draw(st.integers(1, 3)) + 1)]
    return Application(
        draw(PARTIES), draw(st.sampled_from(Kind)), "dual_use", tuple(items), tuple(requests), draw(st.integers(1, 36)),
        draw(st.sampled_from((None, True, False))), draw(st.one_of(st.just(""), WORDS)),
        tuple(draw(st.lists(WORDS, max_size=3))),
    )  # fmt: skip


@st.composite
def requests_of(draw: st.DrawFn, number: int, items: int) -> Request:
    chosen = draw(st.lists(st.integers(1, items), min_size=1, unique=True))
    text = st.one_of(st.just(""), WORDS)
    return Request(
        number, draw(st.sampled_from(("US", "DE"))), draw(PARTIES), draw(st.none() | PARTIES), draw(text), draw(text),
        tuple(Wanted(item, *draw(LIMITS)) for item in chosen), draw(text), draw(st.booleans()),
    )  # fmt: skip


@given(applications())
def test_what_is_written_is_read_back(one: Application) -> None:
    assert read_application(json_field(application_text(one), "kept")) == one


def test_the_example_comes_back_the_same() -> None:
    one = read_application_file(ROOT / "examples" / "applications" / "magnet-maker.yaml")
    assert read_application(json_field(application_text(one), "kept")) == one


def test_what_changed_is_told_by_key() -> None:
    old = '{"months":12,"requests":[{"wanted":[{"quantity":"400 kg"}]}]}'
    new = '{"months":12,"requests":[{"wanted":[{"quantity":"300 kg"}]}],"remark":"less"}'
    assert changes(old, new) == (("requests[0].wanted[0].quantity", "400 kg", "300 kg"), ("remark", "", "less"))
    assert changes(old, old) == ()
