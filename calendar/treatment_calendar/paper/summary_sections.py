"""The parts of the treatment summary as paragraphs and rows of tables."""

from treatment_calendar.paper.block import Mark, Para
from treatment_calendar.paper.fonts import Face
from treatment_calendar.paper.summary_words import SIZE, SummaryWords
from treatment_calendar.paper.treatment_summary_request import (
    Change,
    CycleGiven,
    DoseGiven,
    Inhibitor,
    ScanJudged,
    Total,
    Toxicity,
    TreatmentSummaryRequest,
)

Cells = list[list[Para]]


def para(text: str, face: Face = "regular", mark: Mark = "", indent: float = 0.0, before: float = 0.0) -> Para:
    """A paragraph of the summary."""
    return Para(text, SIZE, face, mark, indent, before, small=True)


def diagnosis(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """What the patient has, and what must be known before any drug."""
    paras: list[Para] = []
    if request.not_for_use:
        paras.append(para(words("not_for_use", why=words.user(" ".join(request.not_for_use))), "bold"))
    said = [(label, value) for label, value in request.diagnosis if value]
    paras += [para(words("labelled", label=label, value=words.user(value)), mark="bullet") for label, value in said]
    if not said:
        paras.append(para(words("not_said")))
    none = words("none_asked") if request.allergies_asked else words("none_entered")
    paras.append(para(words("allergies", list=words.listed(request.allergies) or none), "bold"))
    if request.reactions:
        paras.append(para(words("reactions", list=words.listed(request.reactions)), "bold"))
    if request.medicines:
        paras.append(para(words("medicines", list=words.listed(request.medicines))))
    return paras


def regimen(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """Every version of the files the course went by, with whole hashes."""
    paras = [
        para(
            words(
                "file", cycle=one.from_cycle, title=words.user(one.title), id=one.id, version=words.user(one.version),
                hash=one.sha256, practice=one.practice, practice_hash=one.practice_sha256,
            ),
            mark="bullet",
        )
        for one in request.files
    ]  # fmt: skip
    if request.options:
        paras.append(para(words("options", list=words.listed(request.options))))
    for other in request.other_courses:
        day1 = words.date_text(other.day1)
        said = words("other_course", title=words.user(other.title), date=day1, status=other.status)
        paras.append(para(said, "bold"))
    return paras


def warnings(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """What can still come, and the alerts of the last order."""
    paras = [
        para(words("inhibitor", drug=words.user(one.drug), dates=_dates(one, words)), "bold", "bullet")
        for one in request.inhibitors
    ]
    paras.append(para(words("dpyd", result=words.user(request.dpyd)), "bold", "bullet"))
    if any(one.drug == "oxaliplatin" and one.cycles for one in request.totals):
        paras.append(para(words("neuropathy"), mark="bullet"))
    if request.alerts:
        paras.append(para(words("alerts", cycle=request.alerts_cycle), before=2))
    for alert in request.alerts:
        said = words("alert", title=words.user(alert.title).rstrip("."), text=words.user(alert.text))
        paras.append(para(said, "bold" if alert.severity == "stop" else "regular", "bullet", 8))
        if alert.override:
            paras.append(para(words("overridden", reason=words.user(alert.override)), indent=16))
    return paras


def _dates(one: Inhibitor, words: SummaryWords) -> str:
    if one.first is None and one.last is None:
        return words("inhibitor_not_given")
    unknown = words("date_unknown")
    first = words.date_text(one.first) if one.first else unknown
    return words("inhibitor_dates", first=first, last=words.date_text(one.last) if one.last else unknown)


def cycle_row(one: CycleGiven, words: SummaryWords) -> Cells:
    """A cycle: number, day 1, one line a drug."""
    day1 = words.date_text(one.day1) if one.day1 else words("date_unknown")
    where = [para(words("elsewhere"))] if one.elsewhere else []
    doses = [para(_dose(dose, words)) for dose in one.doses]
    return [[para(str(one.cycle), "bold")], [para(day1), *where], doses or [para(words("date_unknown"))]]


def _dose(dose: DoseGiven, words: SummaryWords) -> str:
    drug = words.user(dose.drug)
    why = words("why", reason=words.user(dose.reason)) if dose.reason else ""
    if dose.origin == "none":
        return words("dose_none", drug=drug, why=why)
    taken = "" if dose.taken_percent is None else words.rounded(dose.taken_percent, "0.1")
    origin = words(f"origin_{dose.origin}", percent=taken)
    ordered = "" if dose.ordered_mg is None else words("ordered_mg", mg=words.rounded(dose.ordered_mg, "0.1"))
    percent = "" if dose.percent is None else words.rounded(dose.percent, "0.1")
    share = words("share", ordered=ordered, percent=percent) if percent else ""
    if dose.mg is None:
        return words("dose_unknown", drug=drug, share=share, origin=origin)
    said = words("dose", drug=drug, mg=words.rounded(dose.mg, "0.1"), share=share, origin=origin)
    return said + (words("dose_reason", reason=words.user(dose.reason)) if dose.reason else "")


def changes(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """Each change with its reason, what it points to and who decided it."""
    paras: list[Para] = []
    for one in request.changes:
        why = words.user(one.why) if one.why else words("no_reason")
        paras.append(para(words("because", what=_change(one, words), why=why), mark="bullet"))
        events = ", ".join(
            words("event", term=words.user(event.term), grade=event.worst, start=words.partial(event.start))
            for event in one.events
        )
        below = [words("pointing", events=events)] if events else []
        below += [words("said_by", person=words.user(one.by))] if one.by else []
        if below:
            paras.append(para(". ".join(below), indent=16))
    return paras or [para(words("no_changes"))]


def _change(one: Change, words: SummaryWords) -> str:
    drug = words.user(one.drug)
    date = words.date_text(one.on) if one.on else ""
    if one.kind == "delay":
        return words("change_delay", cycle=one.cycle, days=one.days)
    if one.kind == "stop":
        return words("change_stop", drug=drug, date=date)
    if one.kind == "hold":
        until = words.date_text(one.until) if one.until else ""
        return words("change_hold" if until else "change_open", drug=drug, date=date, until=until)
    percent = "" if one.percent is None else words.rounded(one.percent, "0.1")
    if one.kind == "restart":
        level = "" if one.level is None else words.rounded(one.level, "0.01")
        dose = words("at_percent", percent=percent) if percent else words("at_level", level=level)
        return words("change_restart", cycle=one.cycle, drug=drug, date=date, dose=dose)
    before = "" if one.before is None else words("change_before", percent=words.rounded(one.before, "0.1"))
    return words("change_dose", cycle=one.cycle, drug=drug, percent=percent, before=before)


def event_row(one: Toxicity, words: SummaryWords) -> Cells:
    """A toxicity: what, how bad, when, what became of it."""
    marks = [words(key) for key, on in (("serious", one.serious), ("immune", one.immune)) if on]
    marks += [words("at_elsewhere")] if one.elsewhere else []
    term = [para(words.user(one.term), "bold"), *([para(", ".join(marks))] if marks else [])]
    grade = [para(words("worst", grade=one.worst, date=words.date_text(one.worst_on)), "bold")]
    grade += [para(words("now", grade=one.now))] if one.ongoing and one.now != one.worst else []
    start = words.partial(one.start)
    if one.ongoing:
        dates = words("ongoing", start=start)
    elif one.end:
        dates = words("from_to", start=start, end=words.partial(one.end))
    else:
        dates = words("end_unknown", start=start)
    outcome = [para(words.user(one.outcome).lower() if one.outcome else words("outcome_unknown"))]
    outcome.append(para(words("laid_to", list=words.listed(one.laid_to)) if one.laid_to else words("laid_to_nobody")))
    outcome += [para(words("treated", treatment=words.user(one.treatment)))] if one.treatment else []
    return [term, grade, [para(dates)], outcome]


def toxicity_lines(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """What stands below the table, or in its place."""
    paras = [] if request.toxicities else [para(words("no_toxicities"))]
    if request.earlier_toxicities.strip():
        paras.append(para(words("earlier_toxicities", words=words.user(request.earlier_toxicities))))
    return paras


def response(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """The best response with dates, and every scan it rests on."""
    found = request.response
    judged = request.judged_progression
    called = [para(words("judged", date=words.date_text(judged)), "bold")] if judged else []
    if found is None:
        return [para(words("no_response")), *called]
    seen = words("seen", date=words.date_text(found.first_seen)) if found.first_seen else ""
    confirmed = words("confirmed" if found.confirmed else "unconfirmed")
    paras = [para(words("best", best=found.best, confirmed=confirmed, seen=seen), "bold")]
    if found.unconfirmed:
        paras.append(para(words("best_unconfirmed", best=found.unconfirmed)))
    if found.note:
        paras.append(para(words.user(found.note)))
    if found.progression:
        paras.append(para(words("progression", date=words.date_text(found.progression)), "bold"))
    if found.broken:
        paras.append(para(words("broken", date=words.date_text(found.baseline), count=found.broken), "bold"))
    paras.append(para(words("baseline", date=words.date_text(found.baseline)), mark="bullet"))
    return [*paras, *called, *(para(_scan(one, words), mark="bullet") for one in found.scans)]


def _scan(one: ScanJudged, words: SummaryWords) -> str:
    total = "" if one.sum_mm is None else words("sum", mm=words.rounded(one.sum_mm, "0.1"))
    if one.sum_mm is not None and one.change_percent is not None:
        sign = "+" if one.change_percent > 0 else ""
        total += words("sum_change", percent=sign + words.rounded(one.change_percent, "0.1"))
    counts = "" if one.counts else words("not_counted")
    return words("scan", date=words.date_text(one.on), overall=one.overall, sum=total, counts=counts)


def totals(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """The total of each infusion dosed by surface, and the dose intensity of every drug."""
    paras: list[Para] = []
    for one in request.totals:
        paras += _total(one, words)
    return paras or [para(words("no_totals"))]


def _total(one: Total, words: SummaryWords) -> list[Para]:
    drug, paras = words.user(one.drug), []
    if one.per_m2 is not None:
        elsewhere = ""
        if one.unknown_before:
            elsewhere = words("total_unknown")
        elif one.elsewhere:
            elsewhere = words("total_elsewhere", mg=words.rounded(one.elsewhere, "0.1"))
        said = words("total", drug=drug, total=words.rounded(one.per_m2, "0.1"), elsewhere=elsewhere)
        paras.append(para(said, "bold", "bullet"))
    if one.other_courses:
        paras.append(para(words("other_courses", mg=words.rounded(one.other_courses, "0.1")), "bold", indent=16))
    if one.relative_percent is not None and one.dose_percent is not None:
        assumed = words("assumed", cycles=", ".join(map(str, one.assumed))) if one.assumed else ""
        said = words(
            "intensity", drug=drug, relative=words.rounded(one.relative_percent, "0.1"),
            dose=words.rounded(one.dose_percent, "0.1"), cycles=one.cycles, days=one.days, planned=one.planned_days,
            assumed=assumed,
        )  # fmt: skip
        paras.append(para(said, mark="bullet"))
    return paras


def planned(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """The next cycle, or how the course ended."""
    next_up = request.planned
    if next_up.ended:
        on = words("ended_on", date=words.date_text(next_up.ended_on)) if next_up.ended_on else ""
        return [para(words("ended", on=on, why=words.user(next_up.ended)), "bold")]
    paras = [para(words("next_none", planned=next_up.planned_cycles), "bold")]
    if next_up.cycle:
        day1 = words.date_text(next_up.day1) if next_up.day1 else words("date_unknown")
        state = words("next_signed" if next_up.signed else "next_open")
        said = words("next_cycle", cycle=next_up.cycle, planned=next_up.planned_cycles, date=day1, state=state)
        paras = [para(said, "bold")]
        if next_up.provisional:
            paras.append(para(words("next_provisional"), "bold"))
    if next_up.on_hold:
        paras.append(para(words("next_hold", list=words.listed(next_up.on_hold)), "bold"))
    return paras


def supportive(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """What was ordered of supportive care with the last order: given here, at home, left out."""
    return [
        para(words(f"supportive_{where}", item=words.user(said)), mark="bullet") for where, said in request.supportive
    ]


def written(request: TreatmentSummaryRequest, words: SummaryWords) -> list[Para]:
    """Who wrote it from which state of the records, and room for a signature."""
    said = words(
        "written", person=words.user(request.written_by), role=request.written_role,
        moment=words.moment(request.written_at), anchor=request.anchor_short,
    )  # fmt: skip
    return [para(said, before=4), para(words("signed"), before=14)]
