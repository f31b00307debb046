"""Children: programs that are started to be measured, each printing what it saw of the clock."""
