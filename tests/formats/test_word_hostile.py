"""A Word document from outside may be broken, locked or a trap: it gives a document or one plain sentence."""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from functools import cache

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.engine.formats import read_document
from okrlint.errors import ReadError
from okrlint.model import walk
from tests.formats.test_hostile import assert_read_or_refused

PART = "word/document.xml"


@cache
def sound() -> bytes:
    """Return a document with a heading, a list and a table."""
    document = docx.Document()
    document.add_heading("Objective 1: Ferries leave on time", 1)
    document.add_paragraph("Delays from 9 to 3 minutes", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Key result", "Owner"
    table.cell(1, 0).text, table.cell(1, 1).text = "Crossings from 4 to 6", "Inès"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def with_part(content: bytes, name: str = PART, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the document with one part replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as old, zipfile.ZipFile(held, "w", method) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return held.getvalue()


def part(name: str = PART) -> bytes:
    """Return the bytes of a part."""
    with zipfile.ZipFile(io.BytesIO(sound())) as archive:
        return archive.read(name)


def refused(data: bytes) -> str:
    """Return the sentence with which a document is refused."""
    with pytest.raises(ReadError) as caught:
        read_document("okr.docx", data)
    assert caught.value.culprit == "okr.docx"
    return str(caught.value)


def locked() -> bytes:
    """Return the head of a file as Word locks it: an old container that holds an encrypted package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def flagged() -> bytes:
    """Return the archive with every part marked as encrypted."""
    return re.sub(rb"(PK\x01\x02.{4}).", lambda found: found.group(1) + b"\x01", sound(), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "this is no Word document (.docx)"),
        (b"Objective 1: plain text", "this is no Word document (.docx)"),
        (sound()[:-400], "the file is cut short or damaged"),
        (sound()[:300], "the file is cut short or damaged"),
        (locked(), "the document is locked with a password"),
        (flagged(), "the document is locked with a password"),
        (locked()[:400], "this is a Word document of the old kind (.doc): save it as .docx"),
        (with_part(b"<oops"), "this is a ZIP archive, but no Word document that can be read"),
        (with_part(b"", "[Content_Types].xml"), "this is a ZIP archive, but no Word document that can be read"),
        (with_part(part(), method=zipfile.ZIP_LZMA), "the document is packed in a way that Word does not use"),
    ],
    ids=["empty", "text", "cut", "stub", "locked", "flagged", "doc", "broken", "untyped", "lzma"],
)
def test_what_is_no_document_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    """Each with the way out, where there is one."""
    assert refused(data) == f"okr.docx: {sentence}"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """A few kilobytes that claim to be a gigabyte cost no memory and no time."""
    began = time.monotonic()

    assert "too large once unpacked" in refused(with_part(b" " * 60_000_000))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_xml_entities_are_refused(encoding: str) -> None:
    """Entities can grow without bound, or fetch a file: nobody's word processor writes them."""
    text = part().decode().replace("UTF-8", encoding.upper())
    declared = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

    assert "XML entities" in refused(with_part(re.sub(r"\?>\s*", f"?>{declared}", text, count=1).encode(encoding)))


def test_a_deep_nest_is_refused_or_read_in_bounds() -> None:
    """Content controls inside one another, deeper than anybody sees."""
    body = part().replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 5_000)

    assert_read_or_refused("okr.docx", with_part(body.replace(b"</w:body>", b"</w:sdtContent></w:sdt>" * 5_000)))
    assert_read_or_refused("okr.docx", with_part(body))


def test_more_paragraphs_than_anybody_writes_are_refused() -> None:
    """And a table of as many columns is read in bounds."""
    many = part().replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 60_000)
    wide = re.sub(rb"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="9999"/>', part())

    assert "more than 50000 paragraphs" in refused(with_part(many))
    assert_read_or_refused("okr.docx", with_part(wide))


def test_a_paragraph_of_a_hundred_thousand_lines_is_passed_over() -> None:
    """It costs no time, and what stands beside it is read."""
    line = b"<w:r><w:t>KR 1: [b](c) ** from 3 to 4 </w:t><w:br/></w:r>"
    long = part().replace(b"<w:body>", b"<w:body><w:p>" + line * 100_000 + b"</w:p>")

    assert len(list(walk(read_document("okr.docx", with_part(long))))) == 3


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever installed the least learns what to add."""
    monkeypatch.setitem(sys.modules, "docx", None)

    assert refused(sound()).endswith("pip install 'okrlint[docx]'")


def test_styles_that_are_based_on_one_another_in_a_ring_end() -> None:
    """A chain of styles is followed only so far."""
    styles = re.sub(rb"<w:basedOn[^>]*/>", b'<w:basedOn w:val="Heading1"/>', part("word/styles.xml"))

    assert_read_or_refused("okr.docx", with_part(styles, "word/styles.xml"))


@given(st.binary(max_size=300))
def test_any_bytes_give_a_plain_error(data: bytes) -> None:
    """Also behind the first bytes of an archive."""
    refused(data)
    refused(b"PK\x03\x04" + data)


@given(st.lists(st.tuples(st.integers(0, len(sound()) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_damage_gives_a_document_or_a_plain_error(damage: list[tuple[int, int]]) -> None:
    """Bytes that changed on the way."""
    data = bytearray(sound())
    for at, byte in damage:
        data[at] = byte
    assert_read_or_refused("okr.docx", bytes(data))


@given(st.data(), st.sampled_from([PART, "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]))
def test_any_change_of_a_part_gives_a_document_or_a_plain_error(data: st.DataObject, name: str) -> None:
    """Values, elements and whole stretches that stand where they should not."""
    content = part(name)
    values = [found.span(1) for found in re.finditer(rb'="([^"]*)"', content)]
    tags = [found.span() for found in re.finditer(rb"<[^>?!]+>", content)]
    start, end = data.draw(st.sampled_from(values + tags))
    wanted = data.draw(st.sampled_from([b"", b"-1", b"999999999", b"x", b"w:p", b"<w:tbl/>", b"<w:p/>", b"\xc3"]))

    assert_read_or_refused("okr.docx", with_part(content[:start] + wanted + content[end:], name))


def test_a_package_whose_parts_are_something_else_is_refused() -> None:
    """A document without a body, and styles that are named as another kind of part."""
    bare = re.sub(rb"<w:body>.*</w:body>", b"", part(), flags=re.DOTALL)
    types = part("[Content_Types].xml").replace(b"wordprocessingml.styles+xml", b"wordprocessingml.other+xml")

    assert refused(with_part(bare)).endswith("no Word document that can be read")
    assert refused(with_part(types, "[Content_Types].xml")).endswith("no Word document that can be read")
