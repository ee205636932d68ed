"""Gitregisters: the registers of a werkmap in a commit or in the index, with its beleid at that moment."""

from typing import NamedTuple

from toezicht_cli.loading.beleid import AFWEGING, BEVOEGDHEID
from toezicht_cli.loading.beleidsbron import Beleidsbron
from toezicht_cli.loading.git.boom import Boom, join
from toezicht_cli.loading.git.gitstand import Gitstand
from toezicht_cli.loading.lezen import Document, make_document
from toezicht_cli.loading.registers import UITZONDERINGEN
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN, REGISTERMAPPEN, WERKMAP
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.bevoegdheid import Bevoegdheden

_KADERS = "kaders"


class Gitregisters(Gitstand):
    """The werkmap in the folder ``map`` of a boom: all that registers need of it is read at once."""

    def __init__(self, boom: Boom, map_: str) -> None:
        super().__init__(boom, map_, eager=False)
        start = len(join(map_, ""))
        self._contents = boom.read(path for path in boom.walk(map_) if _is_needed(path[start:]))


class Gitbeleid(NamedTuple):
    """What an organisation decided, as it was; what its werkmap lacks is looked up in ``anders``."""

    stand: Gitregisters
    anders: Beleidsbron

    def find_afwegingskader(self, verwijzing: str) -> Document[Afwegingskader] | None:
        """Return the afwegingskader ``naam@versie``, None when there is none."""
        file = f"{_KADERS}/{AFWEGING}/{verwijzing.replace('@', '/', 1)}.yaml"
        if not self._has(file):
            return self.anders.find_afwegingskader(verwijzing)
        return make_document(lambda: self.stand.read(file), f"kader {verwijzing}", Afwegingskader)

    def read_bevoegdheden(self) -> Document[Bevoegdheden]:
        """Return who is competent for what."""
        file = f"{_KADERS}/{BEVOEGDHEID}"
        if not self._has(file):
            return self.anders.read_bevoegdheden()
        return make_document(lambda: self.stand.read(file), file, Bevoegdheden)

    def _has(self, file: str) -> bool:
        return self.stand.boom.has(join(self.stand.map, file))


def _is_needed(file: str) -> bool:
    """Whether registers need a file of the werkmap, of which the onderzoeken may hold many thousands."""
    top, *rest = file.split("/")
    if top == ONDERZOEKEN:
        return rest[1:] == [ONDERZOEK]
    return file in {WERKMAP, UITZONDERINGEN} or top in (*REGISTERMAPPEN, _KADERS)
