"""The pages of the window. None knows another: each asks its window by a signal."""
