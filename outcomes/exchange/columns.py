"""The columns of the plain tables: what each holds, in words. The read-me of every export is written from here."""

from outcomes.exchange import words_known as known
from outcomes.exchange.cells import Column, Table

PATIENT = Column("patient", "Whose row it is: the same sign in every table of this export.", "patient")
ROW = Column("row_id", "The row in the records this one was made from.", "row")
ENTRY = Column("audit_entry", "Number of the newest entry of the audit trail about that row.", "trace")
COURSE = Column("course", "The course of treatment it belongs to.", "row")
ORDER = Column("order", "The signed order it belongs to.", "row")
CYCLE = Column("cycle", "Number of the cycle.")
DRUG = Column("drug", "Generic name.", "code", known.is_drug)
BY = Column("by", "Who wrote it down.", "person")
WITHDRAWN = (
    Column("withdrawn", "yes: written by mistake and taken back; it stays on record and counts for nothing."),
    Column("withdrawn_why", "Why it was taken back.", "words"),
)

PATIENTS = Table("patients", "Patients", (
    PATIENT,
    Column("name", "Name as entered.", "name"),
    Column("identifiers", "Numbers of the patient with their kinds.", "name"),
    Column("birth_date", "Date of birth.", "name"),
    Column("sex", "female or male."),
    Column("age_y", "Whole years at day 1 of the first course here; without a course empty.", "age"),
    Column("diagnosis_site", "Where the cancer is.", "code", known.is_site),
    Column("liver_involvement", "Whether the liver is involved; empty: not said."),
    Column("ecog", "ECOG performance status as last entered, 0 to 4."),
    Column("dpyd_status", "DPYD test: done, pending or not_tested."),
    Column("dpyd_activity_score", "DPYD activity score, 0 to 2."),
    Column("dpyd_alleles", "The two alleles, where reported.", "code", known.is_allele),
    Column("dpyd_date", "Date of the DPYD result.", "day"),
    Column("allergies", "Allergies as typed.", "words"),
    Column("allergies_asked", "Whether somebody asked about allergies."),
    Column("reactions", "Earlier reactions to a drug as typed.", "words"),
    Column("medicines", "Other medicines as typed.", "words"),
    Column("drainage", "Stent or drainage as typed.", "words"),
    Column("note", "Note as typed.", "words"),
    Column("entered_at", "When the patient was entered (UTC).", "moment"),
    ROW, ENTRY,
))  # fmt: skip

COURSES = Table("courses", "Courses", (
    PATIENT, COURSE,
    Column("regimen", "Id of the regimen file.", "code", known.is_regimen),
    Column("regimen_version", "Its version."),
    Column("regimen_sha256", "SHA-256 of its text as begun with."),
    Column("practice", "Practice profile.", "code", known.is_practice),
    Column("options", "Chosen options, option=choice.", "code", known.is_option),
    Column("intent", "Intent as typed.", "words"),
    Column("status", "active, completed or stopped."),
    Column("day1", "Day 1 of the first cycle given here.", "day"),
    Column("first_cycle", "Number of that cycle; above 1 where another hospital gave the ones before."),
    Column("planned_cycles", "Cycles planned."),
    Column("cycles_given", "Cycles recorded as given here."),
    Column("starting_percent", "Percent the start was lowered to for good, by drug.", "code", known.is_pairs),
    Column("earlier_cycles", "Cycles given elsewhere that are written down here."),
    Column("earlier_toxicities", "Toxicities elsewhere as typed.", "words"),
    ROW, ENTRY,
))  # fmt: skip

