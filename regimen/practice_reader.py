"""A practice profile, a capecitabine table and a site's settings over a profile, read as strictly as a regimen file."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from regimen.practice import (
    BandRow,
    BsaFormula,
    CapecitabineTable,
    CrclWeight,
    Fever,
    FirstDose,
    Policy,
    Profile,
    Rounding,
    TableRow,
)
from regimen.reader_examples import read_own_examples
from regimen.toml_check import Findings, Table, parse
from regimen.toml_write import toml_text

SCHEMA = 1
FORMULAS: tuple[BsaFormula, ...] = (
    "mosteller", "du_bois", "haycock", "gehan_george", "boyd", "fujimoto", "takahira", "shuter_aslani", "schlich",
    "livingston_lee",
)  # fmt: skip
CRCL_WEIGHTS: tuple[CrclWeight, ...] = ("actual", "ideal", "adjusted", "auto")
ROUNDINGS: tuple[Rounding, ...] = ("us_150", "eu_table", "nearest_plan")
FIRST_DOSES: tuple[FirstDose, ...] = ("morning", "evening", "next_morning")
DUTIES: tuple[Literal["test_first", "may_record"], ...] = ("test_first", "may_record")
CREATININE_UNITS: tuple[Literal["mg/dL", "umol/L"], ...] = ("mg/dL", "umol/L")
DATE_STYLES: tuple[Literal["mdy", "dmy", "ymd"], ...] = ("mdy", "dmy", "ymd")
NUMBER_STYLES: tuple[Literal["comma", "thin_space"], ...] = ("comma", "thin_space")
PAPERS: tuple[Literal["a4", "letter"], ...] = ("a4", "letter")
LABELS = ("us", "eu", "cn")
SITE_SETTING = "site setting"
NO_CAP = "none"


def read_profile(text: str, name: str) -> Profile:
    """The practice profile a file holds.

    text    the file's exact text, kept with its SHA-256
    name    the file's name, for refusals
    raises  Refused with every finding, each naming file and place
    """
    findings = Findings(name)
    top = Table(findings, parse(text, name))
    _check_schema(top)
    sources = _read_sources(top)
    limit_sets = top.table("limit_sets", required=True)
    ident = top.name("id")
    profile = Profile(
        id=ident,
        version=top.text("version"),
        title=top.text("title"),
        country=_country(top),
        region=top.text("region", default="") or None,
        policy=_read_policy(top, sources),
        renal_rules=top.name("renal_rules"),
        limit_sets={} if limit_sets is None else _read_limit_sets(limit_sets),
        dpyd_duty=top.one_of("dpyd_duty", DUTIES),
        creatinine_unit=top.one_of("creatinine_unit", CREATININE_UNITS),
        blood_test_days_before=_ascending(top, "blood_test_days_before", 0, 28),
        fever=_read_fever(top),
        ctcae=top.one_of("ctcae", ("5.0", "6.0")),
        date_style=top.one_of("date_style", DATE_STYLES),
        number_style=top.one_of("number_style", NUMBER_STYLES),
        paper=top.one_of("paper", PAPERS),
        language=top.name("language"),
        to_verify=top.texts("unverified", empty=True),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        sources=sources,
        labels=_read_labels(top, ident),
        examples=read_own_examples(top),
    )
    for key in ("renal_rules", "dpyd_duty", "ctcae", "blood_test_days_before"):
        if key not in sources:
            top.wrong(f"sources.{key}", "is missing; every setting says where it comes from")
    top.done()
    findings.raise_if_any()
    return profile


def _read_labels(top: Table, ident: str) -> str:
    """Whose labels are followed. A profile called us, eu or cn need not say it; any other must, nothing is guessed."""
    if ident in LABELS and not top.has("labels"):
        return ident
    return top.one_of("labels", LABELS)


def overlay_profile(profile: Profile, site: Mapping[str, object]) -> Profile:
    """The profile with a site's settings laid over it, checked as a profile file is.

    site     the keys of a profile file that the site changes, as nested mappings (`{"policy": {"share_vials": True}}`);
             a table is merged, anything else replaced
    returns  a profile whose text is the merged file, so that its hash names exactly what was used
    raises   Refused, with `site settings` in the place of the file's name
    """
    name = "site settings"
    merged = _merge(parse(profile.text, profile.id), site, "")
    merged.pop("example", None)  # they were worked out for the profile itself
    merged.setdefault("labels", profile.labels)  # a site that renames its profile still follows the same labels
    policy = merged.get("policy")
    if isinstance(policy, dict) and policy.get("bsa_cap_m2", NO_CAP) is None:
        policy["bsa_cap_m2"] = NO_CAP  # null in a case or in stored settings
    sources = merged.get("sources")
    if isinstance(sources, dict):
        given = site.get("sources")
        named = given if isinstance(given, Mapping) else {}
        sources |= {key: SITE_SETTING for key in _paths(site) if key in sources and key not in named}
        sources |= {key: SITE_SETTING for key in _paths(site) if key.startswith("policy.") and key not in sources}
    return read_profile(toml_text(merged, name), name)


def read_table(text: str, name: str) -> CapecitabineTable:
    """A capecitabine dose table by BSA (assets/tables). Raises Refused with every finding."""
    findings = Findings(name)
    top = Table(findings, parse(text, name))
    _check_schema(top)
    rows: list[TableRow] = []
    for table in top.tables("row", required=True):
        row = TableRow(table.maybe_number("upto_m2", Decimal("0.5"), 4), _read_cells(table))
        if rows:
            _check_row(table, rows[-1], row)
        table.done()
        rows.append(row)
    if rows and rows[-1].upto_m2 is not None:
        top.wrong("row", "the last row has an upto_m2, so a larger patient has no row")
    read = CapecitabineTable(
        id=top.name("id"),
        level=top.amount("level_mg_m2"),
        rows=tuple(rows),
        source=top.text("source"),
        to_verify=top.flag("to_verify", default=False),
    )
    top.done()
    findings.raise_if_any()
    return read


def _read_cells(row: Table) -> dict[Decimal, Decimal]:
    cells = row.table("dose_mg", required=True)
    if cells is None:
        return {}
    doses: dict[Decimal, Decimal] = {}
    for key in cells.entries():
        if key not in {"100", "75", "50"}:
            continue  # `done` refuses it
        doses[Decimal(key)] = cells.amount(key)
    if Decimal(100) not in doses:
        cells.wrong("100", "is missing")
    cells.done()
    return doses


def _check_row(table: Table, before: TableRow, row: TableRow) -> None:
    if before.upto_m2 is None:
        table.wrong("upto_m2", "the row before has no upto_m2 and is the last one")
    elif row.upto_m2 is not None and row.upto_m2 <= before.upto_m2:
        table.wrong("upto_m2", f"{row.upto_m2} does not come after {before.upto_m2}; the rows ascend")
    if row.dose_mg.keys() != before.dose_mg.keys():
        table.wrong("dose_mg", "has other columns than the row before")
    elif any(dose < before.dose_mg[percent] for percent, dose in row.dose_mg.items()):
        table.wrong("dose_mg", "is lower than in the row before, for a larger patient")


def _check_schema(top: Table) -> None:
    if top.whole("schema", -(10**9), 10**9) != SCHEMA:
        top.wrong("schema", f"this program reads schema {SCHEMA} only")
        top.findings.raise_if_any()


def _country(top: Table) -> str:
    country = top.text("country")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        top.wrong("country", f"{country!r} is no country code of two capital letters (ISO 3166)")
    return country


def _ascending(table: Table, key: str, low: int, high: int) -> tuple[int, ...]:
    days = table.wholes(key, low, high, required=True)
    if list(days) != sorted(days):
        table.wrong(key, "the days do not ascend")
    return days


def _read_sources(top: Table) -> dict[str, str]:
    table = top.table("sources", required=True)
    if table is None:
        return {}
    sources = {key: table.text(key) for key in table.entries()}
    table.done()
    return sources


def _read_limit_sets(table: Table) -> dict[str, str]:
    """Regimen id -> limit set; `default` serves every other regimen and becomes the key ""."""
    chosen = {"" if key == "default" else key: table.name(key) for key in table.entries()}
    if "" not in chosen:
        table.wrong("default", "is missing")
    table.done()
    return chosen


def _read_fever(top: Table) -> Fever:
    table = top.table("fever", required=True)
    if table is None:
        return Fever(Decimal(38), None, "")
    fever = Fever(table.number("celsius", 36, 40), table.maybe_number("fahrenheit", 96, 104), table.text("source"))
    table.done()
    return fever


def _read_policy(top: Table, sources: Mapping[str, str]) -> Policy:
    table = top.table("policy", required=True)
    if table is None:
        table = Table(Findings(top.findings.name), {})  # the missing table is one finding, not thirty
    variance = table.table("max_variance_percent", required=True)
    policy = Policy(
        bsa_formula=table.one_of("bsa_formula", FORMULAS),
        bsa_cap_m2=_cap(table),
        crcl_weight=table.one_of("crcl_weight", CRCL_WEIGHTS),
        capecitabine_rounding=table.one_of("capecitabine_rounding", ROUNDINGS),
        tablets_mg=_sizes(table, "tablets_mg"),
        tablet_packs={Decimal(size): count for size, count in _packs(table).items()},
        max_variance_oral_percent=Decimal(0) if variance is None else variance.number("oral", 0, 50),
        max_variance_iv_percent=Decimal(0) if variance is None else variance.number("iv", 0, 50),
        unequal_am_pm=table.flag("unequal_am_pm"),
        unequal_most_mg=table.number("unequal_most_mg", 0, 2000),
        first_dose=table.one_of("first_dose", FIRST_DOSES),
        dose_steps_mg=_amount_by_drug(table, "dose_steps_mg"),
        default_step_mg=table.amount("default_step_mg"),
        bands=_read_bands(table),
        vials_mg=_vials(table),
        volumes_ml=_amount_by_drug(table, "volumes_ml"),
        diluents=_text_by_drug(table, "diluents"),
        weight_change_percent=table.number("weight_change_percent", 0, 100),
        dose_change_percent=table.number("dose_change_percent", 0, 100),
        near_crcl_ml_min=table.number("near_crcl_ml_min", 0, 20),
        weight_valid_days=table.whole("weight_valid_days", 0, 365),
        lab_valid_days=table.whole("lab_valid_days", 0, 90),
        creatinine_valid_days=table.whole("creatinine_valid_days", 0, 365),
        height_change_cm=table.number("height_change_cm", 0, 50),
        share_vials=table.flag("share_vials"),
    )
    if variance is not None:
        variance.done()
    table.done()
    for key in table.entries():
        if f"policy.{key}" not in sources:
            top.wrong(f"sources.'policy.{key}'", "is missing; every setting says where it comes from")
    return policy


def _cap(policy: Table) -> Decimal | None:
    """`"none"` says in so many words that there is no cap."""
    if policy.data.get("bsa_cap_m2") == NO_CAP:
        policy.text("bsa_cap_m2")
        return None
    return policy.number("bsa_cap_m2", Decimal("1.5"), 3)


def _sizes(table: Table, key: str) -> tuple[Decimal, ...]:
    sizes = table.amounts(key, required=True)
    if list(sizes) != sorted(sizes):
        table.wrong(key, "the sizes do not ascend")
    return sizes


def _packs(policy: Table) -> dict[str, int]:
    """Tablet strength, mg -> tablets in a pack."""
    table = policy.table("tablet_packs")
    if table is None:
        return {}
    packs = {}
    for size in table.entries():
        if not (size.isascii() and size.isdigit() and len(size) <= 5):
            table.wrong("", f"{size!r} is no tablet strength in mg")
        else:
            packs[size] = table.whole(size, 1, 1000)
    table.done()
    return packs


def _amount_by_drug(policy: Table, key: str) -> dict[str, Decimal]:
    table = policy.table(key)
    if table is None:
        return {}
    amounts = {drug: table.amount(drug) for drug in table.entries()}
    table.done()
    return amounts


def _text_by_drug(policy: Table, key: str) -> dict[str, str]:
    table = policy.table(key)
    if table is None:
        return {}
    texts = {drug: table.text(drug) for drug in table.entries()}
    table.done()
    return texts


def _vials(policy: Table) -> dict[str, tuple[Decimal, ...]]:
    table = policy.table("vials_mg")
    if table is None:
        return {}
    vials = {drug: _sizes(table, drug) for drug in table.entries()}
    table.done()
    return vials


def _read_bands(policy: Table) -> dict[str, tuple[BandRow, ...]]:
    """Drug -> imported band table, ascending and without overlap."""
    table = policy.table("bands")
    if table is None:
        return {}
    bands: dict[str, tuple[BandRow, ...]] = {}
    for drug in table.entries():
        rows: list[BandRow] = []
        for item in table.tables(drug, required=True):
            row = BandRow(item.amount("from_mg"), item.amount("to_mg"), item.amount("dose_mg"))
            if row.to_mg < row.from_mg:
                item.wrong("to_mg", f"{row.to_mg} is below the from_mg of {row.from_mg}")
            if rows and row.from_mg <= rows[-1].to_mg:
                item.wrong("from_mg", f"{row.from_mg} belongs to the row before as well")
            item.done()
            rows.append(row)
        bands[drug] = tuple(rows)
    table.done()
    return bands


def _merge(base: Mapping[str, object], over: Mapping[str, object], place: str) -> dict[str, object]:
    """`over` laid on `base`. A cap, a step, a stock list is replaced; a table is merged key by key."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, Mapping):
            merged[key] = _merge(old, value, f"{place}{key}.")
        else:
            merged[key] = value
    return merged


def _paths(site: Mapping[str, object]) -> tuple[str, ...]:
    """The keys a site changes, as the [sources] table names them."""
    policy = site.get("policy")
    inner = tuple(f"policy.{key}" for key in policy) if isinstance(policy, Mapping) else ()
    return tuple(site) + inner
