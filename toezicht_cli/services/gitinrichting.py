"""Gitinrichting: make git show an onderzoek well and keep out what does not belong there; and undo it.

Nothing in the work tree changes: all of it stands in ``.git`` of this one copy of the repository.
"""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.leesbaar import KOPREGEL
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import BESTANDEN, BEVINDINGEN
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.blok import with_blok, without_blok
from toezicht_cli.loading.kaders import SOORT
from toezicht_cli.loading.schrijven import write_bytes_atomically
from toezicht_cli.loading.vertrouwelijk import list_patterns
from toezicht_cli.loading.vinden import WERKMAP, find_git_root
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.githaak import (
    find_gitmap,
    find_haken,
    find_programma,
    install_haken,
    remove_haak,
)

_DRIVER = "diff.toezicht"
_SLEUTELS = (f"{_DRIVER}.textconv", f"{_DRIVER}.xfuncname")
# git diff stops when this fails: without toezicht it shows the file as it is.
_TEXTCONV = 'toon() {{ {programma} git leesbaar "$1" 2>/dev/null || cat -- "$1"; }}; toon'
_ATTRIBUTEN, _BUITEN = "info/attributes", "info/exclude"
_ONBEKEND = 5  # what git config says when there is nothing to take away


class Inrichting(NamedTuple):
    """What to tell, and what could not be set or taken away, and why."""

    mededeling: Mededeling
    problemen: tuple[ToezichtError, ...]


def find_repository(pad: Path) -> Repository:
    """Return the repository around ``pad``.

    Raises:
        ToezichtError: there is no such folder, or it is not in git.
    """
    if not pad.exists():
        raise ToezichtError(f"{pad} bestaat niet")
    top = find_git_root(pad)
    if top is None:
        raise GitError(
            "deze map staat niet in git", "ga naar een map die in git staat, of begin met git init"
        )
    return Repository(top)


def install(pad: Path, *, haak: bool) -> Inrichting:
    """Set up the repository around ``pad``; with ``haak`` the hook too. Doing it twice changes nothing.

    Raises:
        ToezichtError: something could not be written; what was set before that stays.
    """
    repository = find_repository(pad)
    programma = find_programma()
    gitmap = find_gitmap(repository)
    _put(gitmap / _BUITEN, list_patterns())
    _configure(repository, _SLEUTELS[0], _TEXTCONV.format(programma=programma))
    _configure(repository, _SLEUTELS[1], KOPREGEL)
    _put(gitmap / _ATTRIBUTEN, [f"{pattern} diff=toezicht" for pattern in list_leesbare_bestanden()])
    problemen = install_haken(repository, programma) if haak else ()
    return Inrichting(_tell(repository, haak=haak, gezet=haak and not problemen), problemen)


def remove(pad: Path) -> Inrichting:
    """Take away all that ``install`` set in the repository around ``pad``; harmless without any of it.

    What cannot be taken away stays and is told; the rest goes all the same.

    Raises:
        ToezichtError: there is no repository.
    """
    repository = find_repository(pad)
    gitmap = find_gitmap(repository)
    steps: list[tuple[Path, Callable[[], bool]]] = [
        (path, partial(_drop, path)) for path in (gitmap / _ATTRIBUTEN, gitmap / _BUITEN)
    ]
    steps += [(path, partial(remove_haak, path)) for path in find_haken(repository)]
    steps += [(gitmap / "config", partial(_unset, repository, sleutel)) for sleutel in _SLEUTELS]
    removed, problemen = False, {}
    for path, step in steps:
        try:
            removed = step() or removed
        except ToezichtError as error:
            problemen[path] = ToezichtError(f"{path} is niet opgeruimd: {error}", error.help)
    return Inrichting(
        _tell_removed(repository, removed=removed, rest=bool(problemen)), tuple(problemen.values())
    )


def _unset(repository: Repository, sleutel: str) -> bool:
    found = bool(_lookup(repository, sleutel))
    _write(repository, "--unset-all", sleutel)
    return found


def _tell_removed(repository: Repository, *, removed: bool, rest: bool) -> Mededeling:
    if rest:
        return Mededeling(f"Niet alles is weggehaald uit {repository.top}", (), ())
    if not removed:
        return Mededeling(f"In {repository.top} stond niets van toezicht", (), ())
    return Mededeling(
        f"Weggehaald uit {repository.top}",
        (
            "git laat een onderzoek weer zien als gewone tekst, en toezicht kijkt niet meer voor een commit.",
            "Let op: git add neemt vertrouwelijk/ nu weer mee, als er geen .gitignore is die dat tegenhoudt.",
            "Zette je zelf een regel in een eigen haak, dan staat die er nog.",
        ),
        (),
    )


def list_leesbare_bestanden() -> tuple[str, ...]:
    """Return the patterns of the files that ``git leesbaar`` shows, as git reads them."""
    kaders = f"**/kaders/{SOORT}/**/*.yaml"
    return (*BESTANDEN, f"**/{BEVINDINGEN}/*.yaml", kaders, WERKMAP)


def _put(path: Path, regels: Sequence[str]) -> None:
    old = _read(path)
    new = with_blok(old or b"", regels)
    if new != old:
        path.parent.mkdir(exist_ok=True)
        write_bytes_atomically(path, new)


def _drop(path: Path) -> bool:
    """Take our lines from a file, which goes when nothing is left; return whether there were any."""
    old = _read(path)
    new = without_blok(old or b"")
    if old is None or new == old:
        return False
    if new:
        write_bytes_atomically(path, new)
    else:
        path.unlink()
    return True


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ToezichtError(f"{path} is niet te lezen", "kijk of je daar mag lezen en schrijven") from error


def _lookup(repository: Repository, sleutel: str) -> list[str]:
    output = repository.run("config", "--local", "-z", "--get-all", sleutel, accept=(0, 1))
    return [os.fsdecode(value) for value in output.split(b"\0")[:-1]]


def _configure(repository: Repository, sleutel: str, value: str) -> None:
    if _lookup(repository, sleutel) != [value]:
        _write(repository, "--replace-all", sleutel, value)


def _write(repository: Repository, *words: str) -> None:
    try:
        repository.run("config", "--local", *words, accept=(0, _ONBEKEND))
    except GitError as error:
        raise GitError(
            "git kon zijn instellingen (.git/config) niet opslaan",
            "kijk of je daar mag schrijven en of er geen .git/config.lock staat; probeer het dan opnieuw",
        ) from error


def _tell(repository: Repository, *, haak: bool, gezet: bool) -> Mededeling:
    controle = ["Een commit wordt niet gecontroleerd, want de haak is niet gezet."]
    if gezet:
        controle = [
            "Bij git commit en git merge kijkt toezicht wat je vastlegt: met een fout gaat dat niet door.",
            "Bij git cherry-pick en git rebase kijkt het niet.",
        ]
    elif haak:
        controle = ["Niet elke commit wordt gecontroleerd, want een haak is niet gezet."]
    return Mededeling(
        f"Ingericht: {repository.top}",
        (
            "git diff, git log -p en git show laten een onderzoek zien in gewone zinnen.",
            "Wat in vertrouwelijk/ staat en de sleutel van een pseudoniem slaat git add over.",
            *controle,
            "Dit geldt alleen voor deze kopie. Aan je bestanden is niets veranderd.",
        ),
        (("toezicht git verwijder", "alles weer weghalen"),),
    )
