"""For a calendar: an event of a whole day for every last day that is still to be met (RFC 5545).

The library icalendar folds lines and escapes words; its clock is not used, so the same onderzoek on the
same peildatum gives the same bytes.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from toezicht_cli.analysis.termijnoverzicht import OPEN, Bundel, Termijnenlijst, bundle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line

if TYPE_CHECKING:
    from icalendar import Event


def render(lijst: Termijnenlijst, _view: View) -> str:
    """Return the calendar; lines end in CRLF as the format asks."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//toezicht//termijnen//NL")
    calendar.add("version", "2.0")
    for bundel in _bundels(lijst):
        calendar.add_component(_event(bundel, lijst))
    return str(calendar.to_ical().decode("utf-8"))


def _bundels(lijst: Termijnenlijst) -> Iterator[Bundel]:
    """Yield what to write: requests of one day together, each point alone, for its day may move."""
    dated = [regel for regel in lijst.of_stand(*OPEN) if regel.termijn.einde is not None]
    yield from bundle([regel for regel in dated if regel.termijn.soort != "punt"])
    for regel in dated:
        if regel.termijn.soort == "punt":
            yield Bundel(regel.onderzoek, regel.termijn, (regel.termijn.id,))


def _event(bundel: Bundel, lijst: Termijnenlijst) -> "Event":
    from icalendar import Event

    termijn = bundel.termijn
    assert termijn.einde is not None  # noqa: S101 - the caller looked
    event = Event()
    event.add("uid", f"{_fingerprint(bundel)}@toezicht")
    event.add("dtstamp", datetime.combine(lijst.peildatum, datetime.min.time(), UTC))
    event.add("dtstart", termijn.einde)  # a day without an end lasts that day: RFC 5545, 3.6.1
    event.add("summary", one_line(f"{bundel.onderzoek}: {bundel.wat}"))
    parts = [termijn.uitleg, termijn.waarschuwing, f"Bron: {termijn.bron}" if termijn.bron else None]
    event.add("description", "\n".join(one_line(part) for part in parts if part))
    event.add("transp", "TRANSPARENT")
    return event


def _fingerprint(bundel: Bundel) -> str:
    """Return what makes this event the same one in a later calendar, when only its day or words changed."""
    termijn = bundel.termijn
    is_verzoek = bool(bundel.onderwerpen) and termijn.soort != "punt"
    key = f"{bundel.onderzoek}\n{termijn.soort}\n{termijn.id}\n{termijn.vanaf if is_verzoek else ''}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


OUTPUT = OutputFormat("ics", "voor in een agenda", render)
