"""Kleur: whether text in a colour can be read on white paper.

Relative luminance and contrast as WCAG 2.2 defines them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

_WEIGHTS = (0.2126, 0.7152, 0.0722)
_WHITE = 1.0
_GLARE = 0.05
AA_TEKST = 4.5


def contrast_on_white(kleur: str) -> float:
    """Return the contrast of ``#rrggbb`` with white: 1 (white itself) to 21 (black)."""
    channels = (int(kleur[start : start + 2], 16) / 255 for start in (1, 3, 5))
    luminance = sum(weight * _linear(channel) for weight, channel in zip(_WEIGHTS, channels, strict=True))
    return (_WHITE + _GLARE) / (luminance + _GLARE)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
