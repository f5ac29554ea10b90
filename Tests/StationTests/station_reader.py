"""The reader that runs apart: bombs, killed and stuck readers, and how it is shut in; then SANE's test device."""
import json
import os
import shutil
import signal
import struct
import subprocess
import time
import zlib
from pathlib import Path

from station import BUILT, Station, child_of, dobush, papers, told


def png(width, height):
    """A grey PNG of zeros: a few kilobytes for any size."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(width + 1)) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def reader(tally, work, definition, wanted):
    station = Station(work / "s", definition).opened()
    pages = papers(work / "pages", 6)
    bombs(tally, work, station, pages[0])
    shut_in(tally, station)
    escapes(tally, work)
    process = station.start("--patience", 3)
    try:
        killed(tally, station, process, pages)
    finally:
        process.kill()
        process.wait()
    code, check = station.check()
    tally.check(code == 0 and check["counted"] == 4, "the medium is whole after all of it", check)


def bombs(tally, work, station, page):
    place = work / "bombs"
    place.mkdir()
    for name, content, codes in (
            ("wide.png", png(30_000, 30_000), {"imaging.too-large"}),
            ("large.png", png(9_990, 9_990), {"scanning.blank-page", "station.reader-failed", "scanning.too-small"}),
            ("header.jpg", b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00" + bytes(2000), {"imaging.too-large", "imaging.corrupt"}),
            ("noise.tif", b"II*\x00" + os.urandom(20_000), {"imaging.corrupt", "imaging.unsupported"})):
        bomb = place / name
        bomb.write_bytes(content)
        station.feed([bomb])
        began = time.monotonic()
        done, said = station.scan()
        code = said[0]["refusals"][0]["code"] if said and said[0]["refusals"] else None
        tally.check(code in codes, f"{name} of {len(content)} bytes is a refusal",
                    f"{code} after {time.monotonic() - began:.1f} s" if code else done.stderr)
    station.feed([page])
    done, said = station.scan()
    tally.check([line["result"] for line in said] == ["counted"], "and the next paper is read", done.stderr)


def shut_in(tally, station):
    process = station.start()
    try:
        child = wait_for(lambda: child_of(process))
        time.sleep(0.5)
        place = Path(f"/proc/{child}")
        status = dict(line.split(":\t", 1) for line in (place / "status").read_text().splitlines() if ":\t" in line)
        tally.check(status["NoNewPrivs"] == "1", "the reader can gain no rights")
        limits = {line[:25].strip(): line[25:].split()[0] for line in (place / "limits").read_text().splitlines()[1:]}
        tally.check(
            limits["Max file size"] == "0" and limits["Max open files"] == "3" and limits["Max core file size"] == "0"
            and int(limits["Max address space"]) <= 2 << 30 and int(limits["Max cpu time"]) <= 20, "its limits are set", limits)
        opened = sorted(os.listdir(place / "fd"))
        tally.check(opened == ["0", "1", "2"], "it holds three descriptors and no more", opened)
        tally.check((place / "environ").read_bytes().strip(b"\0") == b"", "its environment is empty")
    finally:
        process.kill()
        process.wait()
    tally.check(wait_for(lambda: not Path(f"/proc/{child}").exists()), "and it dies with its parent")


def escapes(tally, work):
    """The same shutting-in, and every way out tried from inside."""
    target = Path("/tmp/confine-trial-target")
    target.write_text("x")
    done = subprocess.run([str(BUILT / "confine-trial")], capture_output=True, text=True)
    told_ = dict(line.split(": ") for line in done.stdout.splitlines() if ": " in line)
    ways = ["use what was open before", "read a file", "list a folder", "make a file", "remove a file", "make a folder",
            "run a program", "connect", "signal its parent", "take 2 GiB"]
    if "landlock 0" in done.stdout:
        tally.skip("ways out of the reader", "this kernel has no Landlock")
    else:
        tally.check(sorted(told_) == sorted(ways) and "DONE" not in told_.values() and target.exists(),
                    "none of the ways out of the reader leads out", told_ or done)
        tally.check(told_.get("read a file") in ("Permission denied", "Operation not permitted"), "a file cannot be read though a descriptor is free", told_)
    target.unlink()


def killed(tally, station, process, pages):
    def heard():
        return json.loads(process.stdout.readline())

    wait_for(lambda: child_of(process))
    time.sleep(1)
    os.kill(child_of(process), signal.SIGKILL)
    station.feed(pages[1:2])
    tally.check(heard()["result"] == "counted", "a reader that dies before it has a sheet is replaced")
    # Large enough to be caught in the middle of it.
    large = station.work / "large.png"
    large.write_bytes(png(9_980, 9_980))
    for signal_, sentence in ((signal.SIGKILL, "a reader that is killed costs its sheet"), (signal.SIGSTOP, "a reader that hangs costs its sheet")):
        station.feed([large], lambda name: sentence[-16:].replace(" ", "-") + name)
        child = wait_for(lambda: busy(child_of(process)))
        os.kill(child, signal_)
        began = time.monotonic()
        said = heard()
        tally.check(said["result"] == "refused" and said["refusals"][0]["code"] == "station.reader-failed", sentence,
                    f"after {time.monotonic() - began:.1f} s: {said['refusals'][0]['sentence']}")
        large.write_bytes(png(9_970, 9_970))
        station.feed([pages.pop()])
        tally.check(heard()["result"] == "counted", "and not the next one")


def busy(child):
    """The child, once it has worked for a tenth of a second."""
    try:
        words = Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return child if int(words[11]) + int(words[12]) >= 0.12 * os.sysconf("SC_CLK_TCK") else None


def wait_for(ask, seconds=10):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = ask()
        if found:
            return found
        time.sleep(0.02)
    return None


def scanner(tally, work, definition, wanted):
    if shutil.which("scanimage") is None:
        tally.skip("SANE's test device", "sane-utils is not installed")
        return
    station = Station(work / "s", definition).opened()
    done, said = sane(station, "--pages", 2)
    codes = [line["refusals"][0]["code"] for line in said if line["refusals"]]
    tally.check(done.returncode == 1 and len(codes) == 2 and all(code.startswith("scanning.") for code in codes),
                "what the test device scans is no ballot, and refused by name", codes or done.stderr)
    for status, code in (("SANE_STATUS_JAMMED", "scanner.jammed"), ("SANE_STATUS_NO_DOCS", "scanner.empty"),
                         ("SANE_STATUS_COVER_OPEN", "scanner.cover-open"), ("SANE_STATUS_DEVICE_BUSY", "scanner.busy"),
                         ("SANE_STATUS_IO_ERROR", "scanner.failed"), ("SANE_STATUS_ACCESS_DENIED", "scanner.denied")):
        done, said = sane(station, "--pages", 1, "--sane-option", "read-return-value=" + status)
        tally.check(done.returncode == 1 and f"problem: {code}\n" in done.stderr and not said, f"{status} is told in words", done.stderr)
    done, said = sane(station, device="nowhere:0")
    tally.check("problem: scanner.not-found\n" in done.stderr, "a scanner that is not there", done.stderr)
    left = sorted(path.name for path in station.watch.iterdir())
    tally.check(left == ["refused"], "nothing half-scanned is left", left)
    station.feed(papers(work / "page", 1))
    done, said = station.scan()
    tally.check([line["result"] for line in said] == ["counted"], "papers are counted after all that", done.stderr)


def sane(station, *more, device="test"):
    done = dobush(*station.scan_words("--sane", device, *more), timeout=120)
    return done, told(done.stdout)
