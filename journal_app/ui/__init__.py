"""The window of Tend: the only widgets of the program."""
