"""The page shows the table that is followed."""

from tests.cli.command import ROOT, cocket


def test_the_page_has_the_table_as_it_is() -> None:
    page = (ROOT / "docs" / "casework.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- table -->\n")[2].partition("<!-- end -->")[0]
    assert shown == cocket("case", "table", "--markdown").stdout
