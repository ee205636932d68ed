"""Bewaak: look at what stands ready to be committed: the index, and never the files in the folder."""

import os
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import CheckResult, Severity
from toezicht_cli.loading.dossier import LoadResult, load_stand
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.boom import Boom, Gitversie, join
from toezicht_cli.loading.git.gitstand import Gitstand, find_onderzoeken_in, find_werkmap_in
from toezicht_cli.loading.kaderdossier import make_load
from toezicht_cli.loading.kaders import SOORT, check_naam
from toezicht_cli.loading.lezen import make_document
from toezicht_cli.loading.vertrouwelijk import is_vertrouwelijk
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN, WERKMAP, find_git_root, is_of_case
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.kader import FAMILIES
from toezicht_cli.services.kanten import find_kaders_in
from toezicht_cli.services.werkmap import parse_werkmap


class Omgeving(NamedTuple):
    """What git tells a hook in its environment: the index of this commit, and its own folder."""

    indexbestand: Path | None = None
    gitmap: Path | None = None


class Bewaking(NamedTuple):
    """What may not be committed, and what the controles found in each onderzoek and kader that is touched.

    ``vertrouwelijk`` is what this commit would bring in, ``al_vast`` what the one before it holds already.
    ``toegestaan`` is how many fouten the werkmap lets pass (``hoogstens``).
    """

    vertrouwelijk: tuple[str, ...]
    al_vast: tuple[str, ...]
    uitslagen: tuple[CheckResult, ...]
    eerste: bool
    toegestaan: int = 0

    @property
    def fouten(self) -> int:
        """Return how many fouten the controles found."""
        return sum(uitslag.count(Severity.ERROR) for uitslag in self.uitslagen)

    @property
    def mag_door(self) -> bool:
        """Whether the commit may be made."""
        return not self.vertrouwelijk and not self.al_vast and self.fouten <= self.toegestaan


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
    changed = frozenset(_list_changed(repository, head))
    versie = Gitversie(repository, None)
    boom = versie.boom("")
    # All of it and not what changes: an amend changes nothing in a file that the last commit brought in.
    geheim = sorted(path for path in boom.bestanden if _is_vertrouwelijk(boom, path))
    roots = _find_touched(boom, changed)
    homes = {path: _find_home(boom, path) for path in sorted(changed)}
    kaders = [path for path, home in homes.items() if home is not None]
    werkmappen = {path.rpartition("/")[0] for path in changed if path.split("/")[-1] == WERKMAP}
    found = {*homes.values(), *(find_werkmap_in(versie, root) for root in roots)}
    werkmappen |= {folder for folder in found if folder is not None}
    return Bewaking(
        tuple(path for path in geheim if path in changed),
        tuple(path for path in geheim if path not in changed),
        tuple(_check(_load(versie, boom, roots), _load_kaders(boom, kaders), here, today)),
        not head,
        _find_grens(versie, werkmappen),
    )


def _check(
    onderzoeken: Iterator[LoadResult], kaders: Iterator[tuple[str, LoadResult]], here: Path, today: date
) -> Iterator[CheckResult]:
    """Yield the outcome for the onderzoeken, and for each kader that none of them uses."""
    first = next(onderzoeken, None)
    names: tuple[str, ...] = ()
    if first is not None:
        result = check_loads(chain([first], onderzoeken), here, today)
        names = result.names
        yield result
    for path, load in kaders:
        if path not in names:
            yield check_loads([load], here, today, load_rules(FAMILIES))


def _is_vertrouwelijk(boom: Boom, path: str) -> bool:
    """Whether a file may not go into git; among the files of a werkmap or an onderzoek more is."""
    if is_vertrouwelijk(path):
        return True
    if not is_vertrouwelijk(path, in_onderzoek=True):
        return False
    parts = path.split("/")[:-1]
    above = ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]
    return any(boom.has(join(folder, name)) for folder in above for name in (WERKMAP, ONDERZOEK))


def _find_grens(versie: Gitversie, werkmappen: Collection[str]) -> int:
    """Return how many fouten may pass: the least that one of the werkmappen allows.

    Raises:
        ToezichtError: a ``toezicht.yaml`` cannot be used: what it allows is unknown then.
    """
    files = [join(folder, WERKMAP) for folder in werkmappen]
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


def _list_changed(repository: Repository, head: str) -> Iterator[str]:
    """Yield every path that the commit changes or takes away; all are new in a first one."""
    base = head or repository.run("hash-object", "-t", "tree", "--stdin").decode().strip()
    output = repository.run("diff-index", "--cached", "--no-renames", "--name-only", "-z", base, "--")
    for path in output.split(b"\0")[:-1]:
        yield path.decode("utf-8", errors="surrogateescape")


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


def _find_home(boom: Boom, path: str) -> str | None:
    """Return the werkmap of a file that is a kader there, readable or not; None for any other file."""
    *folders, kaders, soort, _naam, name = ("", "", "", *path.split("/"))
    werkmap = "/".join(filter(None, folders))
    is_kader = (kaders, soort) == ("kaders", SOORT) and name.endswith(".yaml") and boom.has(path)
    return werkmap if is_kader and boom.has(join(werkmap, WERKMAP)) else None


def _load_kaders(boom: Boom, paths: Iterable[str]) -> Iterator[tuple[str, LoadResult]]:
    """Yield each kader with its path, as a dossier that holds nothing else."""
    for path in paths:
        folder, _, name = path.rpartition("/")
        stand = Gitstand(boom, folder, eager=False)
        file = boom.repository.top / path
        verwijzing = f"{file.parent.name}@{file.stem}"
        document = make_document(partial(stand.read, name), f"kader {verwijzing}", Toetsingskader)
        yield path, make_load(check_naam(document, file), file, verwijzing)
