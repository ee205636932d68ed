"""Verifieerdocument: look at one document by itself, and find the version that it belongs to."""

from pathlib import Path

from toezicht_cli.analysis.verificatie import Documentcontrole
from toezicht_cli.analysis.zegel import check_zegel
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.rapportlezen.kenmerk import find_kenmerk
from toezicht_cli.loading.vinden import NietGevondenError, find_onderzoek
from toezicht_cli.models.verloop import Versie
from toezicht_cli.services.herkomst import hash_bytes
from toezicht_cli.services.plek import kadermap_for


def verify_document(path: Path, onderzoek: Path | None, here: Path) -> Documentcontrole:
    """Return what the document at ``path`` says of itself, and which version it is.

    Args:
        path: the file.
        onderzoek: the folder of the onderzoek; None: the one around the file, else around ``here``.
        here: the working directory.

    Raises:
        ToezichtError: the file cannot be read, or the folder that was named is no onderzoek.
    """
    path = path.absolute()
    try:
        content = read_bytes(path.parent, path.name, most=MAX_BYTES)
        gegevens = find_kenmerk(content, path.name)
    except (BestandError, BuitenbestandError) as error:
        raise ToezichtError(f"{path.name}: {error}", "noem een rapport of een map") from error
    zegel = check_zegel(content) if path.suffix.lower() == ".pdf" else "geen"
    found = Documentcontrole(path.name, zegel, gegevens)
    root = onderzoek and find_onderzoek(onderzoek)
    root = root or _find_around(path.parent) or _find_around(here)
    if root is None:
        return found
    dossier = load_dossier(root, kadermap_for(root)).dossier
    versie, is_byte_gelijk = _find_versie(dossier.vaststelling.versies, hash_bytes(content), gegevens)
    return found._replace(onderzoek=dossier.naam, versie=versie, is_byte_gelijk=is_byte_gelijk)


def _find_around(folder: Path) -> Path | None:
    try:
        return find_onderzoek(folder)
    except NietGevondenError:
        return None


def _find_versie(versies: tuple[Versie, ...], hash_: str, gegevens: str | None) -> tuple[Versie | None, bool]:
    """Return the version that a document belongs to, and whether it is that document byte for byte."""
    for versie in versies:
        if hash_ in versie.uitvoer.values():
            return versie, True
    for versie in versies:
        if versie.gegevens == gegevens:
            return versie, False
    return None, False
