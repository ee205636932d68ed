"""Momenten: the commit that a reader means by a fase, a day or ``vorige``, without any hash.

A fase means what the onderzoek was when that fase ended: ``conceptrapport`` is the last commit with that
fase, which is what the aanbieder got to read. While the fase lasts, it means the commit where it began.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from toezicht_cli.diagnostics import quote, suggest
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.objecten import Commit, find_commits, read_blobs, refuse_shallow
from toezicht_cli.loading.vinden import ONDERZOEK
from toezicht_cli.loading.yaml_text import YamlTextError, parse
from toezicht_cli.models.datum import iso_from_dutch, parse_datum
from toezicht_cli.models.onderzoek import FASEN

VORIGE = "vorige"
KORT = {"concept": "conceptrapport", "reactie": "reactie-aanbieder"}
MOMENTEN = (VORIGE, *KORT, *FASEN)
_CHUNK = 64
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def find_moment(repository: Repository, map_: str, moment: str) -> Commit:
    """Return the commit that ``moment`` means for the onderzoek in the folder ``map_``.

    Args:
        repository: where to look.
        map_: the folder of the onderzoek, as seen from the top.
        moment: ``vorige``, a fase, ``concept``, ``reactie``, or a day such as ``2025-03-01``.

    Raises:
        GitError: it is no moment, or the history does not have it.
    """
    head = find_commits(repository, ["HEAD"])[0]
    if moment == VORIGE:
        return _before_last_change(repository, head, map_)
    fase = KORT.get(moment, moment)
    if fase in FASEN:
        return _of_fase(repository, head, map_, fase)
    return _before_day(repository, head, _day(moment))


def is_fase(moment: str) -> bool:
    """Whether a moment is the fase of an onderzoek, and so differs from one onderzoek to another."""
    return KORT.get(moment, moment) in FASEN


def _before_last_change(repository: Repository, head: Commit, map_: str) -> Commit:
    paths = ("--", map_) if map_ else ()
    ids = repository.run("rev-list", "-1", head.id, *paths).decode().split()
    last = find_commits(repository, ids)
    if not last or last[0].ouder is None:
        raise refuse_shallow(repository, "er is geen vorige versie van dit onderzoek")
    try:
        return find_commits(repository, [last[0].ouder])[0]
    except GitError as error:
        raise refuse_shallow(
            repository, "de vorige versie van dit onderzoek staat hier niet in git"
        ) from error


def _of_fase(repository: Repository, head: Commit, map_: str, fase: str) -> Commit:
    """Return the last commit with ``fase``, or the first of the run when that is still the fase.

    A commit whose onderzoek cannot be read tells nothing and ends no run.
    """
    lasts, begin = None, None
    seen: dict[str, None] = {}
    for commit_id, found in _walk_fasen(repository, head, map_):
        if found is None:
            continue
        seen[found] = None
        lasts = found == fase if lasts is None else lasts
        if found == fase:
            begin = commit_id
        if begin is not None and (found != fase or not lasts):
            break
    else:
        if begin is not None and repository.is_shallow():
            begin = None  # the fase may have begun before what this clone knows
    if begin is None:
        known = ", ".join(reversed([quote(name) for name in seen if name in FASEN]))
        hulp = f"in git staat wel de fase {known}" if known else None
        raise refuse_shallow(repository, f"in git was dit onderzoek nog niet in de fase {fase}", hulp)
    return find_commits(repository, [begin])[0]


def _walk_fasen(repository: Repository, head: Commit, map_: str) -> Iterator[tuple[str, str | None]]:
    """Yield the commits that changed the onderzoek with the fase in each, the newest first."""
    paths = ("--", map_) if map_ else ()
    ids = repository.run("rev-list", "--first-parent", head.id, *paths).decode().split()
    file = f"{map_}/{ONDERZOEK}" if map_ else ONDERZOEK
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        blobs = read_blobs(repository, [f"{commit_id}:{file}" for commit_id in chunk])
        yield from zip(chunk, map(_read_fase, blobs), strict=True)


def _read_fase(content: bytes | None) -> str | None:
    """Return the fase in an ``onderzoek.yaml``, None when it cannot be read."""
    try:
        value = parse((content or b"").decode("utf-8-sig"), ONDERZOEK).value
    except (UnicodeDecodeError, YamlTextError):
        return None
    fase = value.get("fase") if isinstance(value, dict) else None
    return fase if isinstance(fase, str) else None


def _day(moment: str) -> date:
    try:
        datum = parse_datum(moment)
    except ValueError:
        datum = None
    if datum is not None and datum.is_dag:
        return datum.vroegst
    if _ISO.fullmatch(moment):  # long numbers are hidden in messages: no use to quote it
        raise GitError("de dag achter --sinds bestaat niet", "schrijf een dag als 2025-03-01")
    iso = iso_from_dutch(moment)
    hint = f"bedoelde je {iso}?" if iso else suggest(moment, MOMENTEN)
    raise GitError(
        f"{quote(moment)} is geen moment",
        hint or f"kies {', '.join(MOMENTEN)}, of een dag als 2025-03-01",
    )


def _before_day(repository: Repository, head: Commit, day: date) -> Commit:
    """Return the last commit before ``day`` began, in the time zone of this computer."""
    last = day - timedelta(days=1) if day > date.min else day
    before = f"--before={last.isoformat()} 23:59:59"  # git counts the second itself too
    ids = repository.run("rev-list", "-1", "--first-parent", before, head.id).decode().split()
    if not ids:
        raise refuse_shallow(repository, f"voor {day.isoformat()} was er in git nog niets vastgelegd")
    return find_commits(repository, ids)[0]
