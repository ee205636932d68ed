"""Grafiek: a chart as a picture in the page, drawn once and let in element by element."""

from xml.etree import ElementTree as ET

from toezicht_cli.rendering.boom import Chart
from toezicht_cli.rendering.html.elementen import Element, element
from toezicht_cli.rendering.tekening import draw_chart

# Families of one width: the drawing estimates how wide words are, and a wider font would run into the bars.
_FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    [
        "circle",
        "clipPath",
        "defs",
        "desc",
        "g",
        "line",
        "path",
        "pattern",
        "polygon",
        "rect",
        "svg",
        "text",
        "title",
        "tspan",
    ]
)
_ATTRIBUTES = frozenset(
    [
        "clip-path",
        "cx",
        "cy",
        "d",
        "dominant-baseline",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "font-family",
        "font-size",
        "font-weight",
        "height",
        "id",
        "opacity",
        "paint-order",
        "patternTransform",
        "patternUnits",
        "points",
        "preserveAspectRatio",
        "r",
        "rx",
        "ry",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "transform",
        "viewBox",
        "width",
        "x",
        "x1",
        "x2",
        "xml:space",
        "y",
        "y1",
        "y2",
    ]
)
# The language of the page and its own description say more than these would.
_LEFT_OUT = frozenset({"role", "lang", "aria-label", "aria-labelledby", "aria-hidden"})


def chart(node: Chart) -> Element:
    """Return a chart with its title above it and its description for who does not see it."""
    name = f"{node.title}. {node.description}"
    picture = drawing(draw_chart(node, ink="currentColor", font=_FONT), {"role": "img", "aria-label": name})
    # On a phone the picture keeps a size at which its words can be read, and can be moved.
    frame = element(
        "div", {"class": "beeld", "role": "group", "aria-label": node.title, "tabindex": "0"}, picture
    )
    return element("figure", {"class": "grafiek"}, element("figcaption", None, node.title), frame)


def drawing(svg: str, attributes: dict[str, str]) -> Element:
    """Return an SVG picture as an element with ``attributes``, of whitelisted elements and attributes only.

    Raises:
        ValueError: the picture holds another element or attribute; that is a fault in our own drawing.
    """
    root = _element(ET.fromstring(svg))  # noqa: S314 - our own drawing, never a file
    sized = (pair for pair in root.attributes if pair[0] not in {"width", "height"})
    return root._replace(attributes=(*sized, *attributes.items()))


def _element(node: ET.Element) -> Element:
    name = node.tag.removeprefix(_NAMESPACE)
    if name not in _ELEMENTS:
        raise ValueError(f"no element of a chart: {node.tag}")
    attributes = {key: value for key, value in node.attrib.items() if key not in _LEFT_OUT}
    if not attributes.keys() <= _ATTRIBUTES:
        raise ValueError(f"no attributes of a chart: {sorted(attributes.keys() - _ATTRIBUTES)}")
    parts: list[Element | str] = [node.text or ""]
    for child in node:
        parts += [_element(child), child.tail or ""]
    return element(name, attributes, *(part for part in parts if part != ""))
