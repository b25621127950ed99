"""Names nobody would have, and some that people do."""

import random
from collections.abc import Iterator

NASTY = (
    "<b>Smith", "</para><img src='file:///etc/passwd'/>", "&amp;&lt;&#x41;", "Robert'); DROP TABLE patients;--", "()\\<>[]{}/%",
    "{day} {0} {name.__class__}", "%s %d %(x)s", "O'Brien-Łukasz", "王小明", "Nguyễn Thị Ánh", "=cmd|' /C calc'!A0",
    "a" * 200, "W" * 200, "字" * 200, "-", " ", ".", "NULL", "None", "nan", "\u202eevil", "x" + "\u0301" * 50, "\x00\x1b[31m",
    "\ud800", "😀👨‍👩‍👧", "ﷺ" * 10, "𠮷野家", "A\u00adB", "\u2028\u2029", "١٢٣", "１２３", "Zoë\u200dX", "עברית", "हिन्दी", "ไทย",
)  # fmt: skip
POOLS = (
    "abcXYZ", "<>&;\"'/\\", "()[]{}%", "éüřŁđặ", "王小明李", "한글ひらカナ", "\u200b\u200e\u202e\u2066", "\x00\x01\x7f\x85",
    "\ud800\udfff", "😀🏳️‍🌈", "אבג", "ابت", "\u0301\u0302\u20dd", " \u00a0\u3000\t\n", "٣३๓", "\ue000\uf8ff\U000f0000", "≥≤√→",
)  # fmt: skip


def names(count: int, seed: int) -> Iterator[str]:
    """The nasty ones first, then random mixtures of everything, 0 to 300 characters; the same for the same seed."""
    chance = random.Random(seed)
    yield from NASTY[:count]
    for _ in range(max(0, count - len(NASTY))):
        pools = chance.sample(POOLS, chance.randint(1, 4))
        length = chance.choice((0, 1, 5, 20, 60, 300))
        mixed = [chance.choice(chance.choice(pools)) for _ in range(length)]
        if chance.random() < 0.3:
            mixed = [chr(chance.randrange(0x110000)) for _ in range(length)]
        yield "".join(mixed)
