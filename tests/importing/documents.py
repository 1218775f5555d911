"""Real documents, written by the libraries that write them, and archives that only look like one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
from docx.oxml import parse_xml
from PIL import Image

from picture_files import as_bytes

SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
WHO = 'w:id="1" w:author="Bob" w:date="2026-01-01T00:00:00Z"'
CHANGED = (
    f"<w:p {SPACES}><w:ins {WHO}><w:r><w:t>Added words.</w:t></w:r></w:ins>"
    f"<w:del {WHO}><w:r><w:delText>Deleted words.</w:delText></w:r></w:del></w:p>"
)
EQUATION = f"<w:p {SPACES}><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
BOX = (
    f"<w:p {SPACES}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    "</w:pict></w:r></w:p>"
)
HOME = Image.Exif()
HOME[0x8825] = {1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 21.0, 8.0)}  # the place where a picture was taken


def a_photo() -> bytes:
    """A JPEG that knows where it was taken."""
    return as_bytes(Image.linear_gradient("L").convert("RGB"), "JPEG", exif=HOME)


def a_docx(path: Path, *more: str) -> Path:
    """What Word would write: a title, headings, a list, a table, a link, a photo, a comment, and `more` XML blocks."""
    document = docx.Document()
    document.core_properties.author = "Jane Doe"
    document.add_heading("How we moved", 0)
    document.add_heading("The first week", 1)
    paragraph = document.add_paragraph("It was ")
    paragraph.add_run("very").bold = True
    paragraph.add_run(" cold in ")
    paragraph.add_run("snake_case").italic = True
    document.add_paragraph("boxes", style="List Bullet")
    document.add_paragraph("chairs", style="List Bullet")
    document.add_heading("What it cost", 2)
    table = document.add_table(2, 2)
    for number, words in enumerate(("what", "days", "boxes | chairs", "3")):
        table.cell(number // 2, number % 2).text = words
    document.add_picture(BytesIO(a_photo()))
    next(document.element.body.iter("{*}docPr")).set("descr", "Boxes in [a] van")
    document.add_comment(document.add_paragraph("The end.").runs, "not before Tuesday", author="Bob")
    for block in more:
        document.element.body.insert(2, parse_xml(block))
    document.save(str(path))
    return path


def an_odt(path: Path) -> Path:
    """What LibreOffice would write: the same, and a footnote."""
    document = odfdo.Document("text")
    picture = path.with_name("van.jpg")
    picture.write_bytes(a_photo())
    frame = odfdo.Frame.image_frame(document.add_file(str(picture)), size=("3cm", "2cm"), anchor_type="as-char")
    frame.append(odfdo.Element.from_tag("<svg:desc>Boxes in a van</svg:desc>"))
    with_note, shown, commented = odfdo.Paragraph("It was cold."), odfdo.Paragraph(), odfdo.Paragraph("The end.")
    with_note.insert_note(after="cold", note_id="n1", citation="1", body="Minus four.")
    shown.append(frame)
    commented.insert_annotation(after="end", body="not before Tuesday", creator="Bob")
    table = odfdo.Table("Costs")
    table.set_values([["what", "days"], ["boxes", "3"]])
    document.body.clear()
    for block in (
        odfdo.Paragraph("How we moved", style="Title"),
        odfdo.Header(1, "The first week"),
        with_note,
        odfdo.List(["boxes", "chairs"]),
        table,
        shown,
        commented,
    ):
        document.body.append(block)
    document.meta.creator = "Jane Doe"
    document.save(str(path))
    return path


def with_parts(path: Path, parts: Mapping[str, bytes], without: Iterable[str] = ()) -> Path:
    """The same document with parts added or replaced."""
    with ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist() if name not in without}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in {**old, **parts}.items():
            archive.writestr(name, data)
    return path
