"""Read one file into one model: open, decode, parse, validate; every fault collected on the way."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from toezicht_cli.diagnostics import Location
from toezicht_cli.loading.bestand import BestandError, decode, read_bytes
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, parse
from toezicht_cli.models.base import Element

Model = TypeVar("Model", bound=Element)
Read_co = TypeVar("Read_co", bound=Element, covariant=True)


@dataclass(frozen=True, slots=True)
class Document(Generic[Read_co]):
    """A file as far as it could be read: its text, its model, and what is wrong."""

    file: str
    text: YamlText | None
    model: Read_co | None
    faults: tuple[Fault, ...]


def read_document(root: Path, name: str, model: type[Model], file: str | None = None) -> Document[Model]:
    """Read ``root/name`` as a ``model``; faults call it ``file`` (default ``name``)."""
    shown = file or name
    text, faults = read_text(root, name, shown)
    if text is None:
        return Document(shown, None, None, faults)
    found, faults = validate(text, model)
    return Document(shown, text, found, faults)


def read_text(root: Path, name: str, file: str) -> tuple[YamlText | None, tuple[Fault, ...]]:
    """Return the parsed text of ``root/name``, or None with the faults that prevented it."""
    try:
        return parse(decode(read_bytes(root, name)), file), ()
    except BestandError as error:
        return None, (Fault(error.code, Location(file), str(error)),)
    except YamlTextError as error:
        return None, tuple(
            Fault(fault.code, Location(file, fault.line, fault.column), fault.message, fault.help)
            for fault in error.faults
        )
