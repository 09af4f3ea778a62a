"""The two layouts of a page: names become links, and the words of the law stay what they are."""

from cocket.law.page import Line, Page, Part, as_markdown, as_plain, linked

PAGE = Page(
    "1C905",
    "",
    (Line("an instrument"),),
    (Part("What follows", (Line("a licence", (Line("when: always"),)),)),),
    (Page("1C905.b", "oxide  氧化镝", (Line("Controls: oxide"),), ()),),
)


def link(name: str) -> str | None:
    return {"cn/office/2025/1": "001.md", "cn/office/2025/1#halt": "001.md", "1C905.b": "#1C905.b"}.get(name)


def test_the_terminal_shows_the_entries_and_then_what_holds_for_all() -> None:
    assert list(as_plain(PAGE)) == [
        *("1C905", "an instrument", "", "1C905.b  oxide  氧化镝", "Controls: oxide"),
        *("", "What follows", "  a licence", "      when: always"),
    ]


def test_markdown_tells_the_same_with_a_place_for_each_entry() -> None:
    assert list(as_markdown(PAGE, link)) == [
        *("# 1C905", "", "- an instrument", "", "## What follows", "", "- a licence", "  - when: always", ""),
        *('<a id="1C905.b"></a>', "", "## 1C905.b · oxide · 氧化镝", "", "- Controls: oxide"),
    ]


def test_names_with_a_page_become_links_and_others_stay() -> None:
    assert linked("see cn/office/2025/1#halt, 1C905.b and 1C906", link) == (
        "see [cn/office/2025/1#halt](001.md), [1C905.b](#1C905.b) and 1C906"
    )
    assert linked("cn/office/2025/10", link) == "cn/office/2025/10"


def test_nothing_of_the_law_is_read_as_markdown() -> None:
    assert linked("<b> *and* [it](x) `c` _so_ end_user", link) == r"\<b\> \*and\* \[it\](x) \`c\` \_so\_ end_user"
    assert linked("1. first", link) == r"1\. first"
    assert linked("- 3 °C", link) == r"\- 3 °C"
    assert linked("https://example.org/a_b*c", link) == "<https://example.org/a_b*c>"
