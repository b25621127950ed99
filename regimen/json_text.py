"""JSON read without losing a digit or a key."""

import json
from decimal import Decimal

from regimen.errors import Refused, refuse


def read_json(text: str, name: str) -> object:
    """The JSON text as dicts, lists, strings, bools and exact numbers.

    name    what the text is called in a message (a file name, "standard input")
    raises  Refused: not JSON, a key given twice, NaN or Infinity
    """

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        read: dict[str, object] = {}
        for key, value in pairs:
            if key in read:
                raise refuse(key, f'{name} gives "{key}" twice.')
            read[key] = value
        return read

    def not_finite(word: str) -> object:
        raise refuse("", f"{name} holds {word}; only finite numbers can be used.")

    try:
        return json.loads(
            text, parse_float=Decimal, parse_int=Decimal, parse_constant=not_finite, object_pairs_hook=once
        )
    except Refused:
        raise
    except json.JSONDecodeError as error:
        raise refuse("", f"{name} is not JSON: {error.msg}, line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise refuse("", f"{name} is nested too deeply.") from None
    except ArithmeticError:
        raise refuse("", f"{name} holds a number no measurement can have.") from None
