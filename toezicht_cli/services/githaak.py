"""Githaak: the hook that git runs before a commit: its text, where it stands, and what keeps us from it.

A hook of somebody else is never changed, nor is a folder of hooks outside this repository.
"""

import os
import shlex
import shutil
import stat
import sys
import sysconfig
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.git.aanroep import Repository
from toezicht_cli.loading.git.blok import has_blok, with_blok, without_blok
from toezicht_cli.loading.schrijven import write_bytes_atomically

# A merge without conflicts runs the second one only; a cherry-pick and a rebase run neither.
_BIJ_COMMIT, _BIJ_SAMENVOEGEN = "pre-commit", "pre-merge-commit"
_NAME = "toezicht"
_SHEBANG = b"#!/bin/sh\n"
_REGEL = b" git bewaak"
_OF_PRE_COMMIT = b"pre-commit.com"


class HaakError(ToezichtError):
    """The hook was not set; the text says what stands there, the help which line to add by hand."""


def find_programma() -> str:
    """Return the command ``toezicht`` that runs now, quoted for ``sh``; the same on every system.

    Raises:
        ToezichtError: it was started in another way and is not installed as a command.
    """
    suffix = ".exe" if os.name == "nt" else ""
    running = Path(os.path.abspath(sys.argv[0])).with_suffix(suffix)  # noqa: PTH100 - a link stays a link
    scripts = Path(sysconfig.get_path("scripts")) / f"{_NAME}{suffix}"
    for candidate in (running, scripts):
        if candidate.stem == _NAME and candidate.is_file():
            return shlex.quote(candidate.as_posix())
    found = shutil.which(_NAME)
    if found is None:
        raise ToezichtError("toezicht is hier geen opdracht die git kan starten", "installeer het met pipx")
    return shlex.quote(Path(found).absolute().as_posix())


def find_gitmap(repository: Repository) -> Path:
    """Return the folder with what all work trees of a repository share."""
    name = os.fsdecode(repository.run("rev-parse", "--git-common-dir").removesuffix(b"\n"))
    return (repository.top / name).resolve()


def install_haken(repository: Repository, programma: str) -> tuple[HaakError, ...]:
    """Set the hooks, or write them again, and return why one was not set; none when all were.

    One that the user put our line in is left as it is. One of somebody else stays, and so does one in a
    folder outside the repository: that is told.
    """
    problems = []
    for naam in (_BIJ_COMMIT, _BIJ_SAMENVOEGEN):
        try:
            _install(repository, programma, naam)
        except HaakError as error:
            problems.append(error)
    return tuple(problems)


def _install(repository: Repository, programma: str, naam: str) -> None:
    regel = f"{programma} git bewaak || exit"
    folder = find_gitmap(repository) / "hooks"
    path = folder / naam
    own = _own_folder(repository)
    if _is_set_by_hand(_read((own or folder) / naam)):
        return
    if own is not None and own != folder:
        raise HaakError(
            f"de haak is niet gezet, want haken staan hier in {own} (core.hooksPath)",
            f"zet zelf deze regel in {own / naam}:  {regel}",
        )
    content = _read(path)
    if content is not None and not has_blok(content):
        raise HaakError(f"de haak is niet gezet, want er is al een andere: {path}", _advice(content, regel))
    new = with_blok(content or _SHEBANG, _script(programma, regel))
    folder.mkdir(parents=True, exist_ok=True)
    if new != content:
        write_bytes_atomically(path, new)
    mode = stat.S_IMODE(path.stat().st_mode)
    path.chmod(mode | (mode & 0o444) >> 2)  # whoever may read it may run it


def find_haken(repository: Repository) -> tuple[Path, ...]:
    """Return where the hooks stand that ``install_haken`` sets."""
    folder = find_gitmap(repository) / "hooks"
    return tuple(folder / naam for naam in (_BIJ_COMMIT, _BIJ_SAMENVOEGEN))


def remove_haak(path: Path) -> bool:
    """Take away what ``install_haken`` set in one hook, and return whether there was anything of it.

    Raises:
        ToezichtError: our lines cannot be told from those of others, or the file cannot be read.
    """
    content = _read(path)
    if content is None or not has_blok(content):
        return False
    rest = without_blok(content)
    if rest == _SHEBANG:
        path.unlink()
    else:
        write_bytes_atomically(path, rest)
    return True


def _script(programma: str, regel: str) -> tuple[str, ...]:
    """Return the lines of the hook; when toezicht is gone the commit is refused, and it is said why."""
    return (
        "# Gezet door: toezicht git installeer. Weghalen: toezicht git verwijder",
        f"toezicht={programma}",
        '[ -x "$toezicht" ] || toezicht=$(command -v toezicht) || {',
        "  echo 'toezicht is niet te vinden. De commit is niet gecontroleerd en niet gemaakt.' >&2",
        "  echo 'Installeer toezicht opnieuw, of haal dit bestand weg:' \"$0\" >&2",
        "  exit 1",
        "}",
        regel.replace(programma, '"$toezicht"', 1),
    )


def _own_folder(repository: Repository) -> Path | None:
    """Return the folder of ``core.hooksPath`` in any configuration of the user, None without one."""
    output = repository.run(
        *("config", "--show-scope", "-z", "--type=path", "--get-all", "core.hooksPath"), accept=(0, 1)
    )
    words = output.split(b"\0")
    # Our own call sets it as well, for the command alone.
    found = [value for scope, value in zip(words[::2], words[1::2], strict=False) if scope != b"command"]
    return (repository.top / os.fsdecode(found[-1])).resolve() if found else None


def _is_set_by_hand(content: bytes | None) -> bool:
    """Whether the user put our line in a hook of their own."""
    lines = (content or b"").splitlines()
    return not has_blok(content or b"") and any(
        _REGEL in line and not line.lstrip().startswith(b"#") for line in lines
    )


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            raise HaakError(f"de haak {path} is een link naar iets wat er niet is") from None
        return None
    except OSError as error:
        raise HaakError(f"de haak is niet te lezen: {path}") from error


def _advice(content: bytes, regel: str) -> str:
    if _OF_PRE_COMMIT in content:
        opdracht = regel.removesuffix(" || exit")
        return f"hij is van het programma pre-commit: zet daar zelf een haak bij met  entry: {opdracht}"
    return f"zet zelf deze regel erin:  {regel}"
