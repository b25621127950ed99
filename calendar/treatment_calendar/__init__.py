"""When it is given: cycles on dates, delays, holds and holidays, and every page the program prints."""
