"""Versietag: a tag in git on the version that counts, when git holds exactly that version."""

from pathlib import Path

from toezicht_cli.analysis.vaststelling import BESTAND, find_geldend
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.git.aanroep import Repository
from toezicht_cli.loading.git.objecten import Commit, find_commits, read_blobs
from toezicht_cli.loading.git.tags import find_ondertekenaar, find_tag, make_tag
from toezicht_cli.loading.vinden import find_git_root
from toezicht_cli.models.verloop import Versie
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.herkomst import hash_bytes, is_same_in_git
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.versiegeschiedenis import TAGS

_COMMIT_FIRST = "leg eerst alles vast: git add . en git commit; doe daarna deze opdracht opnieuw"


def tag_versie(root: Path) -> Mededeling:
    """Make the tag ``vastgesteld/<onderzoek>/<nummer>`` on the last commit, and return what was done.

    The tag is signed when the user has a key; the settings of the repository itself have no say in that.

    Raises:
        ToezichtError: there is no version that counts, git does not hold it as it was vastgesteld, or the
            tag is there already on something else.
    """
    root = root.resolve()
    dossier = load_dossier(root, kadermap_for(root)).dossier
    geldend = find_geldend(dossier)
    if geldend is None:
        raise ToezichtError("er is geen versie die geldt", "stel eerst vast: toezicht vaststellen")
    top = find_git_root(root)
    if top is None:
        raise ToezichtError("dit onderzoek staat niet in git", "zonder git is er geen tag nodig")
    repository = Repository(top)
    head = find_commits(repository, ["HEAD"])[0]
    _refuse_other(repository, head, root, geldend.value)
    naam = f"{TAGS}/{dossier.naam}/{geldend.value.nummer}"
    there = find_tag(repository, naam)
    if there is not None:
        return _existing(naam, there, head)
    ondertekenaar = find_ondertekenaar(repository)
    make_tag(repository, naam, head, _message(dossier.naam, geldend.value), ondertekenaar)
    how = (
        "ondertekend met jouw sleutel"
        if ondertekenaar
        else "zonder handtekening: git kent geen sleutel van jou"
    )
    return Mededeling(
        f"De tag {naam} staat op {head.kort}, {how}.",
        (),
        ((f"git push origin {naam}", "de tag delen"), (f"git show {naam}", "zien wat erin staat")),
    )


def _existing(naam: str, there: Commit, head: Commit) -> Mededeling:
    if there.id != head.id:
        message = f"de tag {naam} staat al op een andere vastlegging ({there.kort})"
        raise ToezichtError(message, "een tag wordt niet verplaatst; kijk of dat de goede is")
    return Mededeling(f"De tag {naam} stond al op {head.kort}.", (), ())


def _refuse_other(repository: Repository, head: Commit, root: Path, versie: Versie) -> None:
    """Refuse when a file of the version is not in the commit as it was vastgesteld."""
    home = root.relative_to(repository.top).as_posix()
    names = [BESTAND, *versie.invoer]
    prefix = "" if home == "." else f"{home}/"
    blobs = read_blobs(repository, [f"{head.id}:{prefix}{name}" for name in names])
    for name, blob in zip(names, blobs, strict=True):
        if blob is None:
            raise ToezichtError(f"{name} is nog niet vastgelegd in git", _COMMIT_FIRST)
        vastgelegd = versie.invoer.get(name)
        same = is_same_in_git(blob, vastgelegd.bestand) if vastgelegd else _is_on_disk(root, name, blob)
        if not same:
            message = f"{name} is in git anders dan bij de vaststelling van versie {versie.nummer}"
            raise ToezichtError(
                message, _COMMIT_FIRST if not vastgelegd else "toezicht verifieer zegt wat er anders is"
            )


def _is_on_disk(root: Path, name: str, blob: bytes) -> bool:
    try:
        return is_same_in_git(blob, hash_bytes(read_bytes(root, name)))
    except BestandError:
        return False


def _message(onderzoek: str, versie: Versie) -> str:
    lines = [
        f"Vastgesteld: {onderzoek}, versie {versie.nummer}",
        "",
        f"Vastgesteld op: {versie.vastgesteld_op.tekst}",
        f"Gegevens: {versie.gegevens}",
        *(f"{hash_}  {naam}" for naam, hash_ in sorted(versie.uitvoer.items())),
    ]
    return "\n".join(lines) + "\n"
