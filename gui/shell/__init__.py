"""The main window: rail, pages, messages."""
