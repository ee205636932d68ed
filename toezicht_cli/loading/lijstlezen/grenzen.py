"""Grenzen: how large a list may be."""

# Of a whole file unpacked, of the cells with something in them, and of the letters of all together.
MAX_BYTES = 20 << 20
MAX_UITGEPAKT = 60 << 20
MAX_CELLEN = 100_000
MAX_TEKENS = 2_000_000
MAX_BLADEN = 50
MAX_SECONDEN = 20
MAX_GEHEUGEN = 1 << 30
