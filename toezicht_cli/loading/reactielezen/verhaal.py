"""Verhaal: follow one part of a document (text, footnotes, a head) and keep what was changed in it."""

import re
from collections.abc import Callable

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.reactielezen.alinea import Stuk, Vak, read_wijzigingen
from toezicht_cli.loading.reactielezen.grenzen import MAX_WIJZIGINGEN
from toezicht_cli.loading.reactielezen.oogst import Oogst
from toezicht_cli.loading.reactielezen.pakket import Knoop, attribute, local
from toezicht_cli.models.reactietekst import Alinea, Plaats

# What a change is within another one: an insertion that was taken out again stands in neither text.
_SOORT = {"ins": "erbij", "moveTo": "naar", "del": "weg", "moveFrom": "van"}
_HERROEPEN = "herroepen"
_VOORGESTELD = frozenset({"erbij", "naar", _HERROEPEN})
_EIGENSCHAPPEN = frozenset({"rPr", "sectPr", "tblPr", "tblGrid", "sdtPr", "trPr", "tcPr", "tblPrEx"})
_OPMAAK = frozenset(
    {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"}
    | {"tblPrExChange", "numberingChange"}
)
_WIT = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_BEELDEN = frozenset({"drawing", "pict", "object"})
_TEKSTEN = frozenset({"t", "delText"})
# What a word processor fills in anew: its words are nobody's change.
_VELDEN = re.compile(r"\s{0,20}(?:TOC|PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b")
_INHOUD = re.compile(r"toc|inhopg|contents", re.IGNORECASE)
_KOP = re.compile(r"Norm ([A-Za-z0-9.-]{1,20}):")
_NORM = "norm_"
_NORMNIVEAU = 3
_GEEN = 99


class Verhaal:
    """Walks one part; ``stijlen`` says for each style its name and level as a heading (0: none)."""

    def __init__(
        self,
        oogst: Oogst,
        waar: str,
        stijlen: dict[str, tuple[str, int]],
        plek: str | None = None,
        *,
        aanvaard: bool = False,
    ) -> None:
        """Follow a part; with ``aanvaard`` as it is with its own changes accepted."""
        self._aanvaard = aanvaard
        self._oogst = oogst
        self._waar = waar
        self._stijlen = stijlen
        self._plek = plek
        self._niveau = 0 if plek is None else _GEEN
        self._vakken: list[Vak] = []
        self._rest: dict[int, str] = {}
        self._velden: list[str] = []
        self._kop: str | None = None

    def walk(self, node: Knoop, soort: str = "") -> None:
        """Follow ``node``; ``soort`` is what happened to the words in it: '', erbij, weg, van, naar."""
        name = local(node)
        if name in _TEKSTEN:
            self._add(node.text or "", soort or ("weg" if name == "delText" else ""))
        elif name in _WIT:
            self._add(_WIT[name], soort)
        elif name in _OPMAAK:
            self._oogst.opmaak += 1
        elif name in _EIGENSCHAPPEN:
            self._count_opmaak(node)
        elif name in _BIJZONDER:
            _BIJZONDER[name](self, node, soort)
        else:
            self._children(node, _within(soort, _SOORT.get(name)))

    def _children(self, node: Knoop, soort: str) -> None:
        for child in node:
            self.walk(child, soort)

    def _count_opmaak(self, node: Knoop) -> None:
        self._oogst.opmaak += sum(local(item) in _OPMAAK for item in node.iter())

    def _add(self, text: str, soort: str) -> None:
        if self._velden and any(map(_VELDEN.match, self._velden)):
            if soort and text.strip():  # a word processor fills a field in; this somebody did
                self._oogst.velden.append(text)
            return
        if not self._vakken:
            if text.strip():
                self._oogst.los.append(text)
            return
        self._vakken[-1].stukken.append(Stuk(soort, text))
        if soort not in _VOORGESTELD:
            self._oogst.add(text)

    def paragraph(self, node: Knoop, soort: str) -> None:
        """Take a paragraph, which may stand in a text box within another one."""
        self._vakken.append(Vak())
        self._children(node, soort)
        self._close(self._vakken.pop())

    def properties(self, node: Knoop, _soort: str) -> None:
        """Take the properties of a paragraph, which stand before its words."""
        self._count_opmaak(node)
        if not self._vakken:
            return
        vak = self._vakken[-1]
        for child in node:
            name = local(child)
            if name == "pStyle":
                vak.stijl, vak.niveau = self._stijlen.get(attribute(child, "val") or "", ("", 0))
            elif name == "rPr":
                marks = {local(item) for item in child}
                vak.is_erbij = bool(marks & {"ins", "moveTo"})
                vak.is_einde_gewijzigd = bool(marks & set(_SOORT))
        if vak.niveau and vak.niveau <= self._niveau:
            self._plek, self._niveau = None, 0

    def _close(self, vak: Vak) -> None:
        depth = len(self._vakken)
        if self._aanvaard:
            self._end_alinea(vak.nu, Plaats(None, self._waar))
            return
        kop = _KOP.match(vak.was)
        if kop and vak.niveau and self._plek is None:
            self._plek, self._niveau = f"kop:{kop[1]}", vak.niveau
        if vak.niveau:
            self._compare_kop(kop[1] if kop else None)
        plaats = Plaats(self._plek, self._waar)
        for ident in vak.opmerkingen:
            self._oogst.place(ident, " ".join(vak.was.split()), plaats)
        changes, only_white = read_wijzigingen(vak, plaats)
        # A line that was joined or split without a word of it being changed.
        self._oogst.opmaak += only_white + (vak.is_einde_gewijzigd and not changes and not only_white)
        self._oogst.wijzigingen += changes
        if len(self._oogst.wijzigingen) > 2 * MAX_WIJZIGINGEN:  # two of a move become one
            raise BuitenbestandError(f"in dit bestand staan meer dan {MAX_WIJZIGINGEN} wijzigingen")
        before = self._rest.pop(depth, "") + vak.was
        if _INHOUD.match(vak.stijl) and not changes:
            return
        if vak.is_erbij:  # this end of a paragraph was put in: the words belong to the next one
            self._rest[depth] = before
        else:
            self._end_alinea(before, plaats)

    def end(self) -> None:
        """The part ends here."""
        for tekst in self._rest.values():
            self._end_alinea(tekst, Plaats(self._plek, self._waar))

    def _compare_kop(self, norm: str | None) -> None:
        """Trust no bookmark that the heading of a norm contradicts, nor one of a vestiging below it."""
        self._kop = norm or self._kop
        if self._plek and self._kop and not _is_norm(self._plek, self._kop):
            self._oogst.verwisseld.append(f"Norm {self._kop}")
            self._plek = None

    def _end_alinea(self, tekst: str, plaats: Plaats) -> None:
        self._oogst.add(" ")
        if words := " ".join(tekst.split()):
            self._oogst.alineas.append(Alinea(words, plaats))

    def bookmark(self, node: Knoop, _soort: str) -> None:
        """Take a bookmark; that of a norm says where we are."""
        name = attribute(node, "name") or ""
        if name.casefold().startswith(_NORM):
            niveau = self._vakken[-1].niveau if self._vakken else 0
            self._plek, self._niveau = name, niveau or _NORMNIVEAU

    def comment(self, node: Knoop, _soort: str) -> None:
        """Take the begin, the end or the mark of a comment."""
        ident = attribute(node, "id") or ""
        name = local(node)
        if name == "commentRangeEnd":
            self._oogst.end_at(ident)
            return
        if name == "commentRangeStart":
            self._oogst.begin_at(ident)
        if self._vakken:
            self._vakken[-1].opmerkingen.append(ident)
        elif name == "commentReference":
            self._oogst.place(ident, "", Plaats(self._plek, self._waar))

    def run(self, node: Knoop, soort: str) -> None:
        """Take a run; one that was struck through by hand says that its words must go."""
        struck = any(
            local(item) in {"strike", "dstrike"} and attribute(item, "val") not in {"0", "false", "off"}
            for child in node
            if local(child) == "rPr"
            for item in child
        )
        self._children(node, "weg" if struck and not soort and not self._aanvaard else soort)

    def note(self, node: Knoop, _soort: str) -> None:
        """Take the call of a footnote."""
        kind = local(node).removesuffix("Reference")
        self._oogst.noten[kind, attribute(node, "id") or ""] = self._plek

    def field(self, node: Knoop, _soort: str) -> None:
        """Take the begin or the end of a field."""
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self._velden.append("")
        elif kind == "end" and self._velden:
            self._velden.pop()

    def instruction(self, node: Knoop, _soort: str) -> None:
        """Take the code of a field."""
        if self._velden:
            self._velden[-1] += node.text or ""

    def simple_field(self, node: Knoop, soort: str) -> None:
        """Take a field in one element."""
        self._velden.append(attribute(node, "instr") or "")
        self._children(node, soort)
        self._velden.pop()

    def row(self, node: Knoop, soort: str) -> None:
        """Follow a row or a cell that may have been put in or taken out as a whole."""
        names = {local(item) for child in node if local(child) in {"trPr", "tcPr"} for item in child}
        found = "erbij" if names & {"ins", "cellIns"} else "weg" if names & {"del", "cellDel"} else None
        self._children(node, _within(soort, found))

    def alternative(self, node: Knoop, soort: str) -> None:
        """Follow the first form of a drawing; words that only its second form has are told."""
        choices = [child for child in node if local(child) == "Choice"] or list(node)
        if not choices:
            return
        self.walk(choices[0], soort)
        shown = "".join(choices[0].itertext()).split()
        for other in node:
            words = "".join(item.text or "" for item in other.iter() if local(item) == "t")
            if other is not choices[0] and not set(words.split()) <= set(shown):
                self._oogst.los.append(words)

    def picture(self, node: Knoop, soort: str) -> None:
        """Take a picture or a drawing; the words in it count."""
        if not any(local(item) in _TEKSTEN for item in node.iter()):
            self._add("[beeld]", soort)
        self._children(node, soort)

    def symbol(self, node: Knoop, soort: str) -> None:
        """Take a sign of a font of signs."""
        code = attribute(node, "char") or ""
        is_code = re.fullmatch("[0-9A-Fa-f]{1,5}", code)
        self._add(chr(int(code, 16)) if is_code else "?", soort)


def _is_norm(plek: str, norm: str) -> bool:
    """Whether a bookmark (``norm_1_2``, ``norm_1_2_L1``) is of the norm in a heading."""
    name = f"{_NORM}{re.sub('[^A-Za-z0-9]', '_', norm)}".casefold()
    return plek.casefold() == name or plek.casefold().startswith(f"{name}_") or plek.startswith("kop:")


def _within(outer: str, inner: str | None) -> str:
    """Return what happened to words in a change within a change."""
    if inner is None:
        return outer
    if outer in _VOORGESTELD and inner in {"weg", "van"}:
        return _HERROEPEN
    if outer in {"weg", "van"} and inner in {"erbij", "naar"}:  # put in, and gone with what is around it
        return _HERROEPEN
    return outer if outer == _HERROEPEN else inner


_BIJZONDER: dict[str, Callable[[Verhaal, Knoop, str], None]] = {
    "p": Verhaal.paragraph,
    "r": Verhaal.run,
    "pPr": Verhaal.properties,
    "bookmarkStart": Verhaal.bookmark,
    "commentRangeStart": Verhaal.comment,
    "commentRangeEnd": Verhaal.comment,
    "commentReference": Verhaal.comment,
    "footnoteReference": Verhaal.note,
    "endnoteReference": Verhaal.note,
    "fldChar": Verhaal.field,
    "instrText": Verhaal.instruction,
    "delInstrText": Verhaal.instruction,
    "fldSimple": Verhaal.simple_field,
    "tr": Verhaal.row,
    "tc": Verhaal.row,
    "AlternateContent": Verhaal.alternative,
    "sym": Verhaal.symbol,
    **dict.fromkeys(_BEELDEN, Verhaal.picture),
}
