"""A PostgreSQL of one's own, by Scripts/postgresql."""
import os
import subprocess

from restarted_office import ROOT

SCRIPT = str(ROOT / "Scripts/postgresql")


class Database:
    """In a folder of its own, which the server's user may enter."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        made = subprocess.run(
            [SCRIPT, "start", "--until", str(os.getpid()), *self.options], capture_output=True, text=True, check=True)
        self.url = made.stdout.splitlines()[0]
        self.folder = self.url.split("host=")[1].split("&")[0]
        return self

    def __exit__(self, *_):
        subprocess.run([SCRIPT, "remove", self.folder], capture_output=True)

    def _do(self, *words):
        subprocess.run([SCRIPT, *words, self.folder], check=True, capture_output=True)

    def stop(self):
        """In order, ending what runs."""
        self._do("stop")

    def crash(self):
        """As if the power had gone."""
        self._do("stop", "--now")

    def start(self):
        self._do("again")
