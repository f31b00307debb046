"""Benchmarks: how long things take beside a floor of the same run; never a pass or fail.

A part is a module here with ``measure(sizes) -> Iterable[Row]`` and a line in ``PARTS``; what has
to be a process of its own lies in ``children``.
"""
