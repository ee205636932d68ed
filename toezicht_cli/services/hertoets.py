"""Hertoets: begin an onderzoek that tests some normen of an earlier one again, and show then and now."""

import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.hertoets import EERDER_GETOETST, Hertoetsuitkomst, find_tegenspraak, make_hertoets
from toezicht_cli.analysis.kadervergelijking import compare_kaders
from toezicht_cli.analysis.woorden import join_some, join_words
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.aanmaken import create_folder
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kaders import hash_kader
from toezicht_cli.loading.vertrouwelijk import VERTROUWELIJK
from toezicht_cli.loading.vinden import find_onderzoek
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import set_value
from toezicht_cli.models.betrokkenen import Gemeente, Vestiging
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.geraamte import Aanvraag, build_bestanden
from toezicht_cli.services.inzage import read_inzage
from toezicht_cli.services.nieuw import check_id, find_home, load_kader
from toezicht_cli.services.oordeel import FAMILIES
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.soorten import check_soort

_ONDERZOEK = "onderzoek.yaml"


class Hertoetsaanvraag(NamedTuple):
    """What somebody wants: a new onderzoek ``id`` that tests ``normen`` of the one in ``van`` again.

    ``normen`` are numbers of normen, or ``norm@vestiging`` for one vestiging. None for the kind of toezicht
    and the kader means those of the earlier onderzoek, and for ``home`` the folder beside it.
    """

    id: str
    van: Path
    normen: tuple[str, ...]
    soort_toezicht: str | None = None
    kader: str | None = None
    home: Path | None = None


def create_hertoets(aanvraag: Hertoetsaanvraag, here: Path, today: date) -> Mededeling:
    """Make the folder of the hertoets, whole or not at all, and return what to tell.

    Raises:
        ToezichtError: the earlier onderzoek is not definitive or has fouten, a norm is not in it, or the
            folder is there already.
    """
    root = find_onderzoek(aanvraag.van)
    home = find_home(here, aanvraag.home) if aanvraag.home else root.parent
    check_id(aanvraag.id, home)
    if aanvraag.soort_toezicht:
        check_soort(aanvraag.soort_toezicht, home)
    eerder = _read_eerder(root, here, today)
    kader, text = load_kader(aanvraag.kader or eerder.onderzoek.kader, home)
    normen = _check_normen(aanvraag.normen, eerder, kader)
    bestanden = _fill(aanvraag, eerder, kader, hash_kader(text.value), normen)
    create_folder(home / aanvraag.id, bestanden, (VERTROUWELIJK,))
    return _tell(home / aanvraag.id, eerder, kader, normen, here)


def show_hertoets(pad: Path, here: Path) -> Hertoetsuitkomst:
    """Return the hertoets in ``pad``, compared with the earlier onderzoek when that stands beside it.

    Raises:
        ToezichtError: there is no onderzoek, it cannot be read, or it is no hertoets.
    """
    root = find_onderzoek(pad)
    load, inzage = read_inzage(root, here)
    dossier = load.dossier
    if dossier.onleesbaar & {"onderzoek", "kader"}:
        message = f"{inzage.naam} is niet te lezen"
        raise ToezichtError(message, "toezicht controleer wijst de regel aan en zegt wat er mis is")
    van = dossier.onderzoek.hertoets_van
    if van is None:
        message = f"{inzage.naam} is geen hertoets: hertoets_van is niet ingevuld"
        hulp = f"begin er een met toezicht hertoets nieuw NAAM --van {inzage.naam}"
        raise ToezichtError(message, hulp)
    beside = root.parent / van
    is_beside = (beside / _ONDERZOEK).is_file()
    eerder = load_dossier(beside, kadermap_for(beside)).dossier if is_beside else None
    tegenspraak = find_tegenspraak(dossier, eerder) if eerder else ()
    return Hertoetsuitkomst(inzage, make_hertoets(dossier), tegenspraak)


