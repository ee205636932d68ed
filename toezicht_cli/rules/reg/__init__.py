"""Controles of the registers of a werkmap: signalen, meldingen, gesprekken and aanbieders."""
