"""Office documents as packages: a ZIP archive of XML and pictures, opened within limits or refused.

A document is a stranger's file. Its archive may unpack to more than a disk holds, its XML may name other files or grow
without end, and it may bring programs. None of that is needed for an article, so none of it goes further than here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from .refusal import ImportingError

MAX_FILE = 50 * 2**20
MAX_PARTS = 5_000
MAX_UNPACKED = 200 * 2**20
MAX_XML = 20 * 2**20

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
XML_ENDINGS = (".xml", ".rels", ".rdf")
# What an archive that carries programs, or whose parts are encrypted, holds.
MACROS = ("vbaproject.bin", "vbadata.xml")
ODT_MACROS = ("Basic/", "Scripts/")


@dataclass(frozen=True)
class Package:
    """A document that may be read: its parts by name, and the name of the one that holds the text.

    `form` is `docx` or `odt`, by what is in it and not by its name.
    """

    form: str
    parts: Mapping[str, bytes]
    main: str

    def xml(self, name: str) -> etree._Element:
        """A part's tree; an empty one for a part that is not there."""
        data = self.parts.get(name)
        return _tree(name, data) if data else etree.Element("nothing")

    def file(self) -> bytes:
        """An archive of exactly the parts that were looked at, in order, for the converter."""
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name, data in self.parts.items():
                archive.writestr(ZipInfo(name), data)
        return out.getvalue()


def open_package(path: Path) -> Package:
    """The package of a .docx or .odt file; raises `ImportingError`."""
    if path.stat().st_size > MAX_FILE:
        raise ImportingError(f"it is larger than {MAX_FILE // 2**20} MB. Make its pictures smaller, or take some out.")
    try:
        with ZipFile(path) as archive:
            parts = _parts(archive)
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise ImportingError(_no_archive(path)) from None
    for name, data in parts.items():
        if name.endswith(XML_ENDINGS) and data:
            _tree(name, data)
    package = _package(parts)
    _refuse_programs(package)
    return package


def _parts(archive: ZipFile) -> dict[str, bytes]:
    """Every part by name. What an archive says of its sizes may be a lie, so what is read is counted too."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    left = MAX_UNPACKED
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > left:
        raise ImportingError(_too_much())
    parts: dict[str, bytes] = {}
    for info in infos:
        if info.filename in parts:
            raise ImportingError("it holds two parts of one name. Save it again with the program that it came from.")
        limit = min(left, MAX_XML) if info.filename.endswith(XML_ENDINGS) else left
        with archive.open(info) as file:
            parts[info.filename] = file.read(limit + 1)
        if len(parts[info.filename]) > limit:
            raise ImportingError(_too_much())
        left -= len(parts[info.filename])
    return parts


def _too_much() -> str:
    return "it unpacks to far more than an article needs, so it was not opened. Take out what is large."


def _no_archive(path: Path) -> str:
    if path.read_bytes()[:4] == b"\xd0\xcf\x11\xe0":
        return "it is protected by a password, or an old .doc file. Save it as .docx without a password."
    return "it is broken, or no such document. Open it and save it again as .docx or .odt."


def _tree(name: str, data: bytes) -> etree._Element:
    """A part that declares a document type could name other files or grow without end: no office program writes one."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise ImportingError(f"its part {name[:80]!r} is broken. Open it and save it again.") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportingError(f"its part {name[:80]!r} declares entities, which no office program does. It is refused.")
    return root


def _package(parts: dict[str, bytes]) -> Package:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.text") and "content.xml" in parts:
        return Package("odt", parts, "content.xml")
    package = Package("docx", parts, "")
    for relation in package.xml("_rels/.rels").iter(RELATIONS):
        target = posixpath.normpath(relation.get("Target", "")).lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target.startswith("word/") and target in parts:
            return Package("docx", parts, target)
    raise ImportingError("it holds no text of Word or LibreOffice Writer. Save it as .docx or .odt.")


def _refuse_programs(package: Package) -> None:
    names = [posixpath.basename(name).lower() for name in package.parts]
    macros = any(name in MACROS for name in names) or b"macroEnabled" in package.parts.get("[Content_Types].xml", b"")
    if macros or any(name.startswith(ODT_MACROS) for name in package.parts):
        raise ImportingError("it holds macros, which are programs. Save it as .docx or .odt without macros.")
    if b"encryption-data" in package.parts.get("META-INF/manifest.xml", b""):
        raise ImportingError("it is protected by a password. Save it without one.")
