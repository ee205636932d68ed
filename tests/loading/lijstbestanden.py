"""XLSX files made by hand, sound and hostile."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKET = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(files: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def make_parts(
    rows: str, *, texts: str = "", after: str = "", target: str = "worksheets/sheet1.xml"
) -> dict[str, bytes | str]:
    """Return the parts of a workbook with one sheet that holds ``rows``."""
    return {
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIES}"><workbookPr/><sheets>'
            '<sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PAKKET}">'
            f'<Relationship Id="rId1" Type="x" Target="{target}"/></Relationships>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        ),
    }


def make_xlsx(rows: str, *, texts: str = "", after: str = "") -> bytes:
    return zipped(make_parts(rows, texts=texts, after=after))
