"""
Een controle is zelf misgegaan

## Waarom
Dit is een fout in toezicht en niet in het onderzoek. De andere controles zijn gewoon gedaan, maar
deze ene niet: het onderzoek is dus niet volledig gecontroleerd.

## Fout
Er is geen voorbeeld: dit hoort nooit te gebeuren.

## Goed
Meld de fout bij de makers, met de code van de controle die in de melding staat. Stuur geen
gegevens uit het onderzoek mee.

## Grondslag
Afspraak van dit programma: een controle die niet gedaan is telt nooit als goed.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("INT001", "controle-gecrasht", severity=Severity.ERROR, since="0.1", doc=__doc__)
