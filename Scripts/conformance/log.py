"""A tiled log written by others: root, bundles, tiles, and the signature where the key is known.

The verifier key is taken from key.txt in the folder, or from a README in it or above it that prints
a key of the log's own name.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

folder = Path(sys.argv[1])
checkpoint = folder / "checkpoint"
if not checkpoint.exists():
    print("failed: no checkpoint")
    print("0 passed, 1 failed")
    sys.exit(1)
origin = checkpoint.read_text(encoding="utf-8").split("\n")[0]


def find_key():
    places = [folder / "key.txt"] + [p / "README.md" for p in (folder, folder.parent)]
    pattern = re.escape(origin) + r"\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*"
    for place in places:
        if place.exists():
            found = re.search(pattern, place.read_text(encoding="utf-8"))
            if found:
                return found.group(0)
    return None


key = find_key()
command = [".build/release/dobush", "publish", "check-log", str(folder), "--json"]
if key:
    command += ["--key", key]
run = subprocess.run(command, capture_output=True, text=True, timeout=300)
lines = json.loads(run.stdout) if run.stdout else [{"path": str(folder), "flaw": run.stderr}]
bad = [line for line in lines if line.get("flaw")]
for line in bad:
    print(f"failed: {line['path']}: {line['flaw']}")
print(f"signature {'checked' if key else 'not checked: no key found'}")
print(f"{len(lines) - len(bad)} passed, {len(bad)} failed")
sys.exit(1 if bad else 0)
