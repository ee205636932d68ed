"""Fault: what is wrong with a file before any controle can look at it (family STR, some KDR)."""

from dataclasses import dataclass

from toezicht_cli.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at a location whose file is named as seen from the folder of the onderzoek."""

    rule_id: str
    location: Location
    message: str
    help: str | None = None
