"""Rapportoordelen: the oordeel that a report gives to a norm, in a conclusion or a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.conclusies import find_oordelen
from toezicht_cli.analysis.rapportdelen import Passage, stems
from toezicht_cli.analysis.uitspraken import Taal, make_taal
from toezicht_cli.analysis.zinsdelen import split_zinnen
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Schaal
from toezicht_cli.models.normoordeel import Normoordeel

# The norm repeated between quotation marks behind the word norm.
_AANGEHAALD = re.compile(
    r"\b(norm|eis),?\s{1,3}[“”„\"‘«]([^“”„\"«»]{1,900})[”“\"’»](?P<stop>\s?\.)?", re.IGNORECASE
)
_NIET_GETOETST = re.compile(
    r"^(?:deze|de) (?:norm|eis) is (?:(?:daarom|dus|om die reden|hierdoor|in dit onderzoek) )?"
    r"niet (?:getoetst|beoordeeld|onderzocht|van toepassing)$"
)
_STATUSWOORDEN = frozenset(
    {"niet getoetst", "niet van toepassing", "n.v.t.", "nvt", "niet beoordeeld", "buiten reikwijdte"}
)
_CONCLUSIE = re.compile(r"conclusie|oordeel|beoordeling", re.IGNORECASE)
# Text between the word and the label: a heading says "Oordeel: ✓ Voldoet".
_TEKEN_VOORAF = re.compile(r"\b((?:oordeel|conclusie):)\s{0,3}[^\w\s]{1,2}\s", re.IGNORECASE)
_OORDEEL_IS = re.compile(r"oordeel:", re.IGNORECASE)
_TEKENS = re.compile(r"^[^\w]+|[^\w.]+$")
_NUMMER = re.compile(r"(?:norm\s|eis\s)?([^\W_]{1,6}(?:[.-][^\W_]{1,6}){0,4})[.:]?(?:\s|$)", re.IGNORECASE)
_MIN_RIJEN = 3
GEEN = "geen oordeel"


class Gezegd(NamedTuple):
    """What a report says of a norm: a categorie, or ``GEEN``, with the words and where they stand."""

    norm: str
    oordeel: str
    tekst: str
    passage: Passage


class Afwijking(NamedTuple):
    """What a report says of a norm, and what the data say."""

    gezegd: Gezegd
    gegevens: str


def find_afwijkingen(passages: Sequence[Passage], dossier: Dossier) -> Iterator[Afwijking]:
    """Yield what a report says of norms and the data do not.

    Within the part about one norm it is enough that the right categorie is given somewhere.
    """
    items = [located.value for located in dossier.normoordelen]
    schaal, taal = dossier.kader.schaal, make_taal(dossier)
    for groep in _group_by_norm(_walk_conclusies(passages, schaal, taal)):
        expected = _expected(items, groep[0].norm)
        if expected and not expected & {gezegd.oordeel for gezegd in groep}:
            yield Afwijking(groep[0], _say(items, groep[0].norm))
    for gezegd in _walk_rijen(passages, dossier):
        expected = _expected(items, gezegd.norm)
        if expected and gezegd.oordeel not in expected:
            yield Afwijking(gezegd, _say(items, gezegd.norm))


def _expected(items: Iterable[Normoordeel], norm: str) -> frozenset[str]:
    """Return what may be said of a norm; nothing when it is still open."""
    found = [item for item in items if item.norm == norm]
    if any(item.oordeel is None and item.status is None for item in found):
        return frozenset()
    return frozenset(item.oordeel or GEEN for item in found)


def _say(items: Iterable[Normoordeel], norm: str) -> str:
    words = [item.oordeel or f"{GEEN} ({item.status})" for item in items if item.norm == norm]
    return " of ".join(dict.fromkeys(words))


def _group_by_norm(found: Iterable[Gezegd]) -> Iterator[list[Gezegd]]:
    """Yield what is said in one part about a norm together, and its one "Oordeel: voldoet" alone.

    With two of those in one part a heading between them was not recognised.
    """
    groups: dict[tuple[str, str], list[Gezegd]] = {}
    for gezegd in found:
        groups.setdefault((gezegd.norm, gezegd.passage.normkop), []).append(gezegd)
    for group in groups.values():
        alone = [gezegd for gezegd in group if _OORDEEL_IS.match(gezegd.passage.tekst)]
        parts = [alone, [gezegd for gezegd in group if gezegd not in alone]] if len(alone) == 1 else [group]
        yield from (part for part in parts if part)


def _walk_conclusies(passages: Iterable[Passage], schaal: Schaal, taal: Taal | None) -> Iterator[Gezegd]:
    """Yield what the sentences under the heading of a norm say of it."""
    for passage in passages:
        norm = passage.norm
        if norm is None or passage.regel.soort == "rij" or passage.is_andere_tijd:
            continue
        if passage.tekst == passage.normkop:
            continue
        tekst = _TEKEN_VOORAF.sub(r"\1 ", _without_title(passage))
        is_conclusie = bool(_CONCLUSIE.search(f"{passage.kop} {tekst[:12]}"))
        for uitspraak in find_oordelen(tekst, norm, schaal, taal):
            if is_conclusie or not _is_label(uitspraak.tekst, schaal):
                yield Gezegd(norm, uitspraak.categorie, uitspraak.tekst, passage)
        for zin in split_zinnen(tekst):
            if _NIET_GETOETST.match(zin.tekst) and not zin.is_andere_tijd:
                yield Gezegd(norm, GEEN, zin.tekst, passage)


def _is_label(tekst: str, schaal: Schaal) -> bool:
    return any(item.label.casefold() == tekst for item in schaal.categorieen)


def _without_title(passage: Passage) -> str:
    """Return the text without the norm between quotation marks, where that is the norm at hand."""
    title = stems(passage.normkop)

    def leave_out(match: re.Match[str]) -> str:
        quoted = stems(match[2])
        if len(quoted & title) * 2 < len(quoted):
            return match[0]
        return f"{match[1]}." if match["stop"] or match[2].rstrip().endswith((".", "!", "?")) else match[1]

    return _AANGEHAALD.sub(leave_out, passage.tekst)


def _walk_rijen(passages: Sequence[Passage], dossier: Dossier) -> Iterator[Gezegd]:
    """Yield what the rows of tables say that begin with a norm and hold one label.

    A line without cells ("1.2 Plan voldoet niet") counts when there are several of them.
    """
    norm_by_id = {norm.id.casefold(): norm.id for norm in dossier.kader.normen}
    los: list[Gezegd] = []
    for passage in passages:
        if passage.is_andere_tijd:
            continue
        if passage.regel.soort == "rij":
            cells = [_strip(cell) for cell in passage.regel.cellen]
            norm = _norm_of(cells[0], norm_by_id)
            labels = [label for cell in cells[1:] if (label := _label(cell, dossier.kader.schaal))]
            if norm and len(labels) == 1:
                yield Gezegd(norm, labels[0], passage.tekst, passage)
        else:
            los += _read_lines(passage, norm_by_id, dossier.kader.schaal)
    if len({gezegd.norm for gezegd in los}) >= _MIN_RIJEN:
        yield from los


def _read_lines(passage: Passage, norm_by_id: dict[str, str], schaal: Schaal) -> Iterator[Gezegd]:
    for line in passage.tekst.split("\n"):
        norm = _norm_of(line, norm_by_id)
        plain = _strip(line)
        found = [item for item in schaal.categorieen if plain.endswith(f" {item.label.casefold()}")]
        if norm and found:
            label = max(found, key=lambda item: len(item.label))
            yield Gezegd(norm, label.id, line, passage)


def _strip(cell: str) -> str:
    """Return a cell in lower case without a symbol before or behind it."""
    return _TEKENS.sub("", " ".join(cell.split())).casefold()


def _norm_of(tekst: str, norm_by_id: dict[str, str]) -> str | None:
    match = _NUMMER.match(tekst)
    return norm_by_id.get(match[1].casefold()) if match else None


def _label(cell: str, schaal: Schaal) -> str | None:
    """Return the categorie or ``GEEN`` of which a cell holds the label and nothing else."""
    if cell in _STATUSWOORDEN:
        return GEEN
    for item in schaal.categorieen:
        if cell in {item.label.casefold(), item.zin.casefold()}:
            return item.id
    return None