def _read_eerder(root: Path, here: Path, today: date) -> Dossier:
    """Return the earlier onderzoek; refuse one of which the oordelen do not stand yet."""
    load = load_dossier(root, kadermap_for(root))
    check = check_loads([load], here, today, load_rules(FAMILIES))
    if check.has_errors:
        message = f"in {root.name} staat een fout, en dus is niet zeker wat er geoordeeld is"
        shown = Paden.around(here, here).shown(root)
        raise ToezichtError(message, f"los die eerst op: toezicht controleer {shown}")
    fase = load.dossier.onderzoek.fase
    if fase != "definitief":
        message = f"{root.name} is nog niet definitief (fase {fase}): er is nog niets om opnieuw te toetsen"
        raise ToezichtError(message, "stel het eerst vast met toezicht vaststellen")
    versies = load.dossier.vaststelling.versies
    if versies and not any(versie.status == "geldend" for versie in versies):
        message = f"van {root.name} geldt geen versie meer: versie {versies[-1].nummer} is ingetrokken"
        raise ToezichtError(
            message, "stel eerst een nieuwe versie vast: toezicht vaststellen --herzie --reden"
        )
    return load.dossier


def _check_normen(normen: Sequence[str], eerder: Dossier, kader: Toetsingskader) -> frozenset[str]:
    """Return the keys of the normoordelen that are tested again."""
    then = {located.value.sleutel: located.value for located in eerder.normoordelen}
    known = [key for key in then if key.partition("@")[0] in {norm.id for norm in kader.normen}]
    if not normen:
        tekort = _not_met(eerder)
        hulp = (
            f"kies zelf, bijvoorbeeld --norm {','.join(tekort)}" if tekort else "noem ze met --norm 1.2,2.1"
        )
        raise ToezichtError("er is niet gezegd welke normen opnieuw getoetst worden", hulp)
    chosen: set[str] = set()
    for norm in normen:
        found = [key for key in known if norm == key]
        # A norm without vestiging: those where it was judged, or all where it was judged nowhere.
        every = [key for key in known if norm == key.partition("@")[0]]
        found = found or [key for key in every if then[key].is_beoordeeld] or every
        if not found:
            hulp = suggest(norm, known) or f"in {eerder.naam} staan: {join_some(known)}"
            raise ToezichtError(f"norm {quote(norm)} staat niet in {eerder.naam} of in dit kader", hulp)
        chosen |= set(found)
    return frozenset(chosen)


def _not_met(eerder: Dossier) -> list[str]:
    """Return the normen of which the oordeel asks a point, each once, in order."""
    schaal = eerder.kader.schaal
    items = (located.value for located in eerder.normoordelen)
    asked = (
        item.norm
        for item in items
        if item.oordeel and (found := schaal.find(item.oordeel)) and found.vraagt == "vereiste-aanpassing"
    )
    return list(dict.fromkeys(asked))


def _fill(
    aanvraag: Hertoetsaanvraag,
    eerder: Dossier,
    kader: Toetsingskader,
    kader_hash: str,
    normen: frozenset[str],
) -> dict[str, str]:
    """Return the files: those of a new onderzoek, with what is known of the earlier one."""
    onderzoek = eerder.onderzoek
    vestigingen = onderzoek.aanbieder.vestigingen
    basis = Aanvraag(
        aanvraag.id,
        kader.verwijzing,
        onderzoek.aanbieder.naam,
        aanvraag.soort_toezicht or onderzoek.soort_toezicht,
        f"Hertoets bij {onderzoek.aanbieder.naam}",
        vestigingen=tuple(item.naam for item in vestigingen),
        locaties=tuple(item.id for item in vestigingen),
    )
    bestanden = build_bestanden(basis, kader, kader_hash)
    bestanden[_ONDERZOEK] = _fill_onderzoek(bestanden[_ONDERZOEK], onderzoek)
    for located in eerder.normoordelen:
        name = f"bevindingen/{located.value.sleutel}.yaml"
        if name in bestanden:
            is_again = located.value.sleutel in normen
            bestanden[name] = _fill_norm(bestanden[name], name, located.value, eerder, is_again=is_again)
    return bestanden


