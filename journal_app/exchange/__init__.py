"""What leaves the program and in what shape; knows no store and no window."""
