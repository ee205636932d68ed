"""Where the data that travels with the tool lies: kaders, templates and voorbeelden.

In a wheel they are inside the package (``_data``), in a checkout beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Return the folder ``name`` (``kaders``, ``templates``, ``voorbeelden``).

    Raises:
        FileNotFoundError: the installation is damaged; the message says so in Dutch.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"de map {name!r} hoort bij toezicht maar ontbreekt: installeer opnieuw")
