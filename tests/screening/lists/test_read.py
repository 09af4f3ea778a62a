"""Every format gives the same parties; what is damaged, changed or dangerous gives nobody and says so."""

from datetime import date

import pytest

from cocket.screening.lists.entry import FIRM, PERSON, UNKNOWN, VESSEL, Identifier
from cocket.screening.lists.errors import ListError
from cocket.screening.lists.read import read_list
from tests.screening.lists import samples

TRUNCATED_AT = (0.4, 0.7, 0.95)


@pytest.mark.parametrize("form", samples.ALL)
def test_every_format_is_told_by_its_content_and_gives_the_same_two_parties(form: str) -> None:
    read = read_list(samples.ALL[form].encode(), "list", samples.OFAC_ALT.encode() if form == "ofac-csv" else None)
    assert read.form == form
    person, firm = read.entries
    assert {"arvid", "testmann"} == set(person.names[0].lower().replace(",", "").split())
    assert any("arwid" in name.lower() for name in person.names)
    assert (person.kind, firm.kind in (FIRM, UNKNOWN), firm.names[0].lower()) == (PERSON, True, "sample pumps llc")


@pytest.mark.parametrize("form", sorted(samples.DATED))
def test_a_list_that_gives_its_day_is_read_with_it(form: str) -> None:
    assert read_list(samples.ALL[form].encode(), "list").dated == date(2026, 3, 2)


@pytest.mark.parametrize("form", ["ofac-xml", "un-xml", "eu-xml", "uk-csv"])
def test_a_weak_alias_is_kept_apart(form: str) -> None:
    (person, _) = read_list(samples.ALL[form].encode(), "list").entries
    assert [name.lower() for name in person.weak_names] in (["the baker"],)
    assert not any("baker" in name.lower() for name in person.names)


def test_the_sanctions_list_of_the_united_kingdom_is_read_as_csv_a_row_for_each_name() -> None:
    read = read_list(samples.UK_LIST_CSV.encode(), "list")
    person, firm, ship = read.entries
    assert (read.form, read.dated) == ("uk-csv", date(2026, 3, 2))
    assert person.names == ("Arvid TESTMANN", "Arwid TESTMAN", "Арвид Тестман")
    assert (person.weak_names, person.born, person.countries) == (("The BAKER",), ("dd/mm/1960",), ("Nowhere",))
    assert (person.identifiers, person.follows) == ((Identifier("passport", "X123"),), "Asset freeze|Travel Ban")
    assert (person.kind, firm.kind, ship.kind) == (PERSON, FIRM, VESSEL)
    assert ship.identifiers == (Identifier("IMO", "9999999"),)


def test_weak_aliases_are_told_where_each_list_hides_them() -> None:
    weak = samples.UK_XML.replace("<Name6>Testman</Name6>", "<Name6>Testman</Name6><AliasStrength>Low quality a.k.a")
    weak = weak.replace("Low quality a.k.a", "Low quality a.k.a</AliasStrength>")
    (person, _) = read_list(weak.encode(), "list").entries
    assert (person.names, person.weak_names) == (("Arvid Testmann",), ("Arwid Testman",))
    row = '7,"TESTMANN, Arvid","individual","SAMPLE",-0-,-0-,-0-,-0-,-0-,-0-,-0-,'
    remarks = "\"DOB 1960; a.k.a. 'ABU-'ARVID'; alt. DOB 1961; a.k.a. 'THE BAKER'.\"\n"
    (person,) = read_list((row + remarks).encode(), "list").entries
    assert person.weak_names == ("ABU-'ARVID", "THE BAKER")


def test_birth_country_papers_and_programmes_come_along() -> None:
    person = read_list(samples.EU_XML.encode(), "list").entries[0]
    assert (person.born, person.countries, person.programmes) == (("1960-02-01",), ("ZZ",), ("SAMPLE",))
    assert person.identifiers == (Identifier("passport", "X123"),)


def test_what_the_list_says_follows_is_kept_in_its_words() -> None:
    assert read_list(samples.CSL_JSON.encode(), "list").entries[1].follows == "For all items; Presumption of denial"


@pytest.mark.parametrize("share", TRUNCATED_AT)
@pytest.mark.parametrize("form", ["ofac-xml", "csl-json", "un-xml", "eu-xml", "uk-xml"])
def test_a_file_cut_off_anywhere_is_refused(form: str, share: float) -> None:
    content = samples.ALL[form].encode()
    with pytest.raises(ListError, match="list"):
        read_list(content[: int(len(content) * share)], "list")


@pytest.mark.parametrize("form", ["ofac-csv", "csl-csv", "uk-csv", "eu-csv"])
def test_a_csv_cut_off_within_a_row_is_refused_with_the_row(form: str) -> None:
    text = samples.ALL[form].rstrip("\x1a\r\n")
    with pytest.raises(ListError, match=r"row \d+"):
        read_list(text[: text.rindex("\n") + 12].encode(), "list")


