"""The pages of the law: made from the lawbook alone, committed as made, and told like ``cocket law show``."""

import re
from pathlib import Path

import pytest

from cocket.cli.law_pages import MADE, pages_of
from cocket.cli.words import Words
from cocket.law.lawbook import Lawbook, load_lawbook
from cocket.law.page import one_line
from tests.cli.command import ROOT, cocket

FOLDER = ROOT / "docs" / "law"


@pytest.fixture(scope="module")
def lawbook() -> Lawbook:
    return load_lawbook(cache=False)


@pytest.fixture(scope="module")
def pages(lawbook: Lawbook) -> dict[str, str]:
    return pages_of(lawbook, Words("en"))


def test_the_committed_pages_are_those_that_the_lawbook_gives(pages: dict[str, str]) -> None:
    committed = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.md")}
    differing = sorted(name for name in pages.keys() | committed.keys() if pages.get(name) != committed.get(name))
    assert not differing, f"type ./dev pages and commit the result; these differ: {', '.join(differing)}"


def test_every_instrument_and_every_entry_is_told(lawbook: Lawbook, pages: dict[str, str]) -> None:
    for one in lawbook.instruments:
        page = pages[one.file.removesuffix(".yaml") + ".md"]
        assert all(said in page for said in (one.number.zh, str(one.checked_until), *one.sources))
    told = "\n".join(pages.values())
    for name, (_, entry) in lawbook.entries.items():
        assert f"{name} · " in told
        assert entry.text.zh in told


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_link_leads_somewhere(lawbook: Lawbook, lang: str) -> None:
    pages = pages_of(lawbook, Words(lang))
    links = [
        (page, target)
        for page, text in pages.items()
        for target in re.findall(r"\]\(([^)]+?)\)", text)
        if "://" not in target
    ]
    assert len(links) > 500
    for page, target in links:
        file, _, anchor = target.partition("#")
        aimed = Path(page).parent / file if file else Path(page)
        there = pages[(ROOT / aimed).resolve().relative_to(ROOT).as_posix()]
        assert not anchor or f'<a id="{anchor}"></a>' in there, f"{page} links to {target}"


def test_a_page_tells_what_the_terminal_tells_for_a_day(pages: dict[str, str]) -> None:
    shown = cocket("law", "show", "1C905", "--on", "2025-05-02", "--known", "2026-11-22").stdout
    on_terminal = [one_line(line).removesuffix("; in force") for line in shown.splitlines()]
    page = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", pages["codes/1C905.md"]).replace("\\", "")
    on_page = [line.strip(" -#") for line in page.removeprefix(MADE).splitlines() if not line.startswith("<a id")]
    assert sorted(filter(None, on_page)) == sorted(
        line for line in on_terminal if line and not line.startswith("On 2025-05-02, as known on")
    )


def test_pages_that_are_no_more_go_and_files_of_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "law"
    assert "written, 0 removed" in cocket("law", "pages", "--out", out).stdout
    old, other = out / "codes" / "9Z999.md", out / "notes.md"
    old.write_text(MADE + "\nold", encoding="utf-8")
    other.write_text("mine", encoding="utf-8")
    assert "0 written, 1 removed" in cocket("law", "pages", "--out", out).stdout
    assert (old.exists(), other.read_text(encoding="utf-8")) == (False, "mine")

    (out / "README.md").write_text("my own index", encoding="utf-8")
    assert "README.md: this file was not made here" in cocket("law", "pages", "--out", out, code=2).stderr
    assert (out / "README.md").read_text(encoding="utf-8") == "my own index"
