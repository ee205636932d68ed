"""Wordproef: small Word files made by hand, so that a test decides every byte of their XML."""

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = (
    f'xmlns:w="{_W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    '<w:style w:styleId="Heading3"><w:name w:val="heading 3"/></w:style>'
    '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)


def part(name: str, content: str) -> str:
    """Return the XML of a part: ``w:name`` around ``content``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NS}>{content}</w:{name}>'


def make_docx(body: str, parts: Mapping[str, str] | None = None, **raw: bytes) -> bytes:
    """Return a Word file.

    Args:
        body: what stands in w:body.
        parts: the content of other parts by the kind of their relation, such as ``comments``.
        raw: bytes of files by name, with __ for / and _ for a dot, in place of what would stand there.
    """
    kinds = {"styles": _STYLES, **(parts or {})}
    relations = "".join(
        f'<Relationship Id="r{index}" Type="{_REL}/{kind}" Target="{kind}.xml"/>'
        for index, kind in enumerate(kinds)
    )
    roots = {"commentsExtended": "w15:commentsEx", "header": "w:hdr", "footer": "w:ftr"}
    files: dict[str, bytes] = {
        "_rels/.rels": _relations(
            f'<Relationship Id="a" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>").encode(),
    }
    for kind, content in kinds.items():
        root = roots.get(kind, f"w:{kind}")
        files[f"word/{kind}.xml"] = f"<{root} {_NS}>{content}</{root}>".encode()
    files |= {name.replace("__", "/").replace("_", "."): content for name, content in raw.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def _relations(content: str) -> bytes:
    return f'<Relationships xmlns="{_RELS}">{content}</Relationships>'.encode()


def run(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    """Return a tracked deletion."""
    words = f'<w:delText xml:space="preserve">{text}</w:delText>'
    return f'<w:del w:id="1" w:author="Naam"><w:r>{words}</w:r></w:del>'


def inserted(text: str) -> str:
    """Return a tracked insertion."""
    return f'<w:ins w:id="2" w:author="Naam">{run(text)}</w:ins>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def norm_heading(norm: str) -> str:
    """Return the heading of a norm as our reports have it."""
    name = f"norm_{norm.replace('.', '_')}"
    marks = f'<w:bookmarkStart w:id="9" w:name="{name}"/>', '<w:bookmarkEnd w:id="9"/>'
    return paragraph(
        marks[0], run(f"Norm {norm}: Titel"), marks[1], properties='<w:pStyle w:val="Heading3"/>'
    )


def commented(ident: int, text: str) -> str:
    """Return words with a comment on them."""
    return (
        f'<w:commentRangeStart w:id="{ident}"/>{run(text)}<w:commentRangeEnd w:id="{ident}"/>'
        f'<w:r><w:commentReference w:id="{ident}"/></w:r>'
    )


def comment(ident: int, text: str, para: str = "") -> str:
    """Return a comment, by somebody with a name."""
    mark = f' w14:paraId="{para}"' if para else ""
    who = 'w:author="Jan de Vries" w:initials="JV"'
    return f'<w:comment w:id="{ident}" {who}><w:p{mark}>{run(text)}</w:p></w:comment>'
