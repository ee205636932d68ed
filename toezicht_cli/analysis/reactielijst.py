"""Reactielijst: what stands in a returned document as reactions, each with its norm, words and place.

Nothing is judged here: a reaction has no soort until somebody decides on it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from toezicht_cli.analysis.alineaverschil import find_verschillen
from toezicht_cli.analysis.vreemde_tekst import escape_opmaak, make_visible
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.reactietekst import Alinea, Gelezen, Opmerking, Plaats, Wijziging

_LANGSTE_PASSAGE = 300
_KORT = 60
# With more differences than this a file is not the concept that was sent.
_MEESTE = 1_000
_WEINIG = 10
_LEEG = "Opmerking zonder tekst."
_BEELD = "[beeld]"
_RANDEN = frozenset({"kopregel", "voetregel"})


class Normplaats(NamedTuple):
    """A norm, and the vestiging where the oordeel is per vestiging."""

    norm: str
    locatie: str | None = None


class Voorstel(NamedTuple):
    """A reaction that is not in the onderzoek yet; ``reactie`` is Markdown, ``plek`` names it in the file."""

    plek: str
    reactie: str
    passage: str | None
    norm: Normplaats | None


class Reactielijst(NamedTuple):
    """All that a file holds; ``ongemarkeerd`` is None when that cannot be seen."""

    opmerkingen: tuple[Voorstel, ...]
    wijzigingen: tuple[Voorstel, ...]
    ongemarkeerd: tuple[Voorstel, ...] | None

    @property
    def alle(self) -> tuple[Voorstel, ...]:
        """Return every reaction, in the order in which they are numbered."""
        return (*self.opmerkingen, *self.wijzigingen, *(self.ongemarkeerd or ()))


class Reactiebestand(NamedTuple):
    """A returned file: its name as people may read it, its fingerprint, and what stands in it."""

    naam: str
    hash: str
    gelezen: Gelezen


class Inlezing(NamedTuple):
    """What a file held and what was done with it.

    ``nieuw`` are the reactions that were not there yet, with their ids; ``zonder_concept`` says why changes
    without tracking cannot be seen, None when they can; ``fouten`` and ``privacy`` count what ``controleer``
    now finds in ``wederhoor.yaml``.
    """

    onderzoek: str
    bestand: Reactiebestand
    lijst: Reactielijst
    nieuw: tuple[tuple[str, Voorstel], ...]
    zonder_concept: str | None
    is_geschreven: bool
    ontvangen_op: Datum | None = None
    fouten: int = 0
    privacy: int = 0


def make_reactielijst(
    gelezen: Gelezen, concept: Gelezen | None, plaatsen: Mapping[str, Normplaats]
) -> Reactielijst:
    """Return the reactions in a file.

    Args:
        gelezen: what stands in the file.
        concept: what stands in the concept as it was sent, None when we do not have that.
        plaatsen: the norm of each bookmark in lower case, and of ``kop:1.2``.
    """
    return Reactielijst(
        tuple(_opmerking(item, plaatsen) for item in gelezen.opmerkingen),
        tuple(
            Voorstel(f"wijziging {number}", _tell(item), _quote(item.passage), _norm(item.plaats, plaatsen))
            for number, item in enumerate(gelezen.wijzigingen, 1)
        ),
        None if concept is None else _read_ongemarkeerd(concept, gelezen, plaatsen),
    )


def _read_ongemarkeerd(
    concept: Gelezen, gelezen: Gelezen, plaatsen: Mapping[str, Normplaats]
) -> tuple[Voorstel, ...] | None:
    """Return what was changed without tracking, None when the file is another text than the concept."""
    found = list(islice(_walk_ongemarkeerd(concept, gelezen), _MEESTE + 1))
    is_other = len(found) > _WEINIG and 2 * len(found) > len(concept.alineas)
    if len(found) > _MEESTE or is_other:
        return None
    return tuple(
        Voorstel(f"ongemarkeerde wijziging {number}", tekst, _quote(was), _norm(plaats, plaatsen))
        for number, (tekst, was, plaats) in enumerate(found, 1)
    )


def _norm(plaats: Plaats | None, plaatsen: Mapping[str, Normplaats]) -> Normplaats | None:
    return plaatsen.get(plaats.plek.casefold()) if plaats and plaats.plek else None


def _opmerking(item: Opmerking, plaatsen: Mapping[str, Normplaats]) -> Voorstel:
    parts = [f"opmerking {item.nummer}"]
    if item.op is not None:
        parts.append(f"antwoord op opmerking {item.op}")
    if item.is_opgelost:
        parts.append("in het bestand als opgelost aangemerkt")
    tekst = escape_opmaak(item.tekst) or _LEEG
    return Voorstel(", ".join(parts), tekst, _quote(item.passage), _norm(item.plaats, plaatsen))


def _tell(item: Wijziging) -> str:
    """Return a change in a sentence, as the file has it."""
    weg, erbij, herroepen = (f"“{escape_opmaak(text)}”" for text in (item.weg, item.erbij, item.herroepen))
    sentences = []
    if item.is_verplaatst and item.weg == item.erbij:
        sentences.append(f"Verplaatst is {weg}.")
    elif item.weg and item.erbij:
        sentences.append(f"Geschrapt is {weg}, toegevoegd is {erbij}.")
    elif item.weg:
        sentences.append(f"Geschrapt is {weg}.")
    elif item.erbij:
        sentences.append(f"Toegevoegd is {erbij}.")
    if _is_short(item):
        sentences.append(f"Dan staat er: “{escape_opmaak(item.nu)}”.")
    if item.herroepen:
        sentences.append(f"Toegevoegd en weer geschrapt is {herroepen}.")
    return " ".join(sentences)


def _is_short(item: Wijziging) -> bool:
    """Whether a change is hard to place without the words around it."""
    is_part = bool(item.nu) and item.nu != item.erbij
    return is_part and not item.is_verplaatst and bool(item.weg or item.erbij) and len(item.erbij) <= _KORT


def _quote(words: str) -> str | None:
    shown = make_visible(words)
    return f"{shown[:_LANGSTE_PASSAGE].rstrip()} …" if len(shown) > _LANGSTE_PASSAGE else shown or None


def _walk_ongemarkeerd(concept: Gelezen, gelezen: Gelezen) -> Iterator[tuple[str, str, Plaats]]:
    """Yield what was changed without tracking: what to tell, the words before, and the place."""
    sent, back = _in_text(concept.alineas), _in_text(gelezen.alineas)
    for blok in find_verschillen([_key(item) for item in sent], [_key(item) for item in back]):
        yield from _walk_block(sent[blok.begin : blok.einde], back[blok.begin_nu : blok.einde_nu])
    yield from _walk_beelden(concept, gelezen)
    yield from _walk_randen(concept, gelezen)


def _walk_beelden(concept: Gelezen, gelezen: Gelezen) -> Iterator[tuple[str, str, Plaats]]:
    """Yield the paragraphs with a picture that is not in the concept, when there are more pictures now."""
    sent, back = (
        Counter(_words(item) for item in side.alineas if _BEELD in item.tekst) for side in (concept, gelezen)
    )
    if _count_beelden(gelezen) <= _count_beelden(concept):
        return
    new = back - sent
    for item in gelezen.alineas:
        if new[_words(item)] > 0:
            new[_words(item)] -= 1
            yield "Zonder markering is hier een beeld toegevoegd. Bekijk het in het bestand.", "", item.plaats


def _count_beelden(gelezen: Gelezen) -> int:
    return sum(item.tekst.count(_BEELD) for item in gelezen.alineas)


def _walk_randen(concept: Gelezen, gelezen: Gelezen) -> Iterator[tuple[str, str, Plaats]]:
    """Yield what was put in or taken out above and below the pages."""
    sent, back = (
        {_key(item): item for item in side.alineas if item.plaats.waar in _RANDEN and _key(item)}
        for side in (concept, gelezen)
    )
    for key, item in back.items():
        if key not in sent:
            yield f"Zonder markering toegevoegd in de {item.plaats.waar} is {_cite(item)}.", "", item.plaats
    for key, item in sent.items():
        if key not in back:
            yield (
                f"Zonder markering geschrapt uit de {item.plaats.waar} is {_cite(item)}.",
                item.tekst,
                item.plaats,
            )


def _walk_block(sent: Sequence[Alinea], back: Sequence[Alinea]) -> Iterator[tuple[str, str, Plaats]]:
    """Yield the changes of paragraphs that stand in one place: changed, taken out or put in."""
    both = min(len(sent), len(back))
    for was, nu in zip(sent, back, strict=False):
        yield f"Zonder markering veranderd. Er staat nu: {_cite(nu)}.", was.tekst, was.plaats
    for item in sent[both:]:
        yield f"Zonder markering geschrapt is {_cite(item)}.", item.tekst, item.plaats
    for item in back[both:]:
        yield f"Zonder markering toegevoegd is {_cite(item)}.", "", item.plaats


def _cite(item: Alinea) -> str:
    return f"“{escape_opmaak(item.tekst)}”"


def _in_text(alineas: Sequence[Alinea]) -> list[Alinea]:
    return [item for item in alineas if item.plaats.waar not in _RANDEN and _key(item)]


def _key(item: Alinea) -> str:
    """Return the words without pictures, in single spaces: a word processor lays those out anew."""
    return " ".join(item.tekst.replace(_BEELD, " ").split())


def _words(item: Alinea) -> str:
    """Return the words with the pictures between them, in single spaces."""
    return " ".join(item.tekst.split())
