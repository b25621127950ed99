"""What the commands `database` do, on which store and in whose name."""
