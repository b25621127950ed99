"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "8efb67a71268b0a11a96b40f0ded3516da0f9a549274b9009779a5bc0914fa23",
    "regimens/gc-durvalumab.toml": "fb378d6afab067c9674a9fedb44b51eac8d526a7deea025488e9ed398fba9a90",
    "regimens/gc-pembrolizumab.toml": "053e7393b8c18c0ce8f9e236bd20ae3fdd90cee1c39303406a344fa787e82292",
    "regimens/gc.toml": "4cd9def47e007400e9780c4d3cdde3a7c9f6492dce11ac8afed68954ed567c66",
    "regimens/gemox-both-days.toml": "22fbc1e8fe48deabeeaaa4e5dde34f7cd4c7d9b741e55f92e29e402b2dc5356c",
    "regimens/gemox-d1d8.toml": "7cfaf90df4df1570894d4ed4b9ca21b3271b593b8cefc1068c4569aa571e7c3c",
    "regimens/gemox-q14.toml": "d5fb3830b34df7801bb76d324f9d1e941655041e9db934ef9acf95c197b9ece4",
    "regimens/ici-capox.toml": "85f2c1943ee97e2c1c7e074d1948c6bf26c3c66e840821196422aea43a69e78d",
    "practices/cn.toml": "df91095a7ac2242a0df81f77d66ebae15e0e64fb77294fa17b6ecae1844cd1b1",
    "practices/eu.toml": "0cf457ea14526af307fb68d1015ae03e25760e09cd87319de0082241b6af8422",
    "practices/us.toml": "5b89010fd2498e28598b030bb16fd7b86f35c8e242d742c5122df46cf53ebef6",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
    "supportive/own-set.toml": "97f3b29c8e4b4fb67e09a7dc2ff7a3c31c89937ec1642cc017065e0a77910eb1",
}
