"""What Windows needs of a program."""
