"""The parts of the pages that bring a journal in and take everything out."""
