"""The difference between two regimen files, or two practice profiles, in plain words.

What it comes to for the dose stands first, and nothing is left out.
Every value that differs is said: with words of assets/differences where there are any, else by its key in the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from regimen.dose_ratio import consequence
from regimen.library import ASSETS, read_text
from regimen.toml_check import kind_of, parse
from regimen.toml_leaves import ORDER, Leaf, exact, leaves, shown

Place = tuple[str, ...]
#: In which order the parts of a file are told of.
PARTS = ("drug", "phase", "", "day_limits", "change_rule", "supportive", "checklist", "option", "source", "example")
#: What of a practice profile changes what, how much or when a drug is given.
OF_A_DOSE = frozenset({"policy", "renal_rules", "labels", "limit_sets", "dpyd_duty"})
#: What a dose is made of; their consequence is said with them.
FACTORS = frozenset({"dose.amount", "dose.unit", "doses_per_day", "days"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    part    what it is about, in words: a drug, a phase, a rule
    says    the difference, in words
    places  the values it tells of
    dose    whether it changes what, how much or when a drug is given
    """

    part: str
    says: str
    places: tuple[Place, ...]
    dose: bool


@cache
def words() -> dict[str, Any]:
    """The words differences are said with."""
    return parse(read_text(ASSETS / "differences" / "en.toml"), "differences/en.toml")


def difference(before: str, after: str) -> tuple[Difference, ...]:
    """What `after` says otherwise than `before`; empty when the two texts are the same to the letter.

    raises  Refused when one of them is no TOML
    """
    if before == after:
        return ()
    one, other = parse(before, "before"), parse(after, "after")
    old, new = leaves(one), leaves(other)
    differing = [place for place in (*old, *(place for place in new if place not in old)) if _differs(place, old, new)]
    if not differing:
        sentences = words()["sentences"]
        return (Difference(sentences["whole_file"], sentences["only_text"], (), dose=False),)
    told: list[Difference] = []
    groups: dict[Place, list[Place]] = {}
    for place in differing:
        groups.setdefault(_table_of(place), []).append(place)
    for table, places in groups.items():
        told += _of_table(table, places, old, new)
    return tuple(sorted(told, key=lambda one: (_rank(one.places[0]), not one.dose)))


def _differs(place: Place, old: Mapping[Place, Leaf], new: Mapping[Place, Leaf]) -> bool:
    if place[-1] == ORDER:  # tables that came or went are told of themselves; here only what stands in both
        one, other = ([str(name) for name in _list(side.get(place))] for side in (old, new))
        return [name for name in one if name in other] != [name for name in other if name in one]
    return place not in old or place not in new or exact(old[place].value) != exact(new[place].value)


def _list(leaf: Leaf | None) -> list[object]:
    return leaf.value if leaf is not None and isinstance(leaf.value, list) else []


def _table_of(place: Place) -> Place:
    """The named table a value stands in, () for the head of the file."""
    return place[:2] if place[0] in words()["tables"] and len(place) > 1 and place[1] != ORDER else ()


def _rank(place: Place) -> tuple[int, str]:
    part = place[0] if place[0] in PARTS else ""
    return PARTS.index(part), ""


def _of_table(
    table: Place, places: list[Place], old: Mapping[Place, Leaf], new: Mapping[Place, Leaf]
) -> list[Difference]:
    """The differences of one named table: the table as a whole where only one file has it, else value by value."""
    sentences = words()["sentences"]
    part = words()["tables"][table[0]].format(name=table[1]) if table else sentences["whole_file"]
    dose = bool(table) and table[0] in ("drug", "phase")
    if table:
        for here, there, sentence in ((old, new, "whole_removed"), (new, old, "whole_added")):
            if not any(place[: len(table)] == table for place in there):
                content = "; ".join(f"{_label(here[place])} {_value(here[place].value)}" for place in places)
                return [Difference(part, sentences[sentence].format(content=content), tuple(places), dose)]
    told = [
        Difference(part, _sentence(place, old.get(place), new.get(place)), (place,), dose or place[0] in OF_A_DOSE)
        for place in places
    ]
    if table[:1] == ("drug",):
        told = _with_consequence(table, told, old, new)
    return told


def _with_consequence(
    table: Place, told: list[Difference], old: Mapping[Place, Leaf], new: Mapping[Place, Leaf]
) -> list[Difference]:
    """A drug's differences with what they come to for the dose of a day and of a cycle."""
    factors = [one for one in told if ".".join(one.places[0][2:]) in FACTORS]
    if not factors:
        return told
    sides = [
        {name: side[place].value for name in FACTORS if (place := (*table, *name.split("."))) in side}
        for side in (old, new)
    ]
    what = consequence(sides[0], sides[1], words())
    if not what:
        return told
    first = factors[0]
    if len(factors) == 1:
        joined = Difference(first.part, f"{first.says}: {what}", first.places, dose=True)
        return [joined, *(one for one in told if one is not first)]
    together = words()["consequence"]["together"].format(what=what)
    places = tuple(place for one in factors for place in one.places)
    return [Difference(first.part, together, places, dose=True), *told]


def _sentence(place: Place, before: Leaf | None, after: Leaf | None) -> str:
    sentences = words()["sentences"]
    leaf = after or before
    if leaf is None:
        raise ValueError(f"{place} stands in neither file")
    if place[-1] == ORDER:
        label = ".".join(leaf.keys[:-1])
        said = sentences["order"].format(
            before=_value(before.value if before else []), after=_value(after.value if after else [])
        )
        return f"{label}, {said}"
    label = _label(leaf, within=_table_of(place))
    if before is None:
        return str(sentences["added"].format(label=label, after=_value(leaf.value, leaf.keys)))
    if after is None:
        return str(sentences["removed"].format(label=label, before=_value(leaf.value, leaf.keys)))
    old, new = _value(before.value, before.keys), _value(after.value, after.keys)
    if old == new:  # 1 and "1" look alike
        old, new = (
            sentences["kind"].format(value=said, kind=f"{kind_of(each.value)}: {exact(each.value)}")
            for said, each in ((old, before), (new, after))
        )
    return str(sentences["changed"].format(label=label, before=old, after=new))


def _label(leaf: Leaf, within: Place = ()) -> str:
    """Words for the place of a value, with the names of the tables inside its own."""
    key = ".".join(leaf.keys)
    inner = [name for name in leaf.place[len(within) or 2 :] if name not in leaf.keys]
    label = words()["labels"].get(key)
    if label is None:
        start = 1 if within or leaf.keys[0] in words()["tables"] else 0
        label = ".".join(leaf.keys[start:]) or key
    return f"{label} ({', '.join(inner)})" if inner else str(label)


def _value(value: object, keys: tuple[str, ...] = ()) -> str:
    if keys == ("drug", "doses_per_day") and str(value) in words()["times"]:
        return str(words()["times"][str(value)])
    sentences = words()["sentences"]
    return shown(value, sentences["yes"], sentences["no"], sentences["empty"])
