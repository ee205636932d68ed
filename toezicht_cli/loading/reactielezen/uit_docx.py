"""Uit DOCX: all that somebody did to a Word document: comments, tracked changes, and its text before them."""

from collections.abc import Iterator

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.reactielezen.alinea import pair_verplaatst
from toezicht_cli.loading.reactielezen.grenzen import MAX_OPMERKINGEN, MAX_WIJZIGINGEN
from toezicht_cli.loading.reactielezen.oogst import Oogst
from toezicht_cli.loading.reactielezen.pakket import Knoop, Pakket, attribute, local, open_pakket, parse_part
from toezicht_cli.loading.reactielezen.verhaal import Verhaal
from toezicht_cli.models.reactietekst import Gelezen, Opmerking

_NOTEN = {"footnotes": ("footnote", "voetnoot"), "endnotes": ("endnote", "eindnoot")}
_RANDEN = {"header": "kopregel", "footer": "voetregel"}
_GELEZEN = ("comments", "commentsExtended", *_NOTEN, *_RANDEN, "styles")
_LANGSTE_PASSAGE = 2_000
_KOPPEN = ("heading ", "kop ", "title", "titel")
_CIJFERS = "123456789"
_MOST_SHOWN = 200


def read_reactie(content: bytes) -> Gelezen:
    """Return what stands in a returned Word document.

    Raises:
        BuitenbestandError: damaged, encrypted, no Word document, or larger than the limits.
    """
    pakket = open_pakket(content)
    body = parse_part(content, pakket.tekst)
    if body is None:
        raise BuitenbestandError("dit is geen Word-document", "sla het op als .docx")
    comments = [node for root in pakket.parse("comments") for node in root if local(node) == "comment"]
    if len(comments) > MAX_OPMERKINGEN:
        raise BuitenbestandError(f"in dit bestand staan meer dan {MAX_OPMERKINGEN} opmerkingen")
    oogst = _walk_all(pakket, body)
    changes = pair_verplaatst(oogst.wijzigingen)
    if len(changes) > MAX_WIJZIGINGEN:
        raise BuitenbestandError(f"in dit bestand staan meer dan {MAX_WIJZIGINGEN} wijzigingen")
    elders = (
        *(f"tekst buiten een alinea: “{text[:_MOST_SHOWN]}”" for text in oogst.los),
        *(f"een wijziging in de inhoudsopgave of een veld: “{text[:_MOST_SHOWN]}”" for text in oogst.velden),
        *(f"bij welke norm: onder de kop {kop} hoort iets anders" for kop in dict.fromkeys(oogst.verwisseld)),
        *(f"het onderdeel {name}" for name in pakket.find_ongelezen(_GELEZEN)),
    )
    opmerkingen = tuple(_read_comments(comments, oogst, pakket))
    return Gelezen(opmerkingen, tuple(changes), oogst.opmaak, tuple(oogst.alineas), elders)


def _walk_all(pakket: Pakket, body: Knoop) -> Oogst:
    """Follow the text, then what it calls and what stands above and below."""
    oogst = Oogst()
    stijlen = dict(_walk_stijlen(pakket))
    _walk(body, Verhaal(oogst, "tekst", stijlen))
    for kind, (name, waar) in _NOTEN.items():
        for root in pakket.parse(kind):
            for node in root:
                plek = oogst.noten.get((name, attribute(node, "id") or ""))
                _walk(node, Verhaal(oogst, waar, stijlen, plek))
    for kind, waar in _RANDEN.items():
        for root in pakket.parse(kind):
            _walk(root, Verhaal(oogst, waar, stijlen))
    oogst.close()
    return oogst


def _walk(node: Knoop, verhaal: Verhaal) -> None:
    verhaal.walk(node)
    verhaal.end()


def _walk_stijlen(pakket: Pakket) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield for each style its name and its level as a heading, 0 when it is none."""
    for root in pakket.parse("styles"):
        for node in root:
            if local(node) != "style":
                continue
            name = next((attribute(item, "val") or "" for item in node if local(item) == "name"), "")
            is_kop = name.lower().startswith(_KOPPEN)
            niveau = (int(name[-1]) if name[-1:] in _CIJFERS else 1) if is_kop and name else 0
            yield attribute(node, "styleId") or "", (name, niveau)


def _read_comments(comments: list[Knoop], oogst: Oogst, pakket: Pakket) -> Iterator[Opmerking]:
    by_last = {_last_paragraph(node): number for number, node in enumerate(comments, 1)}
    parents: dict[str, str] = {}
    done: set[str] = set()
    for root in pakket.parse("commentsExtended"):
        for node in root:
            para = attribute(node, "paraId") or ""
            parents[para] = attribute(node, "paraIdParent") or ""
            if attribute(node, "done") in {"1", "true"}:
                done.add(para)
    for number, node in enumerate(comments, 1):
        ident, para = attribute(node, "id") or "", _last_paragraph(node)
        bereik = oogst.bereiken.get(ident)
        parent = parents.get(para, "")
        yield Opmerking(
            nummer=number,
            tekst="\n".join(_walk_lines(node)),
            passage=oogst.find_passage(ident, _LANGSTE_PASSAGE),
            plaats=bereik.plaats if bereik else None,
            op=by_last.get(parent) if parent else None,
            is_opgelost=para in done or parent in done,
        )


def _last_paragraph(node: Knoop) -> str:
    found = [attribute(item, "paraId") for item in node.iter() if local(item) == "p"]
    return (found[-1] or "") if found else ""


def _walk_lines(comment: Knoop) -> Iterator[str]:
    """Yield the paragraphs of a comment, as they are with its own changes accepted."""
    oogst = Oogst()
    verhaal = Verhaal(oogst, "opmerking", {}, aanvaard=True)
    verhaal.walk(comment)
    verhaal.end()
    oogst.close()
    yield from (item.tekst for item in oogst.alineas)
    yield from oogst.los
