"""Grenzen: how much may stand in a returned document, and how long reading it may take."""

MAX_OPMERKINGEN = 1_000
MAX_WIJZIGINGEN = 1_000
MAX_SECONDEN = 60
MAX_GEHEUGEN = 1 << 30
