"""What is typed after `calc NAME`: key=value, read strictly, every refusal at once."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from regimen.errors import Refusal, Refused, refuse
from regimen.given import Sex
from regimen.numbers import as_typed, number, plain
from regimen.plausibility import Finding

_SEXES: Mapping[str, Sex] = {"female": "female", "male": "male", "f": "female", "m": "male"}
_MOST_STRENGTHS = 3
_LEAST_STRENGTH_MG, _MOST_STRENGTH_MG = Decimal(100), Decimal(1000)


def read_arguments(words: Sequence[str]) -> dict[str, str]:
    """["age_y=68", "sex=female"] as a mapping. raises Refused for a word without "=" and for a key given twice."""
    given: dict[str, str] = {}
    refusals = []
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not key:
            refusals.append(Refusal(key, f"{word!r} is not of the form key=value."))
        elif key in given:
            refusals.append(Refusal(key, f"{key} is given twice."))
        else:
            given[key] = value
    if refusals:
        raise Refused(refusals)
    return given


class Inputs:
    """The arguments while they are read.

    read        inputs as read, for the answer; numbers with the digits typed
    defaulted   keys left out that fell back to a default, with it
    questions   sentences about figures that are unusual but accepted
    A value that is refused is kept as a refusal and a harmless one returned, so that every reason comes at once.
    """

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given
        self._known: set[str] = set()
        self.refusals: list[Refusal] = []
        self.read: dict[str, object] = {}
        self.defaulted: list[str] = []
        self.questions: list[str] = []

    def refuse(self, field: str, reason: str) -> None:
        self.refusals.append(Refusal(field, reason))

    def has(self, key: str) -> bool:
        return key in self._given

    def fine(self, *keys: str) -> bool:
        """Whether nothing was refused about these keys, so that they can be looked at together."""
        return not any(refusal.field in keys for refusal in self.refusals)

    def _text(self, key: str, default: str | None) -> str | None:
        """The text typed, the default, or None with a refusal."""
        self._known.add(key)
        if key in self._given:
            return self._given[key]
        if default is None:
            self.refuse(key, f"{key} is missing.")
            return None
        self.defaulted.append(key)
        return default

    def text(self, key: str, default: str | None = None) -> str:
        """Any text that is not empty."""
        value = self._text(key, default)
        if value is not None and not value.strip():
            self.refuse(key, f"{key} is empty.")
        self.read[key] = (value or "").strip()
        return (value or "").strip()

    def choice(self, key: str, words: Collection[str], default: str | None = None) -> str:
        """One of a few words."""
        value = self._text(key, default)
        if value is None or value not in words:
            if value is not None:
                self.refuse(key, f"{key} is {value!r}; accepted are {', '.join(words)}.")
            return next(iter(words))
        self.read[key] = value
        return value

    def sex(self) -> Sex:
        """female or male, F and M accepted."""
        value = self._text("sex", None)
        if value is not None and value.lower() not in _SEXES:
            self.refuse("sex", f"sex is {value!r}; accepted are female and male.")
        sex = _SEXES.get((value or "").lower(), "female")
        self.read["sex"] = sex
        return sex

    def number(
        self, key: str, low: Decimal | int, high: Decimal | int, unit: str, default: str | None = None
    ) -> Decimal:
        """An exact number from low to high, both included."""
        typed = self._text(key, default)
        if typed is None:
            return Decimal(high)
        try:
            value = number(typed, key)
        except Refused as refused:
            self.refusals += refused.refusals
            return Decimal(high)
        if not low <= value <= high:
            accepted = f"{plain(Decimal(low))} to {plain(Decimal(high))} {unit}".rstrip()
            self.refuse(key, f"{key} is {typed}; accepted is {accepted}.")
            return Decimal(high)
        self.read[key] = as_typed(value)
        return value

    def whole(self, key: str, low: int, high: int, unit: str) -> int:
        """A whole number from low to high, both included."""
        value = self.number(key, low, high, unit)
        if value != value.to_integral_value():
            self.refuse(key, f"{key} is {plain(value)}; a whole number is wanted.")
        return int(value)

    def strengths(self, key: str, default: str) -> tuple[Decimal, ...]:
        """Tablet strengths in mg, "150,500" or "[150, 500]" (here the comma parts a list), ascending."""
        typed = self._text(key, default) or default
        sizes: list[Decimal] = []
        for part in typed.strip().removeprefix("[").removesuffix("]").split(","):
            try:
                size = number(part.strip(), key)
            except Refused as refused:
                self.refusals += refused.refusals
                continue
            if not _LEAST_STRENGTH_MG <= size <= _MOST_STRENGTH_MG:
                accepted = f"{_LEAST_STRENGTH_MG} to {_MOST_STRENGTH_MG} mg"
                self.refuse(key, f"{key} holds {plain(size)}; a strength is from {accepted}.")
            elif size in sizes:
                self.refuse(key, f"{key} names {plain(size)} twice.")
            else:
                sizes.append(size)
        if len(sizes) > _MOST_STRENGTHS:
            self.refuse(key, f"{key} names {len(sizes)} strengths; at most {_MOST_STRENGTHS} can be combined.")
            del sizes[_MOST_STRENGTHS:]
        self.read[key] = [plain(size) for size in sorted(sizes)]
        return tuple(sorted(sizes)) or (_MOST_STRENGTH_MG,)

    def believe(self, findings: Sequence[Finding], fields: Mapping[str, str] | None = None) -> None:
        """Take over what plausibility found: hard ones refuse, soft ones become questions. fields: renamed keys."""
        for finding in findings:
            field = (fields or {}).get(finding.field, finding.field.removeprefix("basis."))
            if finding.hard:
                self.refuse(field, finding.message)
            else:
                self.questions.append(finding.message)

    def finish(self) -> None:
        """Raise Refused when a key was never asked for or anything was refused."""
        for key in self._given:
            if key not in self._known:
                self.refuse(
                    key, f"{key} is not an input of this calculator; it takes {', '.join(sorted(self._known))}."
                )
        if self.refusals:
            raise Refused(dict.fromkeys(self.refusals))

    def answer(self, result: Mapping[str, object], source: str) -> dict[str, object]:
        """The contract's answer: inputs as read, result, source; defaults and questions where there are any."""
        answer: dict[str, object] = {**self.read, **result, "source": source}
        if self.defaulted:
            answer["defaults_used"] = list(self.defaulted)
        if self.questions:
            answer["questions"] = list(self.questions)
        return answer


def unknown_calculator(name: str, names: Collection[str]) -> Refused:
    """The refusal for `calc NAME` with a name that is none."""
    return refuse("name", f"{name!r} is not a calculator; there are {', '.join(names)}.")
