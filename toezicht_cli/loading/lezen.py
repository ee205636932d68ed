"""Read one file into one model: open, decode, parse, validate; every fault collected on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from toezicht_cli.diagnostics import Location, ToezichtError
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, parse
from toezicht_cli.models.base import Element

Model = TypeVar("Model", bound=Element)
Read_co = TypeVar("Read_co", bound=Element, covariant=True)


@dataclass(frozen=True, slots=True)
class Document(Generic[Read_co]):
    """A file as far as it could be read: its source, its text, its model, and what is wrong."""

    file: str
    source: str | None = None
    text: YamlText | None = None
    model: Read_co | None = None
    faults: tuple[Fault, ...] = ()

    def require(self) -> Read_co:
        """Return the model; raise ToezichtError with the place of the first fault when there is any."""
        if self.model is None or self.faults:
            fault = self.faults[0]
            where = f"{fault.location.file}:{fault.location.line}:{fault.location.column}"
            raise ToezichtError(f"{where}: {fault.message}", fault.help)
        return self.model


def read_document(
    root: Path, name: str, model: type[Model], file: str | None = None, *, own: bool = False
) -> Document[Model]:
    """Read ``root/name`` as a ``model``; faults call it ``file`` (default ``name``).

    ``own`` says that the file travels with the tool: see ``read_bytes``.
    """
    return make_document(lambda: read_bytes(root, name, own=own), file or name, model)


def make_document(read: Callable[[], bytes], shown: str, model: type[Model]) -> Document[Model]:
    """Return what ``read`` gives as a ``model``; faults call it ``shown``.

    ``read`` raises BestandError when there is nothing to give.
    """
    try:
        source = decode(read())
    except BestandError as error:
        fault = Fault(error.code, Location(shown, error.line, error.column), str(error))
        return Document(shown, faults=(fault,))
    try:
        text = parse(source, shown)
    except YamlTextError as error:
        return Document(shown, source, faults=tuple(error.faults))
    found, faults = validate(text, model)
    return Document(shown, source, text, found, faults)
