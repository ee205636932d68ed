"""Gegevens: what a Word file tells about itself, and its settings."""

from xml.sax.saxutils import escape

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.kantoor.taal import full_language
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.word.knopen import Knoop, knoop

_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_2013 = 15


def core_properties(document: Document) -> bytes:
    """Return title, author and the like; the fingerprint of the data stands among the keywords.

    The keywords come first: a title that looks like a fingerprint is then not taken for it.
    """
    day = "" if document.moment is None else f"{document.moment.isoformat()}T00:00:00Z"
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DC}" xmlns:dcterms="{_TERMS}" '
        f'xmlns:xsi="{_XSI}"><cp:keywords>toezicht-gegevens:{escape(document.gegevens)}</cp:keywords>'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:subject>{escape(document.running)}</dc:subject><dc:creator>{escape(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy>{moments}"
        f"<dc:language>{full_language(document)}</dc:language></cp:coreProperties>"
    ).encode()


def app_properties(stijl: Stijl) -> bytes:
    """Return for whom the file is made."""
    company = escape(stijl.organisatie)
    return f'{_HEAD}<Properties xmlns="{_APP}"><Company>{company}</Company></Properties>'.encode()


def settings(document: Document, *, is_te_lezen: bool = False) -> Knoop:
    """Return the settings: the language of the theme, the separators of footnotes, the newest layout.

    With ``is_te_lezen`` every change is tracked, and the reader can only change with tracking and comment.
    There is no password: it keeps from mistakes and from nothing else.
    """
    newest = knoop(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    return knoop(
        "settings",
        knoop("zoom", percent=100),
        *([knoop("trackRevisions"), _protection()] if is_te_lezen else []),
        knoop("defaultTabStop", val=708),
        # Only the styles of tables let it: a long word in a narrow column is broken at a syllable.
        knoop("autoHyphenation"),
        knoop("characterSpacingControl", val="doNotCompress"),
        knoop("footnotePr", knoop("footnote", id=-1), knoop("footnote", id=0)),
        knoop("compat", newest),
        knoop("themeFontLang", val=full_language(document)),
        knoop("clrSchemeMapping", **_MAPPING),
        knoop("decimalSymbol", val=","),
        knoop("listSeparator", val=";"),
    )


def _protection() -> Knoop:
    return knoop("documentProtection", edit="trackedChanges", enforcement=1)


_MAPPING = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}
