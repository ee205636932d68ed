"""Bekijk: make the report of an onderzoek for the screen again after every change; writes nothing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError, mask
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.sjablonen import SjabloonNotFoundError, read_sjabloon
from toezicht_cli.loading.vinden import WERKMAP, find_werkmap
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.resources import data_folder
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.plek import find_roots, kadermap_for

# The preview must refuse exactly what `rapport` refuses.
from toezicht_cli.services.rapport import (
    Wensen,
    build,
    look_before,
    prepare,
    sjabloonfolders,
    write,
)
from toezicht_cli.services.voorbeeldserver.bewaken import Bewaker, Gebied
from toezicht_cli.services.voorbeeldserver.meldingen import make_meldingen
from toezicht_cli.services.voorbeeldserver.server import Voorbeeldserver
from toezicht_cli.services.voorbeeldserver.stand import Stand, Toestand, Voorbeeld, begin_stand, next_stand

_FORMAAT = "html"
_ELDERS = frozenset({"bijlagen", "vertrouwelijk"})
_SECONDS = 0.5
_SETTLE_SECONDS = 0.1
_SETTLE_TIMES = 20
_END_SECONDS = 2.0


class Opdracht(NamedTuple):
    """What to preview: the folder of the onderzoek, where the user stands, and the template and style."""

    root: Path
    here: Path
    wensen: Wensen
    today: Callable[[], date]


def make_opdracht(pad: Path, here: Path, wensen: Wensen, today: Callable[[], date]) -> Opdracht:
    """Return what to preview.

    Args:
        pad: the onderzoek.
        here: the working directory, for the paths that people see.
        wensen: template and style; formats and folder do not count.
        today: tells the day, again for every report.

    Raises:
        ToezichtError: ``pad`` means no or several onderzoeken, or a template or style that was named is
            not there.
    """
    roots = find_roots([pad])
    if len(roots) > 1:
        raise ToezichtError(f"{pad} is een werkmap met meer onderzoeken", "noem de map van één onderzoek")
    if wensen.sjabloon is not None:
        _check_sjabloon(roots[0], wensen.sjabloon)
    if wensen.huisstijl is not None and not (here / wensen.huisstijl).is_file():
        raise ToezichtError(f"huisstijl {wensen.huisstijl} is er niet", "noem het bestand, met de map ervoor")
    return Opdracht(roots[0], here, wensen, today)


def make_voorbeeld(opdracht: Opdracht) -> Voorbeeld:
    """Return what can be shown of the onderzoek now. Never raises, whatever stands in the files."""
    naam = opdracht.root.resolve().name
    try:
        load = load_dossier(opdracht.root, kadermap_for(opdracht.root))
        check = check_loads([load], opdracht.here, opdracht.today())
        found = Voorbeeld(
            naam,
            make_meldingen(check, load, opdracht.here),
            uitgezonderd=len(check.excused),
            overgeslagen=check.skipped,
        )
    except ToezichtError as error:
        return _without_rapport(Voorbeeld(naam), error)
    except Exception as error:  # noqa: BLE001 - the preview goes on, whatever a half-written file brings
        return _without_rapport(Voorbeeld(naam), _own_fault(error))
    try:
        return found._replace(html=_make_html(load, opdracht))
    except ToezichtError as error:
        return _without_rapport(found, error)
    except Exception as error:  # noqa: BLE001 - as above
        return _without_rapport(found, _own_fault(error))


class Voorbeeldmaker:
    """Keeps a toestand up to date with the files; one report is made at a time."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._opdracht = opdracht
        self._bewaker = Bewaker()
        self._stop = threading.Event()
        self._made_from = self._look()
        self.toestand = Toestand(begin_stand(make_voorbeeld(opdracht)))

    def refresh(self) -> Stand:
        """Look at the files once; make the report again when one has changed, and return what to show.

        The files are hashed before the report is made: what changes meanwhile is seen the next time.
        """
        found = self._look()
        if found != self._made_from:
            self._made_from = self._settle(found)
            self.toestand.set_stand(next_stand(self.toestand.stand, make_voorbeeld(self._opdracht)))
        return self.toestand.stand

    def keep_fresh(self, seconds: float = _SECONDS) -> None:
        """Refresh every so many seconds, until ``stop``."""
        while not self._stop.wait(seconds):
            self.refresh()

    def stop(self) -> None:
        """End ``keep_fresh`` and wake whoever waits for a next stand."""
        self._stop.set()
        self.toestand.close()

    def _look(self) -> bytes:
        """Return a hash of all that the preview rests on; a path that cannot be is a state like any other."""
        try:
            return self._bewaker.look(find_gebieden(self._opdracht))
        except (OSError, RuntimeError, ValueError) as error:
            return type(error).__name__.encode()

    def _settle(self, found: bytes) -> bytes:
        """Wait until nothing changes any more: an editor empties a file before it writes it."""
        for _ in range(_SETTLE_TIMES):
            self._stop.wait(_SETTLE_SECONDS)
            before, found = found, self._look()
            if found == before:
                break
        return found


