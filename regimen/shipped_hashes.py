"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "d272322580433d4ee56b5187cdc772b5728d0580205ff5eb9d27977b8154eb74",
    "regimens/gc-durvalumab.toml": "5980fd04cfb3f1eb7671a775d4bdab35bf9e6cba489845d2acff67ed61a8f88d",
    "regimens/gc-pembrolizumab.toml": "3348029b41fb477f42e2c98bbc1ef43b437e751cfea9479b511c57e3b2c36cc6",
    "regimens/gc.toml": "92fb37c47f6e8b49dbcbb3b8a4d53de42372502c479fafe986610f7271c537a7",
    "regimens/gemox-both-days.toml": "d201b3962829532723f254036014c64cf4f62ad9aad1039aad92819e0b7f4273",
    "regimens/gemox-d1d8.toml": "2a95530e7bec06a54a638fe38a587b596e2b13e6e667f8002f3bce32eb2f2a14",
    "regimens/gemox-q14.toml": "554c650737fac6167da52a6c32586001685001c336568d3b5237c770cb4ab661",
    "regimens/ici-capox.toml": "73502ad10ab199a0d4ea0168c3826fd1ad9961a09d4e2ccec0f951fc0efa5452",
    "practices/cn.toml": "df91095a7ac2242a0df81f77d66ebae15e0e64fb77294fa17b6ecae1844cd1b1",
    "practices/eu.toml": "0cf457ea14526af307fb68d1015ae03e25760e09cd87319de0082241b6af8422",
    "practices/us.toml": "5b89010fd2498e28598b030bb16fd7b86f35c8e242d742c5122df46cf53ebef6",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
    "supportive/own-set.toml": "97f3b29c8e4b4fb67e09a7dc2ff7a3c31c89937ec1642cc017065e0a77910eb1",
}
