"""The command as someone who may not do everything, also where the tests run as root."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# Root passes by every permission. Without these two capabilities (capget and capset of Linux:
# bits 1 and 2, CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH) root is bound by them like anyone.
_BOUND_BY_PERMISSIONS = """
import ctypes, os, sys
if os.geteuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    sets[0] &= ~0b110
    assert libc.capset(head, sets) == 0
from draagkracht.cli.main import main
sys.exit(main())
"""


def run_as_plain_user(line: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """What the command gives when it is started in `folder`."""
    command = [sys.executable, "-c", _BOUND_BY_PERMISSIONS, *line]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
