"""A document is what is in it: whoever says otherwise, or sends half of it, is told."""

import io
import zipfile

import pytest

from cocket.licensing.applications.media import DOCX, JPEG, PDF, PNG, TAKEN, TEXT, XLSX, XML, Media, media_of
from cocket.licensing.licences.errors import LicenceError

OFFICE = "application/vnd.openxmlformats-officedocument."


def package(kind: str, *, parts: dict[str, bytes] | None = None) -> bytes:
    types = f'<Types xmlns="x"><Override PartName="/a.xml" ContentType="{kind}"/></Types>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (parts or {"[Content_Types].xml": types.encode()}).items():
            file.writestr(name, data)
    return made.getvalue()


WHOLE = {
    "a.pdf": (PDF, b"%PDF-1.7\n1 0 obj\n%%EOF\n"),
    "a.png": (PNG, b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82"),
    "a.JPG": (JPEG, b"\xff\xd8\xff\xe0...\xff\xd9"),
    "a.xlsx": (XLSX, package(f"{OFFICE}spreadsheetml.sheet.main+xml")),
    "a.docx": (DOCX, package(f"{OFFICE}wordprocessingml.document.main+xml")),
    "a.xml": (XML, '<?xml version="1.0"?><用途>水泵</用途>'.encode()),
    "a.txt": (TEXT, "水泵 pumps\n".encode()),
}


@pytest.mark.parametrize("name", WHOLE)
def test_each_kind_that_is_taken_is_known_by_its_content(name: str) -> None:
    media, data = WHOLE[name]
    assert media_of(name, "", data) is media
    assert media_of(name, f"{media.type}; charset=utf-8", data) is media


def test_every_kind_is_tried_here() -> None:
    assert {media for media, _ in WHOLE.values()} == set(TAKEN)


@pytest.mark.parametrize("named", WHOLE)
@pytest.mark.parametrize("holding", WHOLE)
def test_whoever_claims_another_kind_is_told_what_it_is(named: str, holding: str) -> None:
    if named == holding:
        return
    claim, found, data = WHOLE[named][0], *WHOLE[holding]
    with pytest.raises(LicenceError, match=f"{named} is {found.name} and claims to be {claim.name}"):
        media_of(named, "", data)
    with pytest.raises(LicenceError, match=f"{holding} is {found.name} and claims to be {claim.name}"):
        media_of(holding, claim.type, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ\x90\0\3"),
        ("a.pdf", b"MZ\x90\0\3"),
        ("a.pdf", b"\0"),
        ("a.txt", "水泵".encode("gb18030")),
        ("a.txt", b"a\x1bb"),
        ("a.xml", b"<?xml version='1.0'?><a>"),
        ("a.xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///c'>]><a>&b;</a>"),
        ("a.xlsx", package("application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        ("a.docx", package("", parts={"readme.txt": b"a"})),
        ("a.xlsx", package("", parts={"[Content_Types].xml": b" " * 2_000_000})),
        ("a.xlsx", package(f"{OFFICE}spreadsheetml.sheet.main+xml")[:-30]),
    ],
)
def test_what_is_of_no_kind_taken_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(LicenceError, match="no kind that is taken"):
        media_of(name, "", data)


@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.JPG"])
def test_half_a_file_is_told_as_such(name: str) -> None:
    with pytest.raises(LicenceError, match="cut off"):
        media_of(name, "", WHOLE[name][1][:-6])


def test_a_name_has_to_say_the_kind() -> None:
    with pytest.raises(LicenceError, match=r"ends in \.pdf"):
        media_of("contract", "", WHOLE["a.pdf"][1])


def test_a_stated_type_that_is_not_taken_is_refused() -> None:
    with pytest.raises(LicenceError, match="no type of document"):
        media_of("a.txt", "text/html", WHOLE["a.txt"][1])


@pytest.mark.parametrize("media", TAKEN, ids=lambda one: one.name)
def test_any_beginning_of_a_file_is_refused_or_something_whole(media: Media) -> None:
    """However short it was cut, it is never taken for the kind it was, text aside, which has no end to miss."""
    name, (_, data) = next((name, one) for name, one in WHOLE.items() if one[0] is media)
    if media is TEXT:
        return
    for length in range(1, len(data) - 2):
        with pytest.raises(LicenceError):
            media_of(name, "", data[:length])
