"""The figures of a regimen file that no single dose shows, as a worked example enters them a second time.

`file.phase.treatment` is everything with a number beneath that place of the file: "first_cycle 1, cycle_days 14". Names
of tables inside stand in front of what is theirs. A number changed in the file alone is so found by the file's own
self-test; what a number does to a dose is shown by examples that are computed.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from regimen.toml_check import parse
from regimen.toml_leaves import ORDER, Leaf, leaves, shown

#: Begins a place that is looked up in the file, not in an answer.
FILE = "file."
#: Words said with the numbers beside them, because a number means nothing without them.
SAID = frozenset({"action", "unit", "edge", "next_level", "rule_sets"})


def figures_of(text: str, places: Iterable[str]) -> dict[str, str]:
    """Place -> its figures in words, "" where there is nothing with a number.

    text   of a file that can be read
    """
    every = leaves(parse(text, "file"))
    return {place: figures_at(every, place) for place in places}


def figures_at(every: Mapping[tuple[str, ...], Leaf], place: str) -> str:
    """The figures beneath one place, in the order of the file.

    every  the file's values by their place, as `toml_leaves.leaves`
    """
    wanted = place.removeprefix(FILE)
    said = []
    within = ""
    for leaf in every.values():
        whole = ".".join(leaf.place)
        if whole != wanted and not whole.startswith(f"{wanted}."):
            continue
        if leaf.keys[-1] == ORDER or not (is_figure(leaf.value) or leaf.keys[-1] in SAID):
            continue
        depth = wanted.count(".") + 1
        names = [name for name in leaf.place[depth:] if name not in leaf.keys]
        name = " ".join(names)
        head = f"{name}: " if name and name != within else ""
        within = name
        said.append(f"{head}{leaf.keys[-1]} {shown(leaf.value, 'yes', 'no', 'nothing')}")
    return ", ".join(said)


def is_figure(value: object) -> bool:
    """A number, or a list of numbers."""
    if isinstance(value, list):
        return bool(value) and all(is_figure(each) for each in value)
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
