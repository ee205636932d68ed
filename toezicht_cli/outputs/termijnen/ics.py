"""For a calendar: an event of a whole day for every last day that is still to be met (RFC 5545).

The library icalendar folds lines and escapes words; its clock is not used, so the same onderzoek on the
same peildatum gives the same bytes.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from toezicht_cli.analysis.termijnoverzicht import OPEN, Termijnenlijst, Termijnregel
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
    for regel in lijst.of_stand(*OPEN):
        if regel.termijn.einde is not None:
            calendar.add_component(_event(regel, lijst))
    return str(calendar.to_ical().decode("utf-8"))


def _event(regel: Termijnregel, lijst: Termijnenlijst) -> "Event":
    from icalendar import Event

    termijn = regel.termijn
    assert termijn.einde is not None  # noqa: S101 - the caller looked
    event = Event()
    event.add("uid", f"{_fingerprint(regel)}@toezicht")
    event.add("dtstamp", datetime.combine(lijst.peildatum, datetime.min.time(), UTC))
    event.add("dtstart", termijn.einde)
    event.add("dtend", termijn.einde + timedelta(days=1))
    event.add("summary", one_line(f"{regel.onderzoek}: {termijn.wat}"))
    parts = [termijn.uitleg, termijn.waarschuwing, f"Bron: {termijn.bron}" if termijn.bron else None]
    event.add("description", "\n".join(one_line(part) for part in parts if part))
    event.add("transp", "TRANSPARENT")
    return event


def _fingerprint(regel: Termijnregel) -> str:
    """Return what makes this event the same one in a later calendar, when only its day moved."""
    key = f"{regel.onderzoek}\n{regel.termijn.soort}\n{regel.termijn.id}\n{regel.termijn.wat}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


OUTPUT = OutputFormat("ics", "voor in een agenda", render)
