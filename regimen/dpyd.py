"""What a DPYD result means for the first fluoropyrimidine dose. The numbers are data: assets/dpyd.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from regimen.errors import Refused, refuse

Phenotype = Literal["normal", "intermediate", "poor"]
Action = Literal["label_dose", "reduce", "avoid"]

ASSET = Path(__file__).parent.parent / "assets" / "dpyd.toml"


@dataclass(frozen=True, slots=True)
class Allele:
    """One allele: its activity (1, 0.5 or 0) and what must be said with it."""

    name: str
    aliases: tuple[str, ...]
    activity: Decimal
    note: str
    homozygous_note: str
    source: str
    to_verify: bool


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What one activity score asks for. start_percent None: no percentage is given (avoid)."""

    score: Decimal
    phenotype: Phenotype
    action: Action
    start_percent: Decimal | None
    strength: str
    advice: str
    source: str


@dataclass(frozen=True, slots=True)
class DpydTable:
    """assets/dpyd.toml, read. `alleles` by every name and alias in lower case."""

    alleles: Mapping[str, Allele]
    rows: tuple[ScoreRow, ...]
    sources: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """The allele names a form offers, in the order of the file."""
        return tuple(dict.fromkeys(allele.name for allele in self.alleles.values()))


@dataclass(frozen=True, slots=True)
class DpydResult:
    """One result, read.

    score          sum of the two lowest activities: 0, 0.5, 1, 1.5 or 2
    start_percent  what the source proposes for the start, None where it gives no figure; never applied by itself
    notes          what must be said with the result (inferred function, homozygous c.2846A>T, allele to verify)
    source         publication
    """

    score: Decimal
    phenotype: Phenotype
    action: Action
    start_percent: Decimal | None
    source: str
    strength: str = ""
    advice: str = ""
    notes: tuple[str, ...] = ()


def read_table(text: str) -> DpydTable:
    """The table from the text of assets/dpyd.toml. A malformed file is our bug: KeyError, TypeError or ValueError."""
    data: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    sources = {str(entry["id"]): str(entry["cite"]) for entry in data["source"]}
    alleles: dict[str, Allele] = {}
    for entry in data["allele"]:
        allele = Allele(
            name=str(entry["name"]),
            aliases=tuple(entry.get("aliases", ())),
            activity=Decimal(entry["activity"]),
            note=str(entry.get("note", "")),
            homozygous_note=str(entry.get("homozygous_note", "")),
            source=sources[entry["source"]],
            to_verify=bool(entry.get("to_verify", False)),
        )
        for name in (allele.name, *allele.aliases):
            if name.lower() in alleles:
                raise ValueError(f"dpyd.toml names the allele {name} twice")
            alleles[name.lower()] = allele
    rows = tuple(
        ScoreRow(
            score=Decimal(entry["score"]),
            phenotype=entry["phenotype"],
            action=entry["action"],
            start_percent=Decimal(entry["start_percent"]) if "start_percent" in entry else None,
            strength=str(entry["strength"]),
            advice=str(entry["advice"]),
            source=sources[entry["source"]],
        )
        for entry in data["score"]
    )
    return DpydTable(alleles, rows, sources)


@cache
def table() -> DpydTable:
    """The table shipped with the program."""
    return read_table(ASSET.read_text(encoding="utf-8"))


def _row(score: Decimal, rows: tuple[ScoreRow, ...]) -> ScoreRow:
    for row in rows:
        if row.score == score:
            return row
    accepted = ", ".join(f"{row.score:f}" for row in rows)
    raise refuse("activity_score", f"{score} is not a DPYD activity score; accepted are {accepted}.")


def _alleles(variants: Sequence[str], known: DpydTable) -> tuple[Allele, ...]:
    if len(variants) < 2:
        raise refuse("variants", "A DPYD genotype names two alleles; write reference for one without a variant.")
    unknown = [name for name in variants if name.strip().lower() not in known.alleles]
    if unknown:
        listed = ", ".join(known.names)
        refusals = (
            refuse("variants", f"{name!r} is no DPYD allele known here; known are {listed}.") for name in unknown
        )
        raise Refused(refusal for refused in refusals for refusal in refused.refusals)
    return tuple(known.alleles[name.strip().lower()] for name in variants)


def result(variants: Sequence[str] | None = None, score: Decimal | None = None) -> DpydResult:
    """What a genotype or an activity score means.

    variants  two allele names (or more, where a laboratory reports them unphased: the two least active count)
    score     0, 0.5, 1, 1.5 or 2, instead of or beside the variants; if both are given they must agree
    raises    Refused for an unknown allele or score, for disagreement, or when neither is given
    """
    known = table()
    if variants is None:
        if score is None:
            raise refuse("dpyd", "A DPYD result needs two alleles or an activity score.")
        row = _row(score, known.rows)
        return DpydResult(row.score, row.phenotype, row.action, row.start_percent, row.source, row.strength, row.advice)
    alleles = _alleles(variants, known)
    lowest = sorted(alleles, key=lambda allele: allele.activity)[:2]
    total = lowest[0].activity + lowest[1].activity
    if score is not None and score != total:
        raise refuse(
            "activity_score", f"The alleles add up to an activity score of {total:f}, but {score:f} was entered."
        )
    row = _row(total, known.rows)
    notes = [allele.note for allele in lowest if allele.note]
    if lowest[0] == lowest[1] and lowest[0].homozygous_note:
        notes.append(lowest[0].homozygous_note)
    notes += [
        f"The activity of {allele.name} is to be verified: {allele.source}." for allele in lowest if allele.to_verify
    ]
    return DpydResult(
        row.score,
        row.phenotype,
        row.action,
        row.start_percent,
        row.source,
        row.strength,
        row.advice,
        tuple(dict.fromkeys(notes)),
    )
