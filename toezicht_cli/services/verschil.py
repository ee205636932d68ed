"""Verschil: read an onderzoek, or a werkmap, at two moments and compare what they say."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.vergelijken import compare_kanten
from toezicht_cli.analysis.verschil import Kant, Vergelijking, Verschil
from toezicht_cli.diagnostics import Severity, ToezichtError, quote
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.git.momenten import find_moment, is_fase
from toezicht_cli.loading.git.objecten import find_commits, find_merge_base
from toezicht_cli.loading.lezen import Document
from toezicht_cli.loading.vinden import WERKMAP, find_onderzoeken
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.kanten import Mapopname, Opname, Plek, name_commit

_HALF = 0.5
_MOMENTEN = {
    "vorige": "de vorige vastlegging van dit onderzoek",
    "concept": "het conceptrapport",
    "reactie": "de reactie van de aanbieder",
}
# What makes a word with two dots a path: it begins as one, or goes up on the way.
_PAD = re.compile(r"^(?:/|\\|~|[A-Za-z]:[/\\]|\.{1,2}(?:[/\\]|$))|[/\\]\.\.(?:[/\\]|$)")


class Reeks(NamedTuple):
    """Two versions in git: ``van..tot``; without ``tot`` up to now, on the disk.

    With ``vanaf_splitsing`` (three dots) the first is the commit where the two went apart.
    """

    van: str
    tot: str | None
    vanaf_splitsing: bool = False


def is_reeks(tekst: str) -> bool:
    """Whether a word means versions in git and not a folder.

    The word alone decides, never what stands on the disk: in CI a folder called ``main...HEAD`` would
    else take the place of the range. Such a folder is ``./main...HEAD``.
    """
    return ".." in tekst and _PAD.search(tekst) is None


def parse_reeks(tekst: str) -> Reeks:
    """Return the range that ``van..tot``, ``van..`` , ``..tot`` or ``van...tot`` writes.

    Raises:
        ToezichtError: it has no name on either side.
    """
    dots = "..." if "..." in tekst else ".."
    van, _, tot = tekst.partition(dots)
    if not van and not tot:
        raise ToezichtError(f"{quote(tekst)} noemt geen versie", "schrijf bijvoorbeeld main..HEAD")
    if dots == "..." and not tot:
        tot = "HEAD"
    return Reeks(van or "HEAD", tot or None, vanaf_splitsing=dots == "...")


def compare_mappen(oud: Path, nieuw: Path, today: date) -> Vergelijking:
    """Return what differs between two folders on the disk: two onderzoeken, or two werkmappen.

    Raises:
        ToezichtError: one of them holds no onderzoek, or one is a werkmap and the other is not.
    """
    opnames = [_opname(pad) for pad in (oud, nieuw)]
    if ("" in opnames[0].onderzoeken) != ("" in opnames[1].onderzoeken):
        raise ToezichtError(
            "de ene map is een onderzoek, de andere een werkmap", "noem twee van dezelfde soort"
        )
    return _compare(opnames[0], opnames[1], today)


def compare_reeks(pad: Path, reeks: Reeks, today: date) -> Vergelijking:
    """Return what changed in what ``pad`` means between two versions in git.

    Raises:
        GitError: git cannot give one of them.
        NietGevondenError: ``pad`` means no onderzoek.
    """
    plek = Plek(pad)
    names = [reeks.van, *filter(None, [reeks.tot])]
    commits = find_commits(plek.repository, names)
    first, naam = commits[0], reeks.van
    if reeks.vanaf_splitsing:
        first = find_merge_base(plek.repository, commits[0], commits[1])
        naam = f"de splitsing van {reeks.van}"
    oud = plek.at(first, name_commit(naam, first))
    nieuw = plek.at(commits[1], name_commit(reeks.tot, commits[1])) if reeks.tot else plek.nu
    if oud.onderzoeken or plek.werkmap is None:
        return _compare(oud, nieuw, today)
    return _follow(compare_reeks(plek.werkmap, reeks, today), plek.folder.name)


def compare_sinds(pad: Path, moment: str, today: date) -> Vergelijking:
    """Return what changed in the onderzoek that ``pad`` means since a named moment, up to now.

    Raises:
        GitError: it is no moment, or the history does not have it.
        ToezichtError: ``pad`` is a werkmap and the moment is one of an onderzoek.
    """
    plek = Plek(pad)
    if plek.is_werkmap and is_fase(moment):
        raise ToezichtError(
            f"--sinds {moment} gaat over één onderzoek, want elk onderzoek heeft zijn eigen fase",
            f"noem de map: toezicht verschil {plek.eerste} --sinds {moment}",
        )
    commit = find_moment(plek.repository, plek.map, moment)
    return _compare(plek.at(commit, name_commit(_MOMENTEN.get(moment, moment), commit)), plek.nu, today)


def _follow(vergelijking: Vergelijking, naam: str) -> Vergelijking:
    """Return what a comparison of the werkmap says of one onderzoek, also when it had another name."""
    found = tuple(item for item in vergelijking.verschillen if naam in {item.onderzoek, item.hernoemd_van})
    if not found:
        raise _nothing_here()
    return vergelijking._replace(verschillen=found)


def _opname(pad: Path) -> Opname:
    roots = find_onderzoeken(pad)
    folder = pad.resolve()
    if len(roots) == 1 and folder.is_relative_to(roots[0]):
        return Mapopname(folder, {"": roots[0]}, str(pad))
    return Mapopname(folder, {root.name: root for root in roots}, str(pad))


def _compare(oud: Opname, nieuw: Opname, today: date) -> Vergelijking:
    namen = sorted({*oud.onderzoeken, *nieuw.onderzoeken})
    if not namen:
        raise _nothing_here()
    verschillen = tuple(_pair_renamed(_compare_each(namen, oud, nieuw, today)))
    return Vergelijking(oud.moment, nieuw.moment, (*_compare_werkmappen(oud, nieuw), *verschillen))


def _nothing_here() -> ToezichtError:
    return ToezichtError(
        "op geen van beide momenten is hier een onderzoek",
        "kijk of de map klopt; bedoel je een versie uit git, schrijf dan VAN..TOT",
    )


def _compare_each(namen: list[str], oud: Opname, nieuw: Opname, today: date) -> Iterator[Verschil]:
    has_toezicht = [opname.read_werkmap() is not None for opname in (oud, nieuw)]
    for naam in namen:
        if len(namen) > 1 and has_toezicht[0] == has_toezicht[1] and _is_untouched(naam, oud, nieuw):
            yield _untouched(naam, oud, nieuw)
            continue
        kanten = [
            _kant(opname, opname.load(naam) if naam in opname.onderzoeken else None, today)
            for opname in (oud, nieuw)
        ]
        yield compare_kanten(kanten[0], kanten[1])


def _is_untouched(naam: str, oud: Opname, nieuw: Opname) -> bool:
    """Whether an onderzoek and the kaders beside it hold the same bytes on both sides.

    Of a large werkmap only what changed is then read, and kept in memory.
    """
    if naam not in oud.onderzoeken or naam not in nieuw.onderzoeken:
        return False
    before, after = oud.identify(naam), nieuw.identify(naam)
    return before is not None and before == after


def _untouched(naam: str, oud: Opname, nieuw: Opname) -> Verschil:
    name = naam.rpartition("/")[2]
    sides = [Kant(opname.moment, opname.versie, Dossier(name, {}), telt=False) for opname in (oud, nieuw)]
    return Verschil(name, name, sides[0], sides[1])


def _compare_werkmappen(oud: Opname, nieuw: Opname) -> Iterator[Verschil]:
    """Yield what changed in ``toezicht.yaml``, when PAD is a werkmap: it holds the limits of a check too."""
    documents = [opname.read_werkmap() for opname in (oud, nieuw)]
    if all(document is None for document in documents):
        return
    kanten = [
        _kant_of_werkmap(opname, document) for opname, document in zip((oud, nieuw), documents, strict=True)
    ]
    found = compare_kanten(kanten[0], kanten[1])
    if not found.is_leeg:
        yield found


def _kant_of_werkmap(opname: Opname, document: Document[Werkmap] | None) -> Kant:
    if document is None:
        return Kant(opname.moment, opname.versie)
    documents = {WERKMAP: document.model} if document.model else {}
    unreadable = () if document.model else (WERKMAP,)
    return Kant(opname.moment, opname.versie, Dossier(WERKMAP, documents), unreadable, telt=False)


def _kant(opname: Opname, load: LoadResult | None, today: date) -> Kant:
    if load is None:
        return Kant(opname.moment, opname.versie)
    checked = check_loaded(load, load_rules(), today)
    fouten = sum(found.severity is Severity.ERROR for found in checked.diagnostics)
    return Kant(opname.moment, opname.versie, load.dossier, _unreadable(load), fouten)


def _unreadable(load: LoadResult) -> tuple[str, ...]:
    """Return the files that are there, or ought to be, and could not be read; the kader is one of them."""
    documents = load.dossier.documents
    files = {fault.location.file for fault in load.faults} | set(load.paths)
    found = sorted(file for file in files if file not in documents and not file.startswith("kader "))
    kader = ("het toetsingskader",) if "kader" in load.dossier.onleesbaar else ()
    return (*found, *kader)


def _pair_renamed(verschillen: Iterator[Verschil]) -> Iterator[Verschil]:
    """Yield the differences, an onderzoek whose folder got another name as one of them."""
    found = list(verschillen)
    gone = [item for item in found if item.soort == "vervallen"]
    for item in found:
        if item.soort == "vervallen":
            continue
        before = next((old for old in gone if item.soort == "nieuw" and _is_same_case(old, item)), None)
        if before is None:
            yield item
        else:
            gone.remove(before)
            yield compare_kanten(before.oud, item.nieuw)
    yield from gone


def _is_same_case(oud: Verschil, nieuw: Verschil) -> bool:
    """Whether at least half of what the larger of two onderzoeken holds is equal in the other."""
    before, after = _contents(oud.oud.dossier), _contents(nieuw.nieuw.dossier)
    equal = sum(1 for file, element in after.items() if before.get(file) == element)
    return equal >= _HALF * max(len(before), len(after), 1)


def _contents(dossier: Dossier | None) -> dict[str, object]:
    documents = dossier.documents if dossier else {}
    return {file: item for file, item in documents.items() if not isinstance(item, Toetsingskader)}
