"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "37225aa47ed41b208b4850439c3e4527af014ff3bfc813e20b879a12f25ecacb",
    "regimens/gc-durvalumab.toml": "15bc0c726289d83590be7bc33f1592e97eb1d325a7d3d7f8751e6f17c1aec91e",
    "regimens/gc-pembrolizumab.toml": "9030251761593ca97bfedbbe8c7484d7814d23d4c277181cf8b2b6778b551c19",
    "regimens/gc.toml": "92fb37c47f6e8b49dbcbb3b8a4d53de42372502c479fafe986610f7271c537a7",
    "regimens/gemox-both-days.toml": "5b65465c73a666b5c6aeb46cd8b68e9c50e0a9c9fc1284c7f22276d7e90db9d1",
    "regimens/gemox-d1d8.toml": "2ea24303f1c33f6a36939f0205590c540a4459365ef5cc5181c2e26cf4b0fd52",
    "regimens/gemox-q14.toml": "3353819908805d9f666b074efb6770e9f7966b044c8983c718aa9722cc78415e",
    "regimens/ici-capox.toml": "8eda6dc47c3f8450463b724d6066caff76465c4d6c04cca57372680b946f645c",
    "practices/cn.toml": "df91095a7ac2242a0df81f77d66ebae15e0e64fb77294fa17b6ecae1844cd1b1",
    "practices/eu.toml": "0cf457ea14526af307fb68d1015ae03e25760e09cd87319de0082241b6af8422",
    "practices/us.toml": "5b89010fd2498e28598b030bb16fd7b86f35c8e242d742c5122df46cf53ebef6",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
    "supportive/own-set.toml": "97f3b29c8e4b4fb67e09a7dc2ff7a3c31c89937ec1642cc017065e0a77910eb1",
}
