"""Controles of the rest of the course: hertoets, handhaving, collegiale toets, what was sent."""
