"""Inputs for the calculators as people, spreadsheets and programs could send them; for tests and bench."""

import random

ODD = (
    "", " ", "NaN", "nan", "Infinity", "-Infinity", "1e400", "1E-400", "0", "-0", "-1", "1,5", "1 5", "1_000", "٣", "½",
    "0x10", "1.", ".5", "+5", "--5", "5kg", "1/2", "None", "null", "true", "\x00", "\u202e5", "9" * 40, "0." + "9" * 40,
    "'; DROP TABLE", "=1+1", "𝟏𝟔𝟓", "１６５", "1\n5", "5e3", "165,5", "1.234.567", "1'000", "\ufeff165",
)  # fmt: skip
WORDS = {
    "formula": (
        "mosteller",
        "du_bois",
        "dubois",
        "haycock",
        "boyd",
        "schlich",
        "livingston_lee",
        "cockcroft_gault",
        "MOSTELLER",
    ),
    "sex": ("female", "male", "F", "m", "x"),
    "rounding": ("us_150", "eu_table", "nearest_plan", "none"),
    "tablets_mg": ("150,500", "500", "150", "300,500", "150,300,500", "500,150", "150;500", "0", "1,2,3,4,5,6"),
    "drug": ("oxaliplatin", "cisplatin", "gemcitabine", "pembrolizumab", "durvalumab", "aspirin", "OXALIPLATIN"),
    "diluent": ("glucose 5 %", "sodium chloride 0.9 %", "D5W", "NS", "water"),
    "convention": ("nominal", "added", "final", "other"),
    "practice": ("us", "eu", "cn", "../us"),
    "table": ("eu_1000", "eu_1250", "us_1250_pre2022", "/dev/null", "", "\x00", "nonexistent.csv"),
    "variant_1": ("reference", "*2A", "c.2846A>T", "HapB3", "c.1236G>A", "foo"),
    "variant_2": ("reference", "*13", "c.557A>G", "c.1905+1G>A", ""),
}
SPANS = {
    # key: lowest and highest of a number drawn, decimals
    "height_cm": (90, 240, 1), "weight_kg": (20, 320, 1), "age_y": (15, 115, 0), "scr_umol_l": (10, 1600, 0),
    "scr_mg_dl": (0, 20, 2), "bsa_m2": (0, 4, 3), "dose_mg": (0, 6000, 1), "max_variance_percent": (0, 60, 1),
    "level_mg_m2": (0, 1600, 1), "percent": (0, 120, 1), "volume_ml": (0, 1200, 0), "concentrate_mg_ml": (0, 60, 1),
    "calc_mg": (0, 3000, 3), "given_mg": (0, 3000, 3), "limit_percent": (0, 30, 1),
}  # fmt: skip
KEYS = {
    "bsa": ("height_cm", "weight_kg", "formula", "sex"),
    "weights": ("height_cm", "weight_kg", "sex"),
    "crcl": ("age_y", "sex", "weight_kg", "scr_umol_l", "scr_mg_dl"),
    "egfr": ("age_y", "sex", "scr_umol_l", "scr_mg_dl", "bsa_m2"),
    "tablets": ("dose_mg", "tablets_mg", "max_variance_percent"),
    "capecitabine": ("level_mg_m2", "bsa_m2", "percent", "rounding", "tablets_mg", "practice", "table"),
    "infusion": ("drug", "dose_mg", "volume_ml", "diluent", "convention", "concentrate_mg_ml"),
    "dpyd": ("variant_1", "variant_2"),
    "variance": ("calc_mg", "given_mg", "limit_percent"),
    "band": ("table", "calc_mg"),
}


def _value(chance: random.Random, key: str) -> str:
    if chance.random() < 0.06:
        return chance.choice(ODD)
    if key in WORDS:
        return chance.choice(WORDS[key])
    low, high, places = SPANS[key]
    scale = 10**places
    whole = chance.randint(low * scale, high * scale)
    return f"{whole // scale}.{whole % scale:0{places}d}" if places else str(whole)


def one_input(chance: random.Random) -> tuple[str, dict[str, str]]:
    """A calculator and its arguments, mostly plausible, often with a key missing, superfluous or odd."""
    name = chance.choice(tuple(KEYS))
    words = {key: _value(chance, key) for key in KEYS[name] if chance.random() < 0.93}
    if name in ("crcl", "egfr") and chance.random() < 0.9:
        words.pop(chance.choice(("scr_umol_l", "scr_mg_dl")), None)
    if name == "capecitabine" and chance.random() < 0.7:
        words.pop("table", None)
    if chance.random() < 0.03:
        words[chance.choice(("colour", "", "HEIGHT_CM", "height_cm "))] = "1"
    return name, words
