"""A PostgreSQL server of one's own: made in a temporary folder, on a free port of this machine, and gone afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

BINARIES = "initdb", "postgres"
START_S = 60
USER = "cocket"
# Nobody who is root may run the server: one of these does it then.
OTHERS = "postgres", "nobody"


class NoServerError(Exception):
    """PostgreSQL cannot run here; the message says why and how to change it."""


def binaries() -> Path:
    """The folder of the newest server there is; raises NoServerError."""
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[4])
    folders = [*(Path(path).parent for path in reversed(debian)), *([Path(found).resolve().parent] if found else [])]
    for folder in folders:
        if all((folder / name).is_file() for name in BINARIES):
            return folder
    raise NoServerError("PostgreSQL is not installed; on Debian or Ubuntu type: sudo apt-get install postgresql")


def runner() -> str | None:
    """Who runs the server; None is who runs this."""
    if os.geteuid() != 0:
        return None
    for name in OTHERS:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NoServerError(f"PostgreSQL refuses to run as root, and there is none of the users {', '.join(OTHERS)}")


class Cluster:
    """Started when made. ``settings`` as postgresql.conf has them."""

    def __init__(self, settings: Sequence[str] = ()) -> None:
        self.binaries, self.user = binaries(), runner()
        # not below a folder that only its owner may enter: the server may be another user
        self.folder = Path(tempfile.mkdtemp(prefix="cocket-postgres-"))
        self.settings = tuple(settings)
        self.port = free_port()
        self.server: subprocess.Popen[bytes] | None = None
        self.count = 0
        if self.user:
            shutil.chown(self.folder, self.user)
        try:
            self._run(
                "initdb", "-D", str(self.data), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"
            )
            self.start()
        except BaseException:
            self.remove()
            raise

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def address(self, database: str = "postgres") -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def schema(self) -> str:
        """The address of a new, empty schema: as good as a database, and made in no time."""
        self.count += 1
        name = f"ledger_{self.count}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"create schema {name}".encode())
        return f"{self.address()}?options=-csearch_path%3D{name}"

    def _run(self, name: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.binaries / name, *arguments],
            user=self.user,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise NoServerError(f"{name} failed: {done.stderr.strip().splitlines()[-1:]}")

    def start(self) -> None:
        """Tried again until it answers: a dead server that is not reaped yet still looks alive to the new one."""
        until = time.monotonic() + START_S
        while time.monotonic() < until:
            if self.server is None or self.server.poll() is not None:
                self.server = self._spawn()
            try:
                psycopg.connect(self.address(), connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise NoServerError(f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-500:]}")

    def _spawn(self) -> "subprocess.Popen[bytes]":
        options = [f"-c{setting}" for setting in ("max_connections=80", *self.settings)]
        server, data = str(self.binaries / "postgres"), str(self.data)
        command = [server, "-D", data, f"-p{self.port}", "-h127.0.0.1", f"-k{self.folder}", *options]
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, user=self.user, cwd=self.folder, stdout=log, stderr=log)

    def kill(self) -> None:
        """The whole server at once, with nothing said to it, as when the machine's plug is pulled for its processes."""
        assert self.server is not None
        self.server.send_signal(signal.SIGSTOP)  # so that it starts no more children
        for child in (*children(self.server.pid), self.server.pid):
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.server.wait()

    def stop(self) -> None:
        if self.server is not None and self.server.poll() is None:
            self.server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            try:
                self.server.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
