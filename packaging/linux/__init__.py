"""What a Linux desktop needs of a program."""