@contextmanager
def start_voorbeeld(opdracht: Opdracht, port: int = 0) -> Iterator[Voorbeeldserver]:
    """Give a server with a preview that follows the files; its ``serve_forever`` answers.

    Args:
        opdracht: what to preview.
        port: where, on 127.0.0.1; 0 takes a free one.

    Raises:
        ToezichtError: the port is in use.
    """
    maker = Voorbeeldmaker(opdracht)
    with Voorbeeldserver(maker.toestand, port) as server:
        thread = threading.Thread(target=maker.keep_fresh, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            maker.stop()
            thread.join(_END_SECONDS)


def find_gebieden(opdracht: Opdracht) -> tuple[Gebied, ...]:
    """Return which files the preview rests on: those of the onderzoek, kaders, templates and style."""
    own = (Gebied(data_folder("kaders")), Gebied(data_folder("templates")))
    gebieden = [Gebied(opdracht.root, skip=_ELDERS), *own]
    chosen = opdracht.wensen.huisstijl
    if chosen is not None:
        gebieden.append(Gebied((opdracht.here / chosen).parent, deep=False))
    werkmap = find_werkmap(opdracht.root)
    if werkmap is not None:
        gebieden.append(Gebied(werkmap, files=(WERKMAP,)))
        gebieden += [Gebied(werkmap / name) for name in ("kaders", "templates")]
        gebieden += _find_huisstijl(werkmap)
    return tuple(gebieden)


def _find_huisstijl(werkmap: Path) -> list[Gebied]:
    """Return the folder of the huisstijl that a werkmap names: logo and fonts stand beside it."""
    model = read_document(werkmap, WERKMAP, Werkmap).model
    if model is None or not model.huisstijl:
        return []
    return [Gebied((werkmap / model.huisstijl).parent, deep=False)]


def _make_html(load: LoadResult, opdracht: Opdracht) -> bytes:
    _, variant, check = look_before(load, opdracht.wensen, opdracht.here, opdracht.today())
    if check.has_errors:
        raise ToezichtError("er staat een fout in de weg", "los eerst de fouten op")
    source = prepare(load, variant, opdracht.wensen, opdracht.here)
    return write(build(source, opdracht.here), source, _FORMAAT)


def _check_sjabloon(root: Path, naam: str) -> None:
    """Raise when there is no such template; what else may be wrong with it, the page tells."""
    try:
        read_sjabloon(naam, sjabloonfolders(root), own=data_folder("templates"))
    except SjabloonNotFoundError:
        raise
    except ToezichtError:
        return


def _without_rapport(found: Voorbeeld, error: ToezichtError) -> Voorbeeld:
    return found._replace(reden=mask(str(error)), hulp=mask(error.help or ""))


def _own_fault(error: Exception) -> ToezichtError:
    message = f"er ging iets mis in toezicht zelf ({type(error).__name__}): dit is niet jouw fout"
    return ToezichtError(message, "meld dit bij de makers, zonder gegevens uit het onderzoek")
