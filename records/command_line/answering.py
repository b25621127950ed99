"""What every command on a store shares: do it, answer in words or JSON, one sentence for a refusal, the exit status."""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from records.errors import RecordError
from regimen.command_line import DONE, REFUSED, print_json
from regimen.errors import RegimenError

#: Answer as JSON, the same in words, and whether all is well.
Answered = tuple[dict[str, Any], str, bool]


def carry_out(do: Callable[[argparse.Namespace], Answered], asked: argparse.Namespace) -> int:
    """Do what was asked and say how it went; `asked` has `json`. Returns the exit status."""
    try:
        found, words, good = do(asked)
    except (RecordError, RegimenError) as error:
        sys.stderr.write(f"capox: {error}\n")
        if asked.json:
            print_json({"refused": [{"field": error.field, "reason": str(error)}]})
        return REFUSED
    if asked.json:
        print_json(found)
    else:
        sys.stdout.write(words + "\n")
    return DONE if good else REFUSED
