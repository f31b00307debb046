"""The window of Tend: the only widgets of the program."""

import sys

import PySide6.QtCore  # noqa: F401  (its own machinery is there only after it)

# PySide reads the source of every module imported after it, for a switch that nothing here uses:
# a tenth of the start. Where a later PySide has no such reader, nothing is taken away.
if hasattr(_features := sys.modules.get("shibokensupport.feature"), "_mod_uses_pyside"):
    setattr(_features, "_mod_uses_pyside", lambda _module: False)  # noqa: B010
