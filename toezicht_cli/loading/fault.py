"""Fault: what is wrong with a file before any controle can look at it (family STR, some KDR)."""

from typing import NamedTuple

from toezicht_cli.diagnostics import Location


class Fault(NamedTuple):
    """A fault at a location whose file is named as seen from the folder of the onderzoek."""

    rule_id: str
    location: Location
    message: str
    help: str | None = None
