"""The parts of the staff sheet beside the doses."""

from regimen.given import Delay, Dpyd, Hold, Lab
from regimen.order import Alert
from regimen.unit_words import in_words, unit_words
from treatment_calendar.course import CourseDay, Moment
from treatment_calendar.paper.block import Para
from treatment_calendar.paper.frame import Pager
from treatment_calendar.paper.request import AlertWords, Signature, StaffSheetRequest, TreatmentDayState
from treatment_calendar.paper.staff_doses import INDENT
from treatment_calendar.paper.staff_words import SIZE, StaffWords, para
from treatment_calendar.paper.table import table

SEVERITIES = ("stop", "warn", "note")


def state(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Whether anything is open, and what must be known about the patient."""
    patient, case = request.case.patient, request.case
    stops = sum(alert.severity == "stop" for alert in _all_alerts(request))
    settled = sum(alert.severity == "stop" and bool(alert.override) for alert in request.alerts)
    line = words("not_released", count=stops - settled) if stops > settled else words("released")
    if settled and stops == settled:
        line = words("overridden_all", count=settled)
    paras = [
        Para(line, SIZE + 1.5, "bold", small=True),
        *(para(words("release_missing", words=words.user(said)), "bold") for said in request.not_released),
        *(_go_ahead(day, words) for day in request.go_aheads),
        para(words("allergies", list=_allergies(request, words)), "bold"),
    ]
    if patient.reactions:
        paras.append(para(words("reactions", list=words.listed(patient.reactions)), "bold"))
    paras.append(para(words("medicines", list=words.listed(case.medicines))))
    for what, reason in request.reasons:
        paras.append(para(words("reason", what=words.user(what), reason=words.user(reason)), mark="bullet"))
    return paras


def _go_ahead(day: TreatmentDayState, words: StaffWords) -> Para:
    """Who gave the go-ahead for a treatment day; without one the day is provisional, in bold capitals."""
    date = words.date_text(day.for_day)
    if not day.by or day.on is None:
        return para(words("provisional", day=day.day, date=date), "bold")
    key = "go_ahead_telephone" if day.way == "telephone" else "go_ahead_person"
    return para(words(key, day=day.day, date=date, by=words.user(day.by), on=words.date_text(day.on)))


def _allergies(request: StaffSheetRequest, words: StaffWords) -> str:
    if not request.case.patient.allergies and request.allergies_asked:
        return words("none_known_asked")
    return words.listed(request.case.patient.allergies)


def _all_alerts(request: StaffSheetRequest) -> list[Alert]:
    found: list[Alert] = []
    for alert in (*request.order.alerts, *request.course.alerts):
        if alert not in found:
            found.append(alert)
    return found


def alerts(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Every alert in words, stops first; one the request has no words for by its code and values."""
    known = {alert.code for alert in request.alerts}
    bare = [alert for alert in _all_alerts(request) if alert.code not in known]
    paras: list[Para] = []
    for severity in SEVERITIES:
        for alert in request.alerts:
            paras += _worded(alert, words) if alert.severity == severity else []
        paras += [_bare(alert, words) for alert in bare if alert.severity == severity]
    return paras or [para(words("no_alerts"))]


def _bare(alert: Alert, words: StaffWords) -> Para:
    params = ", ".join(f"{name} {value}" for name, value in alert.params.items())
    severity = words(f"severity_{alert.severity}")
    text = words("alert_code", severity=severity, code=alert.code, params=words.user(params)).rstrip()
    return para(text, "bold" if alert.severity == "stop" else "regular", "bullet")


def _worded(alert: AlertWords, words: StaffWords) -> list[Para]:
    severity = words(f"severity_{alert.severity}")
    title = words.user(alert.title).rstrip(".")
    text = words("alert", severity=severity, title=title, text=in_words(words.user(alert.text)))
    paras = [para(text, "bold" if alert.severity == "stop" else "regular", "bullet")]
    if alert.override:
        paras.append(para(words("overridden", reason=words.user(alert.override)), "bold", indent=INDENT))
    if alert.source:
        paras.append(para(words("source", source=words.user(alert.source)), indent=INDENT, muted=True))
    return paras


def basis(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Measurements with dates, what was computed from them, laboratory values."""
    basis, order = request.case.basis, request.order
    lines = [
        (words("height"), words.dated(f"{words.number(basis.height_cm)} cm", basis.height_date)),
        (words("weight"), words.dated(f"{words.number(basis.weight_kg)} kg", basis.weight_date)),
    ]
    size = order.bsa
    key = "bsa_capped" if size.capped else "bsa"
    cap = words.number(size.cap_m2) if size.cap_m2 is not None else ""
    lines.append(
        (words(key, formula=size.formula.replace("_", " ").title(), cap=cap), f"{words.rounded(size.m2, '0.0001')} m²")
    )
    creatinine = basis.creatinine
    if creatinine is not None:
        value = f"{words.number(creatinine.value)} {_unit(creatinine.unit, words)}"
        lines.append((words("creatinine"), words.dated(value, creatinine.date)))
    else:
        lines.append((words("creatinine"), words("missing")))
    if order.renal is not None:
        title = words("crcl", weight=order.renal.weight_used, kg=words.rounded(order.renal.weight_kg, "0.1"))
        lines.append((title, f"{words.rounded(order.renal.crcl_ml_min, '0.1')} mL/min"))
    lines.append((words("dpyd"), _dpyd(basis.dpyd, words)))
    lines += [(words.user(name), words.dated(_lab(lab, words), lab.date)) for name, lab in request.case.labs.items()]
    chosen = ", ".join(f"{name}: {choice}" for name, choice in request.case.options.items())
    if chosen:
        lines.append((words("options"), words.user(chosen)))
    return [para(f"{title}: {value}", mark="bullet") for title, value in lines]


def _dpyd(dpyd: Dpyd, words: StaffWords) -> str:
    parts = [words("dpyd_status", status=dpyd.status.replace("_", " "))]
    if dpyd.activity_score is not None:
        parts.append(words("dpyd_score", score=words.number(dpyd.activity_score)))
    if dpyd.variants:
        parts.append(words.user(" / ".join(dpyd.variants)))
    if dpyd.not_tested_reason:
        parts.append(words.user(dpyd.not_tested_reason))
    text = ", ".join(parts)
    return words.dated(text, dpyd.date) if dpyd.status == "done" else text


def _lab(lab: Lab, words: StaffWords) -> str:
    if lab.lln is None and lab.uln is None:
        return f"{words.number(lab.value)} {_unit(lab.unit, words)}"
    lln, uln = (words.number(limit) if limit is not None else words("missing") for limit in (lab.lln, lab.uln))
    return words("limits", value=words.number(lab.value), unit=_unit(lab.unit, words), lln=lln, uln=uln)


def _unit(unit: str, words: StaffWords) -> str:
    return unit_words(words.user(unit))


def order_of_day(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Each day with an infusion or a hold: in which order, how much, how long."""
    paras: list[Para] = []
    for day in request.course.cycle(request.case.cycle).days:
        if day.give or (day.held and day.visit):
            paras.append(
                para(words("day_title", date=words.date_text(day.date, "weekday_"), day=day.cycle_day), "bold")
            )
            paras += _day(day, words)
    return paras


def _day(day: CourseDay, words: StaffWords) -> list[Para]:
    paras: list[Para] = []
    for number, given in enumerate(day.give, 1):
        if given.dose_mg is None or given.minutes is None:
            paras.append(para(words("given_open", number=number, drug=given.drug), indent=INDENT))
        else:
            dose = words.number(given.dose_mg)
            text = words("given", number=number, drug=given.drug, dose=dose, minutes=given.minutes)
            paras.append(para(text, indent=INDENT))
    paras += [para(words("held", drug=drug), "bold", indent=INDENT) for drug in day.held]
    return paras


def dates(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """First and last tablets, blood tests, what comes next, and notes on dates of this cycle."""
    cycle = request.course.cycle(request.case.cycle)

    def moment(key: str, at: Moment) -> str:
        half = words("morning" if at.half == "am" else "evening")
        return words(key, date=words.date_text(at.date, "weekday_"), half=half)

    lines: list[str] = []
    if cycle.first_dose is not None and cycle.last_dose is not None:
        ends = [moment("first_tablets", cycle.first_dose), moment("last_tablets", cycle.last_dose)]
        lines.append("; ".join([*ends, words("oral_doses", count=cycle.oral_doses)]))
        if cycle.oral_doses < cycle.planned_oral_doses and cycle.supply:
            lines.append(
                words(
                    "fewer_doses",
                    count=cycle.oral_doses,
                    planned=cycle.planned_oral_doses,
                    tablets=words.tablets(cycle.supply, "supply_strength"),
                )
            )
    for test in cycle.blood_tests:
        lines.append(words("blood_test", day=test.for_day, date=words.date_text(test.date, "weekday_")))
    if cycle.next_day1 is not None:
        lines.append(words("next_day1", date=words.date_text(cycle.next_day1, "weekday_")))
    if cycle.next_blood_test is not None:
        lines.append(words("next_blood_test", date=words.date_text(cycle.next_blood_test, "weekday_")))
    for note in request.course.notes:
        if cycle.day1 <= note.date <= cycle.last_day or note.cycle == cycle.cycle:
            lines.append(words("note", date=words.date_text(note.date, "short_"), text=words.user(note.text)))
    return [para(line, mark="bullet") for line in lines]


def holds(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Holds, stops and delays with their reasons."""
    case = request.case
    lines = [_hold(hold, words) for hold in case.holds]
    lines += [
        words("stopped", drug=drug, start=words.date_text(start, "weekday_")) for drug, start in case.stopped.items()
    ]
    lines += [_delay(delay, words) for delay in case.delays]
    return [para(line, mark="bullet") for line in lines]


def _hold(hold: Hold, words: StaffWords) -> str:
    start, reason = words.date_text(hold.start, "weekday_"), words.user(hold.reason)
    start = start if hold.start_half == "am" else words("half_evening", date=start)
    if hold.end is None:
        return words("hold_open", drug=hold.drug, start=start, reason=reason)
    end = words.date_text(hold.end, "weekday_")
    end = end if hold.end_half == "pm" else words("half_morning", date=end)
    return words("hold", drug=hold.drug, start=start, end=end, reason=reason)


def _delay(delay: Delay, words: StaffWords) -> str:
    shift = words(f"shift_{delay.shift}")
    return words("delay", cycle=delay.cycle, days=delay.days, shift=shift, reason=words.user(delay.reason))


def settings(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """What the practice profile filled in."""
    used = [_setting(key, words) for key in request.order.defaults_used]
    if not used:
        return []
    return [para(words("settings_from", list=", ".join(used), practice=request.profile.id.upper()), muted=True)]


def _setting(key: str, words: StaffWords) -> str:
    """A key of the order in words; one of another version of the program at least without its signs."""
    bare = key.removeprefix("policy.")
    name = f"setting_{bare.replace('.', '_')}"
    return words(name) if words.staff.has(f"staff.{name}") else words.user(bare.replace("_", " "))


def hashes(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """The whole hashes of regimen and profile, and the engine."""
    regimen, profile = request.regimen, request.profile
    lines = [
        words("regimen_hash", id=regimen.id, version=regimen.version, hash=regimen.sha256),
        words("profile_hash", id=profile.id, version=profile.version, hash=profile.sha256),
    ]
    if request.engine_version:
        lines.append(words("engine", version=request.engine_version))
    return [para(line, muted=True) for line in lines]


def _signed_for(signature: Signature, words: StaffWords) -> list[Para]:
    """The step and below it what the signature means."""
    if not signature.step:
        return [para(words.user(signature.meaning), "bold")]
    return [para(words(signature.step), "bold"), para(words.user(signature.meaning))]


def signatures(pager: Pager, request: StaffSheetRequest, words: StaffWords) -> None:
    """Signatures given, and a line for each that is still to be written by hand."""
    rows: list[list[list[Para]]] = []
    for signature in request.signatures:
        at = f"{words.date_text(signature.at.date())}, {signature.at:%H:%M}"
        rows.append(
            [
                _signed_for(signature, words),
                [para(words.user(f"{signature.name}, {signature.role}"))],
                [para(at)],
            ]
        )
    for key in request.to_sign:
        rows.append([[para(words(key), "bold"), para(" ")], [para(" ")], [para(" ")]])
    pager.need(SIZE * 3 * (len(rows) + 1))
    table(pager, [words("signatures"), words("line_name"), words("line_at")], rows, (2, 5, 3), SIZE)
