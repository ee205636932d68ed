"""Mapmaken: a folder within an onderzoek, for what a command writes there."""

from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError


def make_folder(root: Path, folder: Path) -> None:
    """Make ``folder`` in the onderzoek ``root``, with the folders on the way.

    Raises:
        ToezichtError: a folder on the way is a link, or it could not be made.
    """
    steps = [root / part for part in reversed(folder.relative_to(root).parents)][1:]
    for path in (*steps, folder):
        if path.is_symlink():
            message = f"{path} is een verwijzing naar een andere plek (link)"
            raise ToezichtError(message, "zet de map zelf hier")
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            message = f"de map {path} kon niet gemaakt worden"
            raise ToezichtError(message, "kijk of er al een bestand met die naam is") from error
