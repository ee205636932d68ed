"""Perioden: what is certain about a date and a period when either is known to the month only.

A month that overlaps the edge of a period may lie inside it: then nothing is certain, and every
function here says no.
"""

from toezicht_cli.models.datum import Datum, NietVermeld, parse_datum


def known(value: Datum | NietVermeld | None) -> Datum | None:
    """Return the date, or None when it is absent or the source does not state it."""
    return value if isinstance(value, Datum) else None


def begin(datum: Datum) -> Datum:
    """Return the first part of an interval; a single date is its own begin."""
    return parse_datum(datum.tekst.partition("/")[0])


def einde(datum: Datum) -> Datum | None:
    """Return the last part of an interval, None when it is open; a single date is its own end."""
    if datum.laatst is None:
        return None
    return parse_datum(datum.tekst.rpartition("/")[2])


def starts_before(datum: Datum, periode: Datum) -> bool:
    """Whether ``datum`` certainly begins before ``periode`` does."""
    laatst = begin(datum).laatst
    return laatst is not None and laatst < periode.vroegst


def ends_after(datum: Datum, periode: Datum) -> bool:
    """Whether ``datum`` certainly ends after ``periode`` does; an open interval runs past any end."""
    if periode.laatst is None:
        return False
    laatste = einde(datum)
    return laatste is None or laatste.is_later_than(periode)


def is_outside(datum: Datum, periode: Datum) -> bool:
    """Whether ``datum`` certainly has no day within ``periode``."""
    return datum.is_later_than(periode) or periode.is_later_than(datum)
