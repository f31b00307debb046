"""Private memory: what the system is told before a passphrase is asked for."""

import sys


def keep_memory_private() -> None:
    """Switch core dumps off, before a passphrase is asked for."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)
