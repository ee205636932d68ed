"""Tekening: a chart as SVG, the one picture that every format shows.

No meaning by colour alone: every part of a bar carries its symbol and its number, parts are kept apart by a
gap, and the legend names them. SVG cannot measure words, so their width is estimated on the wide side.
"""

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import NamedTuple

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.rendering.boom import Chart, ChartBar, ChartCategory

WIDTH = 640
_LABELS = 216
_LABEL_SIGNS = 31
_BAR = 30
_BETWEEN = 14
_GAP = 2
_NARROWEST = 16
_ONE_LINE = 40
_SIZE = 13
_LINE = 16
_SIGN = 7.4
_LEGEND_MARK = 20
# Apart from the number, and named: a run with one sign that the font lacks is set in another font as a whole.
_SYMBOL_FONT = "DejaVu Sans Mono"


class _Part(NamedTuple):
    """A part of a bar: where it begins, how wide it is, its number and its category."""

    x: float
    width: float
    value: int
    category: ChartCategory


def ink_on(color: str) -> str:
    """Return black or white, whichever can be read on ``color`` (``#rrggbb``): at least 4.5 to 1."""
    return "#ffffff" if contrast_on_white(color) >= AA_TEKST else "#000000"


def draw_chart(chart: Chart, *, ink: str, font: str) -> str:
    """Return ``chart`` as one SVG element; words outside the bars in the colour ``ink``.

    ``ink`` may be ``currentColor``; ``font`` is a list of families as CSS writes it. The length of a bar is
    its total; only a part too narrow for its own number is drawn as wide as that number.
    """
    scale = _scale(chart)
    y, drawn = 4.0, []
    for bar in chart.bars:
        lines = _label_lines(bar.label)
        height = max(_BAR, len(lines) * _LINE)
        drawn.append(_label(lines, y + height / 2))
        drawn.append(_bar(chart, bar, scale, y + (height - _BAR) / 2))
        y += height + _BETWEEN
    legend, end = _legend(chart.categories, y)
    total = round(end) + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {total}" '
        f'width="{WIDTH}" height="{total}" role="img" '
        f'aria-label="{escape(chart.description)}" font-family="{escape(font)}" '
        f'font-size="{_SIZE}" fill="{escape(ink)}">{"".join(drawn)}{legend}</svg>'
    )


def _scale(chart: Chart) -> float:
    """Return the width of one: every bar fits, the narrow parts that were widened counted."""
    room = WIDTH - _LABELS
    scale = room / max((sum(bar.values) for bar in chart.bars), default=1) if _any(chart) else 1.0
    while any(_length(bar, scale) > room for bar in chart.bars):
        scale *= 0.98
        if scale < 1e-6:
            break
    return scale


def _any(chart: Chart) -> bool:
    return any(any(bar.values) for bar in chart.bars)


def _length(bar: ChartBar, scale: float) -> float:
    return sum(_width(value, scale) for value in bar.values if value)


def _width(value: int, scale: float) -> float:
    return max(value * scale, _NARROWEST, len(str(value)) * _SIGN + 4)


def _parts(chart: Chart, bar: ChartBar, scale: float) -> Iterator[_Part]:
    x = float(_LABELS)
    for value, category in zip(bar.values, chart.categories, strict=True):
        if value:
            width = _width(value, scale)
            yield _Part(x, width, value, category)
            x += width


def _bar(chart: Chart, bar: ChartBar, scale: float, y: float) -> str:
    drawn = "".join(_part(part, y) for part in _parts(chart, bar, scale))
    return drawn or _words(f"{_LABELS}", f"{y + _BAR / 2 + 4.5:.1f}", "0")


def _part(part: _Part, y: float) -> str:
    color, room = escape(part.category.color), len(str(part.value)) * _SIGN
    box = (
        f'<rect x="{part.x:.1f}" y="{y:.1f}" width="{part.width - _GAP:.1f}" height="{_BAR}" fill="{color}"/>'
    )
    middle, line = part.x + (part.width - _GAP) / 2, y + _BAR / 2 + 4.5
    if part.width >= _ONE_LINE + room - _SIGN:
        left = middle - (room + _SIGN + 4) / 2
        symbol = _symbol(part.category, left + _SIGN / 2, line)
        return box + symbol + _number(part, left + _SIGN + 4 + room / 2, line)
    return box + _symbol(part.category, middle, y + 12.5) + _number(part, middle, y + 26)


def _symbol(category: ChartCategory, x: float, y: float) -> str:
    look = f'{_look(category)} font-family="{_SYMBOL_FONT}"'
    return _words(f"{x:.1f}", f"{y:.1f}", category.symbol, look)


def _number(part: _Part, x: float, y: float) -> str:
    return _words(f"{x:.1f}", f"{y:.1f}", str(part.value), _look(part.category))


def _look(category: ChartCategory) -> str:
    return f'text-anchor="middle" font-weight="bold" fill="{ink_on(category.color)}"'


def _label_lines(label: str) -> list[str]:
    return wrap(label, _LABEL_SIGNS) or [""]


def _label(lines: list[str], middle: float) -> str:
    first = middle - (len(lines) - 1) * _LINE / 2 + 4.5
    return "".join(_words("0", f"{first + number * _LINE:.1f}", line) for number, line in enumerate(lines))


def _legend(categories: tuple[ChartCategory, ...], y: float) -> tuple[str, float]:
    """Return the legend below ``y`` and where it ends: as many on a line as fit."""
    x, top, drawn = 0.0, y + 4, []
    for category in categories:
        lines = wrap(category.label, 70) or [""]
        width = _LEGEND_MARK + 8 + max(map(len, lines)) * _SIGN + 18
        if x and x + width > WIDTH:
            x, top = 0.0, top + 28
        drawn.append(_legend_entry(category, lines, x, top))
        x += width
        if len(lines) > 1:
            x, top = 0.0, top + 28 + (len(lines) - 1) * _LINE
    return "".join(drawn), top + (_LEGEND_MARK if x or not categories else 0)


def _legend_entry(category: ChartCategory, lines: list[str], x: float, y: float) -> str:
    mark = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{_LEGEND_MARK}" height="{_LEGEND_MARK}" '
        f'fill="{escape(category.color)}"/>'
    )
    mark += _symbol(category, x + _LEGEND_MARK / 2, y + 14.5)
    left = f"{x + _LEGEND_MARK + 8:.1f}"
    return mark + "".join(
        _words(left, f"{y + 14.5 + number * _LINE:.1f}", line) for number, line in enumerate(lines)
    )


def _words(x: str, y: str, words: str, look: str = "") -> str:
    return f'<text x="{x}" y="{y}"{" " if look else ""}{look}>{escape(words)}</text>'
