"""Dubbelen: what stands somewhere a second time."""

from collections.abc import Hashable, Iterable, Iterator

from toezicht_cli.diagnostics import Place


def find_doubles(items: Iterable[tuple[Hashable, Place]]) -> Iterator[Place]:
    """Yield the place of every item whose key an earlier item had already."""
    seen: set[Hashable] = set()
    for key, place in items:
        if key in seen:
            yield place
        seen.add(key)
