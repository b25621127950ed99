"""Names as they are compared: without case, accents and punctuation, so that "Łukasz" is found by "lukasz"."""

import unicodedata

# Letters that carry no combining mark Unicode could take off.
LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n",
    "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ə": "e", "ɛ": "e", "ɔ": "o", "ʻ": None, "ʼ": None, "’": None, "'": None,
    "‘": None, "`": None, "´": None,
})  # fmt: skip

MOST_PARTS = 12  # starts of words kept for one text; a longer text is still found by its first words and by substring
MOST_CHARACTERS = 60  # of one part; nobody types more of a name than this to tell two patients apart


def fold(text: str) -> str:
    """Casefolded, accents off, special letters spelled plainly, all but letters and digits one space. Chinese stays."""
    # Twice: casefolding can bring forth marks, and taking marks off can bring forth capital letters.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(sign for sign in text if not unicodedata.combining(sign)).translate(LETTERS)
    # Composed again, so that Hangul stays syllables.
    text = unicodedata.normalize("NFC", text)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())


def is_ideograph(sign: str) -> bool:
    """Chinese, Japanese or Korean writing: a name there has no spaces, so every sign may begin a search."""
    return (
        "\u2e80" <= sign <= "\ua4cf"
        or "\uac00" <= sign <= "\ud7af"
        or "\uf900" <= sign <= "\ufaff"
        or sign >= "\U00020000"
    )


def parts(text: str) -> tuple[str, ...]:
    """What a prefix search looks through: the folded text from each word's start on, and from each ideograph on.

    >>> parts("Müller, Anna")
    ('muller anna', 'anna')
    >>> parts("王小明")
    ('王小明', '小明', '明')
    """
    folded = fold(text)
    starts = [
        place
        for place, sign in enumerate(folded)
        if sign != " " and (place == 0 or folded[place - 1] == " " or is_ideograph(sign))
    ]
    found = dict.fromkeys(folded[place : place + MOST_CHARACTERS].rstrip() for place in starts[:MOST_PARTS])
    return tuple(part for part in found if part)


def identifier_parts(value: str) -> tuple[str, ...]:
    """An identifier as typed in pieces and in one piece: "0042-118" is found by 0042, 118, 0042-118 and 0042118."""
    folded = fold(value)
    return tuple(dict.fromkeys(part for part in (*parts(value), folded.replace(" ", "")[:MOST_CHARACTERS]) if part))