def test_an_xml_that_holds_fewer_entries_than_it_states_is_refused() -> None:
    with pytest.raises(ListError, match="states 3 entries and holds 2"):
        read_list(samples.OFAC_XML.replace("<Record_Count>2", "<Record_Count>3").encode(), "list")


@pytest.mark.parametrize(
    "content", [samples.BOMB, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sdnList>&x;</sdnList>']
)
def test_an_xml_bomb_or_an_outside_entity_is_refused_unopened(content: str) -> None:
    with pytest.raises(ListError, match="document type or entities"):
        read_list(content.encode(), "list")


@pytest.mark.parametrize(
    ("form", "old", "new", "column"),
    [
        ("csl-csv", "alt_names", "alt_names,name_was", "row 2 has 13 columns"),
        ("uk-csv", "Group ID", "GroupID", "Group ID"),
        ("csl-json", "alt_names", "aliases", "column 'alt_names' is missing"),
    ],
)
def test_a_changed_column_is_refused_by_name(form: str, old: str, new: str, column: str) -> None:
    with pytest.raises(ListError, match=column):
        read_list(samples.ALL[form].replace(old, new, -1 if form == "csl-json" else 1).encode(), "list")


def test_a_column_of_a_plain_list_that_is_not_understood_is_refused() -> None:
    with pytest.raises(ListError, match="column 'nickname' is not understood"):
        read_list(b"name,nickname\nAlder,Al\n", "list")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        (b"\x00\x01\x02", "not text"),
        (b"<html></html>", "root 'html' is no list"),
        (b"name\n", "holds no party"),
        (b"id,name\n1,\n", "has no name"),
        (b"id,name\n1,A\n1,B\n", "'1' stands 2 times"),
        (b'{"results": 3}', "JSON cannot be used"),
        (b"title\nx\n", "column 'name' is missing"),
        (b'na"me,"b"c\n1,2\n', "row 1: it cannot be read"),
        (b'Last Updated,"02/03/2026"x\n', "row 1: it cannot be read"),
        (b'{"results": [{"name": "\xff"}]}', "JSON cannot be used"),
        (b'{"a":' * 100_000, "JSON cannot be used"),
        (b'<?xml version="1.0" encoding="utf-9"?><sdnList/>', "unknown encoding"),
        ("name\n中兴国际\n".encode("gb18030"), "not UTF-8"),
        ("name\nTestmann\n".encode("utf-16"), "not text"),
        (b"id,name\n1,???\n", r"entry 1 \(1\) has no name with a letter"),
        (b"id,name,aliases\n1,Alder,%s\n" % (b"x" * 1001), r"entry 1 \(1\) has a name of more than 1000 letters"),
    ],
)
def test_what_is_no_list_is_refused_and_says_why(content: bytes, said: str) -> None:
    with pytest.raises(ListError, match=said):
        read_list(content, "list")


def test_aliases_of_parties_that_the_list_lacks_are_of_another_day() -> None:
    sdn = samples.OFAC_CSV.encode()
    with pytest.raises(ListError, match="name 1 parties that the list lacks, 9003"):
        read_list(sdn, "list", samples.OFAC_ALT.replace("9001", "9003").encode())
    with pytest.raises(ListError, match="no aliases belong"):
        read_list(samples.UN_XML.encode(), "list", samples.OFAC_ALT.encode())


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_list_of_ones_own_may_have_any_usual_delimiter_and_capitals_above_its_columns(between: str) -> None:
    read = read_list(between.join(["ID", "Name", "Country\n1", "Alder", "ZZ\n"]).encode(), "list")
    assert [(one.id, one.names, one.countries) for one in read.entries] == [("1", ("Alder",), ("ZZ",))]


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("un-xml", "SECOND_NAME", "MIDDLE_NAME"),
        ("un-xml", "INDIVIDUAL_ALIAS", "INDIVIDUAL_AKA"),
        ("ofac-xml", "firstName", "givenName"),
    ],
)
def test_an_element_of_names_that_has_another_name_now_is_refused(form: str, old: str, new: str) -> None:
    with pytest.raises(ListError, match=f"element {new} may hold names"):
        read_list(samples.ALL[form].replace(old, new).encode(), "list")


def test_nationality_and_citizenship_are_countries_in_both_forms_of_ofac() -> None:
    row = '7,"TESTMANN, Arvid","individual","SAMPLE",-0-,-0-,-0-,-0-,-0-,-0-,-0-,'
    (person,) = read_list(
        (row + '"DOB 1960; nationality Nowhere; citizen Elsewhere; Gender Male."\n').encode(), "l"
    ).entries
    assert person.countries == ("Nowhere", "Elsewhere")
    said = "<citizenshipList><citizenship><country>Elsewhere</country></citizenship></citizenshipList></sdnEntry>"
    person = read_list(samples.OFAC_XML.replace("</sdnEntry>", said, 1).encode(), "list").entries[0]
    assert person.countries == ("Elsewhere",)
