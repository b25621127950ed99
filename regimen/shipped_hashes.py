"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "c7ebe43833e273c5136136a495a127c489bbbe752d996ccf314415e04f32da97",
    "regimens/gc-durvalumab.toml": "50a0219bb14b16280b0fa2879da311a839bd9e2149426eb4c1f8fae25071544d",
    "regimens/gc-pembrolizumab.toml": "97ffda8b370d56a6226201b6b4649662a3f7983e20dd92dee069bf8581891572",
    "regimens/gc.toml": "ab33a2592b0f843eb48dbc2b5ace0c992720377148dee5b723abd1b3c26b015c",
    "regimens/gemox-both-days.toml": "00e0c80c42a4fe9cb52b504387cb79ddc297ae05c727bbff6dbb80c400578627",
    "regimens/gemox-d1d8.toml": "63edc3ee9abb95454142d03c11749f9bbc233b7b9c5faacdc8e5c04cc84c40dd",
    "regimens/gemox-q14.toml": "38fc50a7402323e8480a15f579ee4f4b52d9c61b23eea82dbb86ab21ae4dfed0",
    "regimens/ici-capox.toml": "f8ce83f32394018033010a2c594a8dfd700d72911938effed6c7fc91e276b924",
    "practices/cn.toml": "df91095a7ac2242a0df81f77d66ebae15e0e64fb77294fa17b6ecae1844cd1b1",
    "practices/eu.toml": "0cf457ea14526af307fb68d1015ae03e25760e09cd87319de0082241b6af8422",
    "practices/us.toml": "5b89010fd2498e28598b030bb16fd7b86f35c8e242d742c5122df46cf53ebef6",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
}
