"""The pages the tests look at: one request for each thing that changes how a page is set."""

from decimal import Decimal

from regimen.practice import Fever
from tests.print.examples import (
    GC,
    MOVED,
    RESTARTED,
    capox_course,
    gc_course,
    profile,
    request,
    with_hold,
    with_home,
    with_restart,
)
from treatment_calendar.paper.request import CalendarRequest, Contacts

LONG_NAME = (
    "Maximiliane-Konstantina von Hohenzollern-Sigmaringen de la Concepción y Fernández-Villaverde, María de los Ángeles"
)
FOUR = {Decimal(1000): 1, Decimal(500): 2, Decimal(300): 1, Decimal(150): 2}
US = profile(date_style="mdy", fever=Fever(Decimal("38.0"), Decimal("100.4"), "test"))
HELD = with_hold(with_hold(capox_course(), "pembrolizumab", range(1, 2), False), "capecitabine", range(9, 15), True)
CHINESE_NAME = "王小明 (Wáng Xiǎomíng)"

STATES: dict[str, CalendarRequest] = {
    "english-a4": request(),
    "english-letter": request(paper="letter", profile=US),
    "large-a4": request(large_print=True),
    "large-letter": request(large_print=True, paper="letter", profile=US),
    "chinese-a4": request(language="zh", patient_name=CHINESE_NAME, profile=profile(date_style="ymd")),
    "chinese-large": request(language="zh", large_print=True, patient_name="Łukasz Dvořák"),
    "german-a4": request(language="de"),
    "french-large": request(language="fr", large_print=True),
    "spanish-large": request(language="es", large_print=True),
    "chinese-name-in-english": request(patient_name=CHINESE_NAME),
    "long-name-four-strengths": request(
        patient_name=LONG_NAME,
        identifiers=("HOSPITAL NUMBER 0042-118-99887766", "NHS 999 000 0000", "Insurance AB-12-XY-99-0000001"),
        course=capox_course(plan=FOUR),
        contacts=Contacts("", "", ""),
    ),
    "evening": request(course=capox_course(first="evening")),
    "delay": request(course=capox_course(length=28), changed=MOVED, revision=2, replaces=1),
    "hold": request(course=HELD),
    "restart": request(course=with_restart(capox_course()), changed=RESTARTED, revision=3, replaces=2),
    "restart-chinese": request(
        course=with_restart(capox_course()),
        changed=RESTARTED,
        revision=3,
        replaces=2,
        language="zh",
        patient_name=CHINESE_NAME,
        profile=profile(date_style="ymd"),
    ),
    "gc": request(course=gc_course(), regimen=GC),
    "two-weeks": request(course=capox_course(length=14)),
    **{
        f"home-{language}": request(
            course=with_home(capox_course()),
            language=language,
            large_print=language in ("de", "es"),
            paper="letter" if language in ("es", "zh") else "a4",
        )
        for language in ("en", "de", "es", "fr", "zh")
    },
    "provisional": request(signed=True, provisional=(1,)),
    "provisional-chinese": request(
        signed=True, provisional=(1,), language="zh", patient_name=CHINESE_NAME, profile=profile(date_style="ymd")
    ),
    "signed": request(signed=True, for_clinical_use=True),
}
