"""Kaderpad: where ``naam@versie`` stands in a folder of kaders, for every kind of kader."""

from pathlib import Path


def kader_file(soort: str, verwijzing: str) -> str | None:
    """Return the file of ``naam@versie`` within a folder of kaders: ``<soort>/<naam>/<versie>.yaml``.

    None for a name that leads to any other folder: such a kader is not there.
    """
    naam, _, versie = verwijzing.partition("@")
    file = f"{soort}/{naam}/{versie}.yaml"
    stays = naam != ".." and "\0" not in file and Path(file).parts == (soort, naam, f"{versie}.yaml")
    return file if stays else None


def list_kaders(soort: str, folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return every ``naam@versie`` of a kind in ``folders``, sorted, each once."""
    found = (path for folder in folders for path in (folder / soort).glob("*/*.yaml"))
    return tuple(sorted({f"{path.parent.name}@{path.stem}" for path in found}))