DOSES = Table("doses", "Orders: one row a drug of each signed order", (
    PATIENT, COURSE, ORDER, CYCLE,
    Column("revision", "Revision of the order of that cycle."),
    Column("state", "signed, given or replaced (signed again later)."),
    Column("day1", "Day 1 the order was signed for.", "day"),
    Column("given_on", "The day the cycle was given; empty while it is not.", "day"),
    DRUG,
    Column("route", "iv or po."),
    Column("days", "Cycle days."),
    Column("doses_per_day", "Doses a day."),
    Column("level", "Level of the regimen, in mg/m2, mg/kg or mg as `per` says."),
    Column("per", "m2, kg or fixed."),
    Column("starting_percent", "Percent the start is lowered to for good."),
    Column("percent", "Percent of that start."),
    Column("exact_mg", "Dose before rounding, mg, every digit."),
    Column("dose_mg", "Dose as ordered, mg each time; of tablets the morning's; empty while no plan was chosen."),
    Column("daily_mg", "Tablets: mg a day of the chosen plan."),
    Column("tablets", "Tablets of the chosen plan."),
    Column("variance_percent", "Ordered against exact, percent."),
    Column("capped", "Whether a cap of the body surface changed it."),
    Column("held", "Whether a hold covers the drug's every day of the cycle."),
    Column("bsa_formula", "Formula of the body surface."),
    Column("bsa_m2", "Body surface, m2, unrounded."),
    Column("dosing_m2", "Body surface doses were computed on, m2."),
    Column("height_cm", "Height, cm, as used."),
    Column("weight_kg", "Weight, kg, as used."),
    Column("crcl_ml_min", "Creatinine clearance (Cockcroft-Gault), mL/min, unrounded; empty without creatinine."),
    Column("proof", "The steps of the computation, one after the other, with their sources.", "words"),
    Column("overrides", "Stops that were signed with a reason, and the reasons.", "words"),
    Column("regimen_sha256", "SHA-256 of the regimen file it was computed from."),
    Column("profile_sha256", "SHA-256 of the practice profile."),
    Column("engine_version", "Version of the computation."),
    Column("check_code", "Short code of the order as printed.", "trace"),
    Column("signed_by", "Who signed.", "person"),
    Column("signed_role", "Their role."),
    Column("signed_at", "When (UTC).", "moment"),
    ROW, ENTRY,
))  # fmt: skip

