"""Grenzen: how large a report may be."""

MAX_BYTES = 50 << 20
MAX_RAPPORTEN = 200
# Of all files in a DOCX or ODT together, and of one part that is read.
MAX_UITGEPAKT = 200 << 20
MAX_INGEPAKT = 5_000
MAX_DIEPTE = 200
MAX_BLADZIJDEN = 2_000
MAX_TEKENS = 5_000_000
MAX_REGELS = 200_000
MAX_SECONDEN = 60
MAX_GEHEUGEN = 2 << 30
