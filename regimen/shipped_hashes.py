"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "d3c854ad3fb952ac87c886a03e701f0f4c450e97609deef5cd58264876898e67",
    "regimens/gc-durvalumab.toml": "f583705390508aed8f5880bb670923add44502965cca3900d45f7b7afeb03c9e",
    "regimens/gc-pembrolizumab.toml": "20fbcbd07bc9246d4f04a65f6bde909ec6c5fcd885bfb71e9b9faeb4ade23c6f",
    "regimens/gc.toml": "92fb37c47f6e8b49dbcbb3b8a4d53de42372502c479fafe986610f7271c537a7",
    "regimens/gemox-both-days.toml": "b4a17cabf5b5888509c29ca4b5eab9042c6b574084677799ccef24119a3ff87e",
    "regimens/gemox-d1d8.toml": "65476f644dc8ea35f6adac4f9ad5274af8397323c97a9fbf92a08928bf831705",
    "regimens/gemox-q14.toml": "cfd95a0c2454d84f7892842210dc46cf68c7a148201558f750bc55ae98886e83",
    "regimens/ici-capox.toml": "2fa70b0f7ab5ec9d9f520dbb411227d932f4231918a91909802150f6ddf35ee3",
    "practices/cn.toml": "df91095a7ac2242a0df81f77d66ebae15e0e64fb77294fa17b6ecae1844cd1b1",
    "practices/eu.toml": "0cf457ea14526af307fb68d1015ae03e25760e09cd87319de0082241b6af8422",
    "practices/us.toml": "5b89010fd2498e28598b030bb16fd7b86f35c8e242d742c5122df46cf53ebef6",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
    "supportive/own-set.toml": "97f3b29c8e4b4fb67e09a7dc2ff7a3c31c89937ec1642cc017065e0a77910eb1",
}