def _fill_onderzoek(text: str, onderzoek: Onderzoek) -> str:
    """Return ``onderzoek.yaml`` with who the aanbieder is and for whom the onderzoek is; the rest is new."""
    aanbieder = onderzoek.aanbieder
    values: dict[tuple[str, ...], YamlValue] = {
        ("hertoets_van",): onderzoek.id,
        ("opdruk",): onderzoek.opdruk,
        ("aanbieder", "rechtsvorm"): aanbieder.rechtsvorm,
        ("aanbieder", "kvk"): aanbieder.kvk,
        ("aanbieder", "financiering"): list(aanbieder.financiering),
        ("aanbieder", "vestigingen"): [_vestiging(item) for item in aanbieder.vestigingen],
        ("gemeenten",): [_gemeente(item) for item in onderzoek.gemeenten],
        ("regio",): onderzoek.regio,
    }
    for route, value in values.items():
        if value:
            text = set_value(text, route, value, _ONDERZOEK)
    return text


def _vestiging(item: Vestiging) -> YamlValue:
    found: dict[str, YamlValue] = {"id": item.id, "naam": item.naam}
    found |= {"plaats": item.plaats} if item.plaats else {}
    found |= {"adres": item.adres} if item.adres else {}
    return found | ({"voorzieningen": list(item.voorzieningen)} if item.voorzieningen else {})


def _gemeente(item: Gemeente) -> YamlValue:
    found: dict[str, YamlValue] = {"naam": item.naam}
    return found | ({"code": item.code} if item.code else {})


def _fill_norm(text: str, name: str, item: Normoordeel, eerder: Dossier, *, is_again: bool) -> str:
    """Return the file of a norm: open with what was said, or with a status that says where it was judged."""
    toen: dict[str, YamlValue] = {"onderzoek": eerder.naam}
    toen |= {"oordeel": item.oordeel} if item.oordeel else {}
    toen["kader"] = eerder.onderzoek.kader
    if is_again:
        return set_value(text, ("eerder",), toen, name)
    if item.oordeel is None:  # nothing was judged, and that stays so: its own reason is the true one
        if item.status and item.reden:
            text = set_value(text, ("status",), item.status, name)
            text = set_value(text, ("reden",), " ".join(item.reden.split()), name)
        return text
    categorie = eerder.kader.schaal.find(item.oordeel)
    zin = categorie.label.lower() if categorie else item.oordeel
    reden = f"Getoetst in {eerder.naam} ({eerder.onderzoek.kader}): {zin}."
    text = set_value(text, ("status",), EERDER_GETOETST, name)
    text = set_value(text, ("reden",), reden, name)
    return set_value(text, ("eerder",), toen, name)


def _tell(
    target: Path, eerder: Dossier, kader: Toetsingskader, normen: Iterable[str], here: Path
) -> Mededeling:
    pad = shlex.quote(Paden.around(here, here).shown(target.resolve()))
    order = [located.value.sleutel for located in eerder.normoordelen]
    again = join_words(sorted(normen, key=order.index))
    lines = [f"Opnieuw te toetsen: norm {again}. De andere normen verwijzen naar {eerder.naam}."]
    lines.append(f"De punten van {eerder.naam} blijven daar staan: hun opvolging gaat daar door.")
    lines += _tell_kader(eerder.kader, kader)
    return Mededeling(
        f"De hertoets staat klaar in {pad}",
        tuple(lines),
        (
            (f"toezicht status {pad}", "hoe ver je bent en wat de volgende stap is"),
            (f"toezicht hertoets {pad}", "wat het oordeel toen was en wat het nu is"),
        ),
    )


def _tell_kader(toen: Toetsingskader, nu: Toetsingskader) -> list[str]:
    if toen.verwijzing == nu.verwijzing:
        return []
    found = compare_kaders(toen, nu)
    lines = [f"Het kader is anders dan toen: {toen.verwijzing} werd {nu.verwijzing}."]
    if found.toegevoegd:
        lines.append(f"Nieuw in het kader, en nog open: norm {join_some(found.toegevoegd)}.")
    if found.vervallen:
        lines.append(f"Niet meer in het kader: norm {join_some(found.vervallen)}.")
    return lines
