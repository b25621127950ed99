"""The clinic of a day: who comes, what is missing, what goes on paper, and the pack for days without the program."""
