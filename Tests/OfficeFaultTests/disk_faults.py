"""A disk that is full, one that may only be read, and one that breaks and is mounted again."""
import os
import shutil
import subprocess
import time
import uuid

import synthetic_country as country
from night import Night, wait_until
from restarted_office import Client, Served


def run(tally, work, wanted):
    if os.geteuid() != 0:
        tally.skip("disk full and read-only", "mounting needs root")
        return
    place = work / "mount"
    place.mkdir()
    full(tally, work, place)
    read_only(tally, work, place)


def full(tally, work, place):
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(place)], check=True)
    ballast = place / "ballast"
    ballast.write_bytes(bytes(20 << 20))
    served = Served("--data", str(place / "data")).start()
    try:
        night = Night(served, filers=2)
        night.run(lambda: time.sleep(1))
        client = night.filers[0].first
        refused = until_refused(client, night)
        tally.check(
            refused and (refused.status, refused.problem) == (503, "storage.full") and refused.headers["Retry-After"],
            "a full disk: filing is answered 503, storage.full, with Retry-After", repr(refused))
        trouble(tally, "a full disk", served, night, "storage.full")
        kept = night.sheets
        night.run(lambda: (time.sleep(0.5), ballast.unlink(), time.sleep(1.5)))
        seconds = wait_until(lambda: healthy(served), 5)
        tally.check(seconds is not None, "room on the disk: the office is well again without a restart")
        faults = night.faults()
        tally.check(
            not faults and night.sheets > kept, "what was filed before, during and after a full disk is there, once",
            "; ".join(faults[:4]) or f"{night.sheets} sheets, {kept} of them before")
        served.kill()
        served.start()
        faults = night.faults()
        tally.check(not faults, "and still is after a kill", "; ".join(faults[:4]))
    finally:
        served.close()
        subprocess.run(["umount", str(place)], capture_output=True)


def until_refused(client, night):
    """Pictures until there is no room for one."""
    for _ in range(400):
        answer = send(client, 300_000)
        if answer.status != 201:
            return answer
        night.files.add(answer.json["file"])
    return None


def send(client, size):
    return client.call("POST", "/api/v1/files", country.picture(size), key=str(uuid.uuid4()), type="image/jpeg")


def trouble(tally, what, served, night, code):
    """While the store cannot be written: /health says so, pages are answered, sessions go on."""
    reader = Client(served.url)
    seconds = wait_until(lambda: reader.call("GET", "/health").problem == code, 5)
    health = reader.call("GET", "/health")
    tally.check(
        seconds is not None and health.status == 503 and health.headers["Retry-After"],
        f"{what}: /health says {code}", repr(health)[:160])
    answers = [reader.call("GET", path).status for path in
               ("/api/v1/results", "/api/v1/stations", "/api/v1/stations/s00007", "/api/v1/election")]
    tally.check(answers == [200] * 4, f"{what}: public reads are answered", str(answers))
    answer = night.administrator.call("GET", "/api/v1/accounts")
    tally.check(
        answer.status in (200, 503), f"{what}: nobody's session ends by it", f"{answer.status} {answer.problem or ''}")


def healthy(served):
    return Client(served.url).call("GET", "/health").status == 200


def read_only(tally, work, place):
    image = work / "disk.img"
    subprocess.run(["truncate", "-s", "48M", str(image)], check=True)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    mounted = ["mount", "-o", "loop,errors=remount-ro", str(image), str(place)]
    if subprocess.run(mounted, capture_output=True).returncode:
        tally.skip("a disk that may only be read", "this machine has no loop devices")
        return
    served = Served("--data", str(place / "data")).start()
    try:
        night = Night(served, filers=2)
        night.run(lambda: time.sleep(1))
        served.stop()
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        served.start()
        refused = send(night.filers[0].first, 9000)
        tally.check(
            (refused.status, refused.problem) == (503, "storage.read-only") and refused.headers["Retry-After"],
            "a read-only disk: the office starts, and filing is answered 503, storage.read-only", repr(refused))
        trouble(tally, "a read-only disk", served, night, "storage.read-only")
        subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
        seconds = wait_until(lambda: healthy(served), 5)
        tally.check(seconds is not None, "a disk that is writable again: the office is well without a restart")
        night.run(lambda: breaks(tally, work, image, place, served, night))
        tally.check(wait_until(lambda: healthy(served), 5) is not None, "a disk mounted anew: the office is well again")
        faults = night.faults()
        tally.check(
            not faults, "what was acknowledged on a disk that broke while filing is there, once",
            "; ".join(faults[:4]) or f"{night.sheets} sheets, {len(night.acts)} acts")
    finally:
        served.close()
        subprocess.run(["umount", "-l", str(place)], capture_output=True)


def breaks(tally, work, image, place, served, night):
    """ext4 meets an error and goes read-only under the running office; the disk is copied, checked and mounted."""
    time.sleep(0.7)
    device = subprocess.run(
        ["findmnt", "-no", "SOURCE", str(place)], capture_output=True, text=True, check=True).stdout.strip()
    trigger = f"/sys/fs/ext4/{os.path.basename(device)}/trigger_fs_error"
    if not os.path.exists(trigger):
        tally.skip("a disk that breaks while filing", "this kernel cannot be asked to")
        return
    with open(trigger, "w") as file:
        file.write("a test")
    time.sleep(0.3)
    reader = Client(served.url)
    seconds = wait_until(lambda: reader.call("GET", "/health").status == 503, 5)
    tally.check(seconds is not None, "a disk that breaks while filing: /health says so",
                str(reader.call("GET", "/health").problem))
    answers = [reader.call("GET", path).status for path in ("/api/v1/results", "/api/v1/stations")]
    tally.check(answers == [200, 200], "a disk that breaks while filing: public reads are answered", str(answers))
    subprocess.run(["umount", "-l", str(place)], check=True)
    copy = work / "copy.img"
    shutil.copy(image, copy)
    subprocess.run(["e2fsck", "-y", "-f", str(copy)], capture_output=True)
    subprocess.run(["mount", "-o", "loop", str(copy), str(place)], check=True)
    time.sleep(1.5)
