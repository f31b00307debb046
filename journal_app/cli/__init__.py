"""The command line: the journal for scripts and terminals, over the services of the window."""
