"""Bewaak: look at what stands ready to be committed: the index, and never the files in the folder."""

import os
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import CheckResult, Severity
from toezicht_cli.loading.dossier import LoadResult, load_stand
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.boom import Boom, Gitversie, join
from toezicht_cli.loading.git.gitstand import Gitstand, find_onderzoeken_in, find_werkmap_in
from toezicht_cli.loading.vertrouwelijk import is_vertrouwelijk
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN, WERKMAP, find_git_root, is_of_case
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.kanten import find_kaders_in
from toezicht_cli.services.werkmap import parse_werkmap

_VERWIJDERD = "D"


class Omgeving(NamedTuple):
    """What git tells a hook in its environment: the index of this commit, and its own folder."""

    indexbestand: Path | None = None
    gitmap: Path | None = None


class Bewaking(NamedTuple):
    """What may not be committed, and the outcome of the controles when an onderzoek is touched.

    ``toegestaan`` is how many fouten the werkmap lets pass (``hoogstens``).
    """

    vertrouwelijk: tuple[str, ...]
    uitslag: CheckResult | None
    eerste: bool
    toegestaan: int = 0

    @property
    def fouten(self) -> int:
        """Return how many fouten the controles found."""
        return self.uitslag.count(Severity.ERROR) if self.uitslag else 0

    @property
    def mag_door(self) -> bool:
        """Whether the commit may be made."""
        return not self.vertrouwelijk and self.fouten <= self.toegestaan


def inspect(folder: Path, omgeving: Omgeving, here: Path, today: date) -> Bewaking:
    """Look at what stands ready in the repository around ``folder``.

    Args:
        folder: where the hook runs: the top of the work tree.
        omgeving: what git told.
        here: where the user stands, for the paths that people see.
        today: the day on which an uitzondering may have ended.

    Raises:
        GitError: it cannot be told what stands ready.
    """
    repository = _find_repository(folder, omgeving)
    head = repository.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}", accept=(0, 1)).decode().strip()
    changed = dict(_list_changed(repository, head))
    geheim = sorted(path for path, how in changed.items() if how != _VERWIJDERD and is_vertrouwelijk(path))
    versie = Gitversie(repository, None)
    boom = versie.boom("") if changed else None
    roots = _find_touched(boom, changed) if boom else ()
    result = check_loads(_load(versie, boom, roots), here, today) if boom and roots else None
    changed_werkmappen = {path.rpartition("/")[0] for path in changed if path.split("/")[-1] == WERKMAP}
    werkmappen = changed_werkmappen | {find_werkmap_in(versie, root) for root in roots}
    return Bewaking(tuple(geheim), result, not head, _find_grens(versie, werkmappen))


def _find_grens(versie: Gitversie, werkmappen: Collection[str | None]) -> int:
    """Return how many fouten may pass: the least that one of the werkmappen allows.

    Raises:
        ToezichtError: a ``toezicht.yaml`` cannot be used: what it allows is unknown then.
    """
    files = [join(folder, WERKMAP) for folder in werkmappen if folder is not None]
    found = zip(files, versie.read(files), strict=True)
    read = [parse_werkmap(content, file) for file, content in found if content is not None]
    return min((werkmap.hoogstens.get(Severity.ERROR.value, 0) for werkmap in read), default=0)


def _find_repository(folder: Path, omgeving: Omgeving) -> Repository:
    top = find_git_root(folder)
    if top is None:
        raise GitError("deze map staat niet in git")
    repository = Repository(top, omgeving.indexbestand)
    if omgeving.gitmap is not None:
        name = os.fsdecode(repository.run("rev-parse", "--absolute-git-dir").removesuffix(b"\n"))
        if Path(name).resolve() != omgeving.gitmap.resolve():
            raise GitError("git werkt hier met een andere map dan .git, en dat kan toezicht niet bewaken")
    return repository


def _list_changed(repository: Repository, head: str) -> Iterator[tuple[str, str]]:
    """Yield every path that the commit changes and how, as a letter of git; all are new in a first one."""
    base = head or repository.run("hash-object", "-t", "tree", "--stdin").decode().strip()
    output = repository.run("diff-index", "--cached", "--no-renames", "--name-status", "-z", base, "--")
    words = output.split(b"\0")
    for how, path in zip(words[::2], words[1::2], strict=False):
        yield path.decode("utf-8", errors="surrogateescape"), how.decode()


def _find_touched(boom: Boom, changed: Collection[str]) -> tuple[str, ...]:
    """Return the folders of the onderzoeken that have a file or their kader among ``changed``, sorted."""
    own = (_find_onderzoek(boom, changed, path) for path in changed)
    shared = (folder for path in changed for folder in _find_by_werkmap(boom, path))
    return tuple(sorted({folder for folder in (*own, *shared) if folder is not None}))


def _find_by_werkmap(boom: Boom, path: str) -> tuple[str, ...]:
    """Return every onderzoek of a werkmap when ``path`` is its ``toezicht.yaml`` or one of its kaders.

    Also when the commit takes ``toezicht.yaml`` away: then no onderzoek finds its own kader any more.
    """
    *folders, name = path.split("/")
    if name == WERKMAP and not boom.has(path):
        home = join("/".join(folders), ONDERZOEKEN)
        below = (file for file in boom.walk(home) if file.endswith(f"/{ONDERZOEK}"))
        return tuple(file.removesuffix(f"/{ONDERZOEK}") for file in below)
    parts = [*folders, name]
    for depth in range(len(folders), -1, -1):
        if boom.has(join("/".join(parts[:depth]), WERKMAP)):
            is_shared = parts[depth] == "kaders" or parts[depth:] == [WERKMAP]
            return find_onderzoeken_in(boom, "/".join(parts[:depth])) if is_shared else ()
    return ()


def _find_onderzoek(boom: Boom, changed: Collection[str], path: str) -> str | None:
    """Return the onderzoek that a file belongs to, None without one, or when nothing of it is left."""
    parts = path.split("/")[:-1]
    for depth in range(len(parts), -1, -1):
        folder = "/".join(parts[:depth])
        file = join(folder, ONDERZOEK)
        if boom.has(file):
            return folder
        is_one = file in changed or _is_in_werkmap(boom, parts[:depth])
        if is_one and boom.has_folder(folder) and any(is_of_case(entry.name) for entry in boom.scan(folder)):
            return folder
    return None


def _is_in_werkmap(boom: Boom, parts: list[str]) -> bool:
    """Whether a folder stands where a werkmap has its onderzoeken: then it is one, be it a broken one."""
    above = "/".join(parts[:-2])
    return len(parts) > 1 and parts[-2] == ONDERZOEKEN and boom.has(join(above, WERKMAP))


def _load(versie: Gitversie, boom: Boom, roots: tuple[str, ...]) -> Iterator[LoadResult]:
    for root in roots:
        yield load_stand(Gitstand(boom, root), find_kaders_in(versie, root))
