"""Registernaam: how the file of an entry must be called for what it is about."""

from toezicht_cli.models.base import Element

_REGISTERS = ("signalen", "meldingen", "gesprekken", "aanbieders", "jaarcijfers")


def veld_of(file: str) -> str:
    """Return the field that gives a file of the registers its name."""
    return "jaar" if file.startswith("jaarcijfers/") else "id"


def find_naam(file: str, element: Element) -> str | None:
    """Return how ``file`` (as seen from the werkmap) should be called; None when it is called that."""
    register, _, rest = file.partition("/")
    naam = getattr(element, veld_of(file), None)
    if register not in _REGISTERS or naam is None:
        return None
    wanted = f"{naam[2:6]}/{naam}.yaml" if "/" in rest else f"{naam}.yaml"
    return f"{register}/{wanted}" if rest != wanted else None
