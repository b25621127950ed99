"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
    "regimens/capox.toml": "3dea168ff2e6a43e0c64c3d5acaf0af2033ecdd3dcc156f16fe910feb4a11c5a",
    "regimens/gc-durvalumab.toml": "755c8ed41304b6450a035be421808b4ad29dd16f7df0195427427de00b596c72",
    "regimens/gc-pembrolizumab.toml": "13b9ca8913a3d707987d2f1dbcb6e40656a4fea9e8831630d10c5bf9adf19f33",
    "regimens/gc.toml": "4a207b621baeb51a3bf43781959fce0352f3ccf4b6a97fbc0496037307916471",
    "regimens/gemox-both-days.toml": "06f42a957368b9c1af3466c06667af18b2d15b5c051a41de5a01de72020a1e9e",
    "regimens/gemox-d1d8.toml": "94b99cd978e17a1d649b9584c9524c5a5f54913c631925c011953781e59b1f08",
    "regimens/gemox-q14.toml": "4eb9c1ecd62427ef1516af7ff159146970d7b71c1e99cf6a764404b7ee392211",
    "regimens/ici-capox.toml": "2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d",
    "practices/cn.toml": "afb962bdfb926cfe59558b96c12e910acd8e60e580dc77028f3416c2abeea819",
    "practices/eu.toml": "a844143abd6e52fcb77fdc7bf80661dbf04a18d0483d376d1af2231b4d87c329",
    "practices/us.toml": "63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533",
    "tables/eu_1000.toml": "1da358cc84eaadcb9a098d597987e9be80a704523bb36d7791140d54e4fee82e",
    "tables/eu_1250.toml": "e709104b85e4f2980cc68a384532e21481662e861919b92089d76318f20d5d32",
    "tables/us_1250_pre2022.toml": "9e808cc6b78e5c077a0b3646cc16e0771b8dff4b9e2b7906619a3357f3fabb46",
}