RESTARTS = Table("restarts", "Restarts of tablets within a cycle", (
    PATIENT, COURSE, ORDER, CYCLE, DRUG,
    Column("start", "First day taken again.", "day"), Column("start_half", "am or pm: the first half day."),
    Column("percent", "Percent of the start; or"), Column("level", "level in the drug's own unit."),
    Column("reason", "Reason in words.", "words"),
    Column("regimen_sha256", "SHA-256 of the regimen file it was computed from."),
    Column("engine_version", "Version of the computation."),
    Column("check_code", "Short code as printed.", "trace"),
    Column("signed_by", "Who signed.", "person"), Column("signed_at", "When (UTC).", "moment"),
    *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

INFUSIONS = Table("infusions", "Infusions as given at the chair", (
    PATIENT, COURSE, ORDER, CYCLE,
    Column("cycle_day", "Day of the cycle."),
    Column("on", "Day it was given.", "day"),
    DRUG,
    Column("ordered_mg", "Dose of the order, mg."),
    Column("given_mg", "What ran in, mg; 0: not given."),
    Column("started", "Time of the day.", "clock"),
    Column("stopped", "Time of the day; empty while it ran.", "clock"),
    Column("access", "peripheral, port, picc or other."),
    Column("site", "Where, as typed.", "words"),
    Column("batches", "Batches with their expiry.", "words"),
    Column("event", "none, infusion reaction or extravasation."),
    Column("done", "What was done about it.", "words"),
    Column("reason", "Why less, more or nothing was given.", "words"),
    Column("note", "Note as typed.", "words"),
    BY, Column("at", "When it was written down (UTC).", "moment"), *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

DISPENSED = Table("dispensed", "Tablets handed out", (
    PATIENT, COURSE, CYCLE, DRUG,
    Column("strength_mg", "Strength of one tablet, mg."),
    Column("tablets", "How many."),
    Column("packs", "Whole packs among them."),
    Column("on", "Day.", "day"),
    Column("leftover", "yes: tablets the patient had brought back."),
    Column("batch", "Batch.", "words"),
    Column("expiry", "Expiry.", "words"),
    Column("reason", "Reason, where leftovers were handed out again.", "words"),
    BY, *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

MEASUREMENTS = Table("measurements", "Heights and weights", (
    PATIENT,
    Column("kind", "height_cm or weight_kg."),
    Column("value", "In that unit, as typed."),
    Column("on", "Day.", "day"),
    BY, ROW, ENTRY,
))  # fmt: skip

VISITS = Table("visits", "Visits", (
    PATIENT, COURSE,
    Column("on", "Day.", "day"),
    CYCLE, Column("cycle_day", "Day of the cycle; above its length while the next one is delayed."),
    Column("complete", "no: half-done, values may still change."),
    Column("temperature_c", "Temperature, degrees Celsius."),
    Column("pulse_per_min", "Pulse a minute."),
    Column("systolic_mmhg", "Systolic pressure, mmHg."),
    Column("diastolic_mmhg", "Diastolic pressure, mmHg."),
    Column("spo2_percent", "Oxygen saturation, percent."),
    Column("weight_kg", "Weight, kg."),
    Column("ecog", "ECOG, 0 to 4."),
    Column("any_event", "no: asked, and there is no adverse event; empty: not said."),
    Column("asked_not_present", "CTCAE terms asked for and not there.", "words"),
    Column("patient_reported", "Scores 0 to 4 the patient gave; no CTCAE grades.", "words"),
    Column("tablets_returned", "Tablets brought back, strength in mg=tablets."),
    Column("tablets_cycle", "The cycle they belong to."),
    Column("new_medicines", "New medicines as typed.", "words"),
    Column("note", "Note as typed.", "words"),
    BY, ROW, ENTRY,
))  # fmt: skip

LABS = Table("labs", "Laboratory values that count, with their CTCAE grades", (
    PATIENT,
    Column("analyte", "Name of the test.", "code", known.is_analyte),
    Column("loinc", "LOINC code that fits test and unit; empty where none is known here."),
    Column("value", "As reported."),
    Column("unit", "As reported.", "code", known.is_unit),
    Column("lln", "Lower limit of normal, in that unit."),
    Column("uln", "Upper limit of normal, in that unit."),
    Column("on", "Day of the sample.", "day"),
    Column("time", "Time of the sample, where the laboratory said it.", "clock"),
    Column("corrected", "yes: a value the laboratory put right."),
    CYCLE, Column("cycle_day", "Day in the last cycle signed or given here by then."),
    Column("ctcae", "Version of the CTCAE it is graded by."),
    Column("term", "CTCAE term.", "code", known.is_term),
    Column("grade", "Grade, 0 none; the highest of those possible; empty where none can be given."),
    Column("grades_possible", "Every grade the number allows; several: a person has to decide."),
    Column("baseline", "Baseline used: the last value of that unit up to day 1 of the course."),
    Column("why", "Why this grade, or why none."),
    BY, ROW, ENTRY,
))  # fmt: skip

EVENTS = Table("adverse_events", "Adverse events: one row a grade and its time", (
    PATIENT, COURSE,
    Column("number", "Number of the event of this patient."),
    Column("segment", "1 for the first grade, then on."),
    Column("segments", "How many grades the event has."),
    Column("term", "CTCAE term as picked.", "code", known.is_term),
    Column("code", "MedDRA lowest level term code, as the CTCAE carries it.", "code", known.is_term),
    Column("soc", "System organ class of the CTCAE.", "code", known.is_term),
    Column("ctcae", "Version of the CTCAE it was graded by."),
    Column("specify", "Words of an 'Other, specify' term.", "words"),
    Column("reported_words", "What patient or nurse said.", "words"),
    Column("grade", "Grade from `grade_from` on."),
    Column("grade_from", "Day from which this grade holds.", "day"),
    Column("grade_to", "Last day of this grade; empty while it holds or nobody knows.", "day"),
    Column("start", "Start of the event: day, month or year, as known.", "part_day"),
    Column("end", "End of the event.", "part_day"),
    Column("ongoing", "Whether it goes on."),
    CYCLE, Column("cycle_day", "Of the onset, as kept with the event."),
    Column("before_infusion", "On a day of infusion: whether it began before."),
    Column("at_baseline", "Whether it was there before the treatment."),
    Column("baseline_grade", "Grade it had then."),
    Column("elsewhere", "yes: before the course was taken over from another hospital."),
    Column("location", "Side or place as typed.", "words"),
    Column("serious", "Whether it was serious (ICH E2A); empty: not yet said."),
    Column("criteria", "Which criteria made it so."),
    Column("attribution", "By suspect: 1 unrelated, 2 unlikely, 3 possible, 4 probable, 5 definite.",
           "code", known.is_pairs),
    Column("actions", "Action taken by drug (CDISC C66767).", "code", known.is_pairs),
    Column("outcome", "Outcome (CDISC C66768)."),
    Column("immune", "Suspected to be immune-related: yes, no, unsure; empty: not asked."),
    Column("cause", "What a person named as its cause.", "code", known.is_drug),
    Column("cause_named_by", "Who named it.", "person"),
    Column("treated", "Whether it was treated."),
    Column("treatment", "With what, as typed.", "words"),
    Column("steroid_start", "Steroid from.", "day"),
    Column("steroid_peak_mg_kg", "Peak of steroid, mg/kg prednisone-equivalent a day."),
    Column("steroid_end", "Steroid to.", "day"),
    Column("other_action", "Other action as typed.", "words"),
    Column("dose_limiting", "Whether it limited the dose."),
    Column("expected", "Whether it was expected."),
    Column("evidence", "Number the grade came from, in words.", "words"),
    Column("note", "Note as typed.", "words"),
    Column("said_by", "Who said this grade.", "person"),
    *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

DECISIONS = Table("decisions", "Decisions about drugs", (
    PATIENT, COURSE, CYCLE, DRUG,
    Column("taken", "accept, change or decline what the rules proposed."),
    Column("starting_percent", "Start lowered to this percent for good."),
    Column("percent", "Percent of the start from that cycle on."),
    Column("level", "Level in the drug's own unit, in the place of a percent."),
    Column("hold_from", "Held from.", "day"),
    Column("hold_until", "Held until; empty: until further notice.", "day"),
    Column("stop_from", "Stopped for good from.", "day"),
    Column("rules", "Ids of the rules that proposed it.", "code", known.is_rules),
    Column("events", "Adverse events the rules pointed to, by row_id.", "rows"),
    Column("reason_code", "Coded reason.", "code", known.is_reason),
    Column("reason", "Reason in words.", "words"),
    BY, Column("role", "Their role."), Column("at", "When (UTC).", "moment"), *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

DELAYS = Table("delays", "Cycles put off", (
    PATIENT, COURSE, CYCLE,
    Column("days", "By so many days."),
    Column("shift", "all: later cycles move too; this: only this one."),
    Column("reason_code", "Coded reason.", "code", known.is_reason),
    Column("reason", "Reason in words.", "words"),
    BY, Column("at", "When (UTC).", "moment"), WITHDRAWN[0], ROW, ENTRY,
))  # fmt: skip

HOLDS = Table("holds", "Holds and stops of one drug", (
    PATIENT, COURSE, DRUG,
    Column("start", "First day.", "day"), Column("start_half", "am or pm: the first half day not taken."),
    Column("end", "Last day; empty: until further notice.", "day"), Column("end_half", "Last half day not taken."),
    Column("stop", "yes: stopped for good."),
    Column("reason_code", "Coded reason.", "code", known.is_reason),
    Column("reason", "Reason in words.", "words"),
    BY, Column("at", "When (UTC).", "moment"), WITHDRAWN[0], ROW, ENTRY,
))  # fmt: skip

ALL = (
    PATIENTS, COURSES, DOSES, RESTARTS, INFUSIONS, DISPENSED, MEASUREMENTS, VISITS, LABS, EVENTS, DECISIONS, DELAYS,
    HOLDS,
)  # fmt: skip
