"""Words found nowhere else, that the run of the window for leaks types as names, numbers and notes."""

from datetime import date

NAME, NUMBER, NOTE, DRUG = "Quillfeather Zebedina", "ZQ7741Z88", "zanzibarnote", "zopiclofaux"
DRAFT, SEARCHED, VISIT, NUMBER_2 = "Yarrowmantle", "Quillfea", "vermilionvisit", "YQ5512Y31"
MARKERS = (NAME, "Quillfeather", "Zebedina", NUMBER, NOTE, DRUG, DRAFT, VISIT, NUMBER_2)
#: Exports that were asked for without names have this in theirs.
UNNAMED = "unnamed"
DAY1 = date(2026, 3, 2)
