"""Make a folder with files at once: whoever looks finds the whole folder, or none.

The folder is filled under a hidden name beside its place and then renamed. A folder that is there
is never touched.
"""

import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.schrijven import write_atomically


def create_folder(target: Path, files: Mapping[str, str], folders: Sequence[str] = ()) -> None:
    """Make the folder ``target`` with ``files`` (names with ``/``) and empty ``folders`` in it.

    The files are written in their order. The folder around ``target`` must exist.

    Raises:
        ToezichtError: something stands there already, or it could not be written; then there is no
            ``target`` and nothing is left behind.
    """
    refuse_existing(target)
    temporary = target.with_name(f".{target.name}.toezicht-{secrets.token_hex(8)}")
    try:
        temporary.mkdir()
        for folder in folders:
            (temporary / folder).mkdir(parents=True)
        for name, text in files.items():
            (temporary / name).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(temporary / name, text)
        refuse_existing(target)
        temporary.rename(target)
    except ToezichtError as error:
        raise ToezichtError(str(error).replace(str(temporary), str(target)), error.help) from error
    except OSError as error:
        refuse_existing(target)
        message = f"de map {target} kon niet gemaakt worden"
        raise ToezichtError(message, "kijk of je daar mag schrijven en of er ruimte is") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def refuse_existing(target: Path, hulp: str = "kies een andere naam") -> None:
    """Raise ToezichtError with ``hulp`` when something, be it a broken link, has the name ``target``."""
    if os.path.lexists(target):
        raise ToezichtError(f"{target} bestaat al: daar wordt niets overheen geschreven", hulp)
