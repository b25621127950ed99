"""The calendar page: the very pages that will print, printing, saving, appointments."""
