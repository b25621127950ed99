"""main.py selftest: the worked examples inside regimen files, with a dated certificate as PDF on request."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from regimen.commands import run_selftest
from regimen.errors import refuse

if TYPE_CHECKING:
    from regimen.definition import Regimen
    from regimen.selftest import ExampleResult


def selftest(arguments: Sequence[str]) -> int:
    """Run the worked examples. Returns 1 when one fails."""
    return run_selftest(arguments, write_certificate)


def write_certificate(path: Path, ran: "Sequence[tuple[Regimen, Sequence[ExampleResult]]]", by: str) -> None:
    """The certificate of a run, whole or not at all. Raises Refused when it cannot be written."""
    from dateutil.tz import tzlocal

    from regimen.engine import ENGINE_VERSION
    from treatment_calendar.paper.atomic import write_atomically
    from treatment_calendar.paper.certificate import certificate
    from treatment_calendar.paper.certificate_request import CertificateRequest, certified_file, used_profiles
    from treatment_calendar.program import PROGRAM_VERSION

    files = tuple(certified_file(regimen, results) for regimen, results in ran)
    request = CertificateRequest(
        files, used_profiles(files), PROGRAM_VERSION, ENGINE_VERSION, by or "command line", datetime.now(tzlocal())
    )
    try:
        write_atomically(path, certificate(request))
    except OSError as error:
        raise refuse("output", f"{path.name} cannot be written ({error.strerror}).") from None


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"selftest": selftest}
