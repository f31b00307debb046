"""Capture: keeping the window out of screenshots and shared screens, where the system can."""

import sys

from PySide6.QtWidgets import QWidget

_EXCLUDE, _INCLUDE = 0x11, 0x00  # WDA_EXCLUDEFROMCAPTURE, WDA_NONE


def can_hide() -> bool:
    """True where the system offers it; Linux does not."""
    return sys.platform in {"win32", "darwin"}


def hide_from_capture(window: QWidget, *, hide: bool) -> bool:
    """Ask the system to leave the window out of captures; True when it said yes."""
    if sys.platform == "win32":
        import ctypes

        user = ctypes.windll.user32
        return bool(
            user.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDE if hide else _INCLUDE)
        )
    if sys.platform == "darwin":
        return _hide_on_mac(int(window.winId()), hide=hide)
    return False


def _hide_on_mac(view: int, *, hide: bool) -> bool:
    """NSWindow.sharingType: none (0) or read-only (1)."""
    import ctypes

    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    send = objc.objc_msgSend
    send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    window = send(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    send.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    send(window, objc.sel_registerName(b"setSharingType:"), 0 if hide else 1)
    return True
