"""A disk slower than this one: a program started in its environment waits longer each time the disk confirms a write.

What group commit gains is how long the disk takes, and disks differ by fifty times; so a ratio on one disk says little
about the next. The wait is put before the system's own fsync and fdatasync by a library of a few lines, made here by
the C compiler; everything else is the program as it runs.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import CannotRunError

SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
static void wait_longer(void) { usleep((useconds_t)atoi(getenv("DISK_WAITS_US"))); }
int fsync(int file) {
    wait_longer();
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}
int fdatasync(int file) {
    wait_longer();
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
"""


@contextmanager
def slower_disk(by_ms: float) -> Iterator[dict[str, str]]:
    """The environment for ``subprocess``; raises CannotRunError where no C compiler is found."""
    compiler = shutil.which("cc")
    if compiler is None:
        raise CannotRunError("a slower disk needs a C compiler, cc; on Debian or Ubuntu: sudo apt-get install gcc")
    with TemporaryDirectory() as folder:
        library = Path(folder) / "slow_disk.so"
        command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), "-xc", "-", "-ldl"]
        made = subprocess.run(command, input=SOURCE, capture_output=True, text=True, check=False)
        if made.returncode:
            raise CannotRunError(f"the library that slows the disk was not compiled: {made.stderr.strip()}")
        yield os.environ | {"LD_PRELOAD": str(library), "DISK_WAITS_US": str(round(by_ms * 1000))}
