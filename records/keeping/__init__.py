"""Where the records lie and how a program holds them: file, lock, server, configuration, program version."""
