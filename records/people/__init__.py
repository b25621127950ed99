"""Who works here: accounts, passwords, what a role may do, who sits at this run of the program."""
