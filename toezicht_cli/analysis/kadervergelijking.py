"""Kadervergelijking: what differs between two toetsingskaders, norm by norm and never by position."""

from typing import NamedTuple

from toezicht_cli.models.kader import Norm, Schaal, Toetsingskader


class Normverschil(NamedTuple):
    """A norm that both kaders have, and the names of the fields that differ."""

    norm: str
    velden: tuple[str, ...]


class Kadervergelijking(NamedTuple):
    """The difference between an ``oud`` and a ``nieuw`` kader; ids in the order of their kader."""

    oud: Toetsingskader
    nieuw: Toetsingskader
    gelijk: tuple[str, ...]
    gewijzigd: tuple[Normverschil, ...]
    vervallen: tuple[str, ...]
    toegevoegd: tuple[str, ...]
    themas_vervallen: tuple[str, ...]
    themas_toegevoegd: tuple[str, ...]
    schaal: tuple[str, ...]
    kenmerken: tuple[str, ...]

    @property
    def is_gelijk(self) -> bool:
        """Whether nothing differs but the name, the version and where the kader comes from."""
        return not any(
            (
                *(self.gewijzigd, self.vervallen, self.toegevoegd, self.schaal, self.kenmerken),
                *(self.themas_vervallen, self.themas_toegevoegd),
            )
        )


def compare_kaders(oud: Toetsingskader, nieuw: Toetsingskader) -> Kadervergelijking:
    """Return what differs between two kaders."""
    old = {norm.id: (thema.id, norm) for thema in oud.themas for norm in thema.normen}
    new = {norm.id: (thema.id, norm) for thema in nieuw.themas for norm in thema.normen}
    both = [norm_id for norm_id in new if norm_id in old]
    verschillen = [Normverschil(norm_id, _fields(old[norm_id], new[norm_id])) for norm_id in both]
    old_themas = {thema.id: thema.titel for thema in oud.themas}
    new_themas = {thema.id: thema.titel for thema in nieuw.themas}
    return Kadervergelijking(
        oud,
        nieuw,
        gelijk=tuple(item.norm for item in verschillen if not item.velden),
        gewijzigd=tuple(item for item in verschillen if item.velden),
        vervallen=tuple(norm_id for norm_id in old if norm_id not in new),
        toegevoegd=tuple(norm_id for norm_id in new if norm_id not in old),
        themas_vervallen=_missing(old_themas, new_themas),
        themas_toegevoegd=_missing(new_themas, old_themas),
        schaal=(
            *_schaal("", oud.schaal, nieuw.schaal),
            *_schaal("eindoordeel: ", oud.eindschaal, nieuw.eindschaal),
        ),
        kenmerken=tuple(
            f"{name}: {getattr(oud, name)} → {getattr(nieuw, name)}"
            for name in ("per", "eindoordeel")
            if getattr(oud, name) != getattr(nieuw, name)
        ),
    )


def _fields(old: tuple[str, Norm], new: tuple[str, Norm]) -> tuple[str, ...]:
    fields = tuple(
        name for name in Norm.model_fields if name != "id" and getattr(old[1], name) != getattr(new[1], name)
    )
    return fields if old[0] == new[0] else ("thema", *fields)


def _missing(these: dict[str, str], those: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{key} {titel}" for key, titel in these.items() if those.get(key) != titel)


def _schaal(start: str, old: Schaal, new: Schaal) -> tuple[str, ...]:
    """Return a line per categorie that was dropped, added or changed, and one for another order."""
    old_ids = [categorie.id for categorie in old.categorieen]
    new_ids = [categorie.id for categorie in new.categorieen]
    lines = [f"{start}categorie {name} vervalt" for name in old_ids if name not in new_ids]
    lines += [f"{start}categorie {name} is nieuw" for name in new_ids if name not in old_ids]
    lines += [
        f"{start}categorie {categorie.id} is gewijzigd"
        for categorie in new.categorieen
        if (before := old.find(categorie.id)) is not None and before != categorie
    ]
    kept_old = [name for name in old_ids if name in new_ids]
    kept_new = [name for name in new_ids if name in old_ids]
    if kept_old != kept_new or old.richting != new.richting:
        lines.append(f"{start}de volgorde van de categorieën is anders")
    return tuple(lines)
