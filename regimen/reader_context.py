"""What the parts of a regimen file may refer to, known before the parts are read: sources, options, phases."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from regimen.definition import Option, Phase, Source
from regimen.toml_check import Findings, Table

UNSURE = ("memory", "secondary")


@dataclass(slots=True)
class Context:
    """The file so far."""

    findings: Findings
    sources: dict[str, Source] = field(default_factory=dict)
    options: dict[str, Option] = field(default_factory=dict)
    phases: dict[str, Phase] = field(default_factory=dict)

    def source(self, table: Table) -> str:
        """The id of the table's source. A source tagged memory or secondary makes the table `to_verify`."""
        ident = table.text("source")
        if not ident:
            return ""
        if ident not in self.sources:
            table.wrong("source", f"source '{ident}' is not listed under [[source]] in this file")
        elif self.sources[ident].tag in UNSURE and not table.flag("to_verify", default=False):
            self.findings.to_verify.append(table.called)
        return ident

    def when(self, table: Table, key: str = "when") -> Mapping[str, tuple[str, ...]]:
        """Option id -> choice ids. Only a required option may decide, or leaving it out would drop a drug unseen."""
        inner = table.table(key)
        if inner is None:
            return {}
        chosen: dict[str, tuple[str, ...]] = {}
        for ident in inner.entries():
            option = self.options.get(ident)
            if option is None:
                table.wrong(f"{key}.{ident}", f"option '{ident}' is not known in this file")
                inner.texts(ident)
                continue
            if not option.required:
                table.wrong(f"{key}.{ident}", "only a required option can decide what is given")
            choices = [choice.id for choice in option.choices]
            chosen[ident] = inner.words(ident, choices, f"choice of option '{ident}'", required=True)
        inner.done()
        return chosen

    def phase_ids(self, table: Table, key: str = "phases") -> tuple[str, ...]:
        """Phase ids; left out: all phases."""
        return table.words(key, self.phases, "phase")

    def cycle_days(self, phase_ids: tuple[str, ...] = ()) -> int:
        """The length of the shortest cycle among some phases, of all when none is named."""
        lengths = [phase.cycle_days for phase in self.phases.values() if not phase_ids or phase.id in phase_ids]
        return min(lengths, default=1)

    def days(self, table: Table, key: str, phase_ids: tuple[str, ...], required: bool) -> tuple[int, ...]:
        """Cycle days, ascending, none outside the shortest cycle they are for."""
        longest = self.cycle_days(phase_ids)
        days = table.wholes(key, -(10**9), 10**9, required=required, empty=not required)
        for day in days:
            if self.phases and not 1 <= day <= longest:
                table.wrong(key, f"day {day} is outside the cycle (1 to {longest})")
        if list(days) != sorted(days):
            table.wrong(key, "the days do not ascend")
        return days
