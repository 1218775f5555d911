"""A stranger's document is opened within limits, or refused with a sentence."""

from __future__ import annotations

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from byline.importing import ImportingError
from byline.importing import package as packages
from byline.importing.package import open_package
from importing.documents import a_docx, an_odt, with_parts

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


def test_what_a_document_is_counts_and_not_its_name(tmp_path: Path) -> None:
    assert open_package(a_docx(tmp_path / "a.odt")).form == "docx"
    assert open_package(an_odt(tmp_path / "b.docx")).form == "odt"


@pytest.mark.parametrize(
    ("part", "data", "sentence"),
    [
        ("word/document.xml", ENTITIES, "declares entities"),
        ("word/footnotes.xml", LAUGHS, "declares entities"),
        ("word/footnotes.xml", ENTITIES.decode().encode("utf-16"), "declares entities|is broken"),
        ("word/document.xml", b"<w:document>", "is broken"),
        ("word/vbaProject.bin", b"Sub AutoOpen()", "macros"),
        ("[Content_Types].xml", b'<Types a="application/vnd.ms-word.document.macroEnabled.main+xml"/>', "macros"),
        ("META-INF/manifest.xml", b"<m><encryption-data/></m>", "password"),
        ("word/media/image1.png", b"\0" * (packages.MAX_UNPACKED + 1), "unpacks to far more"),
        ("word/big.xml", b" " * (packages.MAX_XML + 1), "unpacks to far more"),
        ("_rels/.rels", b"<Relationships/>", "no text of Word"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_document_is_refused(tmp_path: Path, part: str, data: bytes, sentence: str) -> None:
    file = with_parts(a_docx(tmp_path / "a.docx"), {part: data})

    with pytest.raises(ImportingError, match=sentence):
        open_package(file)


def test_macros_of_libreoffice_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportingError, match="macros"):
        open_package(with_parts(an_odt(tmp_path / "a.odt"), {"Basic/Standard/Module1.xml": b"<a/>"}))


def test_an_archive_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    """The directory of the archive says 10 bytes for a part of a megabyte."""
    file = tmp_path / "a.docx"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 2**20)
    data = file.read_bytes()
    file.write_bytes(data.replace(struct.pack("<I", 2**20), struct.pack("<I", 10)))

    with pytest.raises(ImportingError, match="broken"):
        open_package(file)


def test_a_document_of_100_mb_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with file.open("wb") as stream:
        stream.truncate(100 * 2**20)

    with pytest.raises(ImportingError, match="larger than 50 MB"):
        open_package(file)


@pytest.mark.parametrize(("data", "sentence"), [(b"", "broken"), (b"\xd0\xcf\x11\xe0old", "password, or an old .doc")])
def test_what_is_no_archive_is_explained(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)

    with pytest.raises(ImportingError, match=sentence):
        open_package(tmp_path / "a.docx")
