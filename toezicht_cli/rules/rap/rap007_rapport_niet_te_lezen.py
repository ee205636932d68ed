"""
Een rapport in `rapport/` is te lezen

## Waarom
Wat niet gelezen kan worden, is niet gecontroleerd. Zonder melding lijkt het alsof het rapport klopt.

## Fout
Een PDF met een wachtwoord, een gescande PDF zonder tekst, een beschadigd bestand, een link, of een bestand boven
de 50 MB.

## Goed
Een gewoon bestand met tekst: `.pdf`, `.docx`, `.odt`, `.html`, `.md` of `.txt`.

## Grondslag
Een eigen afspraak van dit programma.

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Het rapport wordt gelezen in een apart proces
dat na een minuut stopt: een kwaadaardig bestand kan het programma niet laten hangen.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere(
    "RAP007", "rapport-niet-te-lezen", severity=Severity.WARNING, since="0.2", doc=__doc__
)
