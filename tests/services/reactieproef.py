"""Reactieproef: a concept as it is sent, and what somebody does to it in Word."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.rendering.writers.docx import write_to_react
from toezicht_cli.services.herkomst import hash_bytes
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, prepare

CONCEPT = "bijlagen/wederhoor/2026-05-11/concept.docx"


def send_concept(root: Path) -> bytes:
    """Lay the concept down as it was sent, note it in ``wederhoor.yaml``, and return it."""
    load = load_dossier(root, kadermap_for(root))
    source = prepare(load, "concept", Wensen(("docx",)), root)
    content = write_to_react(build(source, root), source.stijl, source.sjabloon.referentie)
    path = root / CONCEPT
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    (root / "wederhoor.yaml").write_text(
        f"# Met de hand.\nconcept:\n  kader: {load.dossier.onderzoek.kader}\n  gegevens: {source.gegevens}\n"
        f"  bestanden:\n    {CONCEPT}: {hash_bytes(content)}\n",
        encoding="utf-8",
    )
    return content


def edit(content: bytes, change: Callable[[Any], None]) -> bytes:
    """Return the Word file after ``change`` of the document."""
    document = docx.Document(io.BytesIO(content))
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def find_paragraph(document: Any, words: str) -> Any:  # noqa: ANN401 - python-docx has no types here
    """Return the first paragraph with ``words``."""
    return next(paragraph for paragraph in document.paragraphs if words in paragraph.text)


def comment_on(words: str, text: str) -> Callable[[Any], None]:
    """Return a change that comments on the paragraph with ``words``."""

    def change(document: Any) -> None:  # noqa: ANN401 - as above
        runs = find_paragraph(document, words).runs
        document.add_comment(runs, text=text, author="Jan de Vries", initials="JV")

    return change


def replace_tracked(words: str, new: str) -> Callable[[Any], None]:
    """Return a change that takes out the run with ``words`` and puts ``new`` in, tracked."""

    def change(document: Any) -> None:  # noqa: ANN401 - as above
        run = next(run for run in find_paragraph(document, words).runs if words in run.text)._r
        who = 'w:id="900" w:author="Jan de Vries" w:date="2026-05-18T10:00:00Z"'
        gone = parse_xml(f"<w:del {nsdecls('w')} {who}/>")
        run.addprevious(gone)
        gone.append(run)
        for text in run.findall(docx.oxml.ns.qn("w:t")):
            text.tag = docx.oxml.ns.qn("w:delText")
        here = parse_xml(f"<w:ins {nsdecls('w')} {who}><w:r><w:t/></w:r></w:ins>")
        here[0][0].text = new
        gone.addnext(here)

    return change


def replace_untracked(words: str, new: str) -> Callable[[Any], None]:
    """Return a change of a run that leaves no trace."""

    def change(document: Any) -> None:  # noqa: ANN401 - as above
        run = next(run for run in find_paragraph(document, words).runs if words in run.text)
        run.text = run.text.replace(words, new)

    return change
