"""Backup, restore and check of a results office's store, as an operator meets them.

The acts are written by this script, straight into SQLite, with links that it computes itself from the
formula in Documentation/Operations/stores.md; so the program's check is held to another hand's chain.
"""
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOBUSH = ROOT / ".build/release/dobush"
if len(sys.argv) > 1:
    DOBUSH = Path(sys.argv[1])
SERVER = ROOT / "Scripts/postgresql"
passed = failed = 0


def check(sentence, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {sentence} {detail}"[:1500])


def run(*words):
    return subprocess.run(
        [str(DOBUSH), "store", *map(str, words)], capture_output=True, text=True, timeout=120)


def told(done):
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        return {}


def problem(sentence, done, code, exit_code):
    lines = done.stderr.strip().split("\n")
    shaped = f"problem: {code}" in lines and any(l.startswith("hint: ") for l in lines)
    check(sentence, done.returncode == exit_code and shaped, f"exit {done.returncode}: {done.stderr}")


def sha(data):
    return hashlib.sha256(data)


def fill(path, acts, files, size):
    base = sqlite3.connect(path)
    link = "0" * 64
    for number in range(1, acts + 1):
        body = json.dumps({"sheet": number, "note": "өтө жакшы"}, ensure_ascii=False).encode()
        moment = 1937822400 + number
        text = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))
        lines = f"{link}\n{number}\n{text}\nclerk\nsheet-filed\n{sha(body).hexdigest()}\n"
        link = sha(lines.encode()).hexdigest()
        base.execute(
            "INSERT INTO act (sequence, moment, actor, kind, link, body) VALUES (?,?,?,?,?,?)",
            (number, moment, "clerk", "sheet-filed", bytes.fromhex(link), body))
    for number in range(files):
        data = sha(str(number).encode()).digest() * (size // 32)
        base.execute(
            "INSERT INTO file (digest, type, bytes) VALUES (?,?,?)",
            (sha(data).digest(), "image/jpeg", data))
    base.execute(
        "INSERT INTO reply (account, key, request, status, expires, body) VALUES (?,?,?,?,?,?)",
        ("clerk", "k", b"\0" * 32, 201, 2**40, b"ok"))
    base.execute("INSERT INTO vault (name, value) VALUES (?,?)", ("credential/a", b"\1"))
    base.commit()
    base.close()
    return link


def dump(path):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = {
        name: base.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        for name in ["act", "file", "reply", "vault"]}
    base.close()
    return tables


def tampered(path, statement):
    base = sqlite3.connect(path)
    for trigger in ["act_is_never_changed", "file_is_never_changed", "act_is_never_removed"]:
        base.execute(f"DROP TRIGGER {trigger}")
    base.execute(statement)
    base.commit()
    base.close()


def scenes(folder, url):
    data = folder / "data"
    data.mkdir()
    problem("no store to check", run("check", "--data", data), "storage.unavailable", 2)
    problem("neither place named", run("check"), "command.usage", 2)
    problem(
        "both places named", run("check", "--data", data, "--database", url), "command.usage", 2)
    check("an empty store is made", run("migrate", "--data", data).returncode == 0)
    office = data / "office.sqlite"
    link = fill(office, 500, 40, 100_000)
    done = run("check", "--data", data, "--json")
    wanted = {"acts": 500, "files": 40, "answers": 1, "secrets": 1, "link": link}
    check("another hand's chain holds", done.returncode == 0 and told(done)["census"] == wanted,
          done.stdout + done.stderr)
    backup = folder / "backup.sqlite"
    done = run("backup", "--data", data, "--out", backup, "--json")
    check("a backup is made", done.returncode == 0 and told(done)["census"] == wanted, done.stderr)
    check("it holds everything", dump(backup) == dump(office))
    check("only its owner may read it", backup.stat().st_mode & 0o777 == 0o600)
    problem("a backup never replaces another",
            run("backup", "--data", data, "--out", backup), "storage.backup-exists", 2)
    problem("no folder for the backup",
            run("backup", "--data", data, "--out", folder / "no/b.sqlite"), "storage.unavailable", 2)

    second = folder / "second"
    done = run("restore", "--from", backup, "--data", second)
    check("it is restored into a folder", done.returncode == 0, done.stderr)
    check("with nothing beside it", os.listdir(second) == ["office.sqlite"], os.listdir(second))
    check("and all is there", dump(second / "office.sqlite") == dump(office))
    check("once more changes nothing", run("restore", "--from", backup, "--data", second).returncode == 0)

    problem("a database without a store", run("check", "--database", url), "storage.foreign", 2)
    done = run("restore", "--from", backup, "--database", url, "--json")
    check("it is restored into a database",
          done.returncode == 0 and told(done)["census"] == wanted, done.stderr)
    check("which is whole", told(run("check", "--database", url, "--json")).get("census") == wanted)
    back = folder / "back.sqlite"
    done = run("backup", "--database", url, "--out", back)
    check("the database is backed up into a file", done.returncode == 0, done.stderr)
    check("and nothing was lost on the way", dump(back) == dump(office))

    other = folder / "other"
    other.mkdir()
    run("migrate", "--data", other)
    fill(other / "office.sqlite", 501, 0, 0)
    problem("a longer store is not overwritten",
            run("restore", "--from", backup, "--data", other), "storage.copy-target-differs", 2)
    killed(folder, backup, office)
    damage(folder, office)
    secret = "postgres://dobush:geheimnis@127.0.0.1:1/dobush"
    done = run("check", "--database", secret, "--json")
    problem("a database that is not there", done, "storage.unavailable", 2)
    check("its password is not told", "geheimnis" not in done.stdout + done.stderr)


def killed(folder, backup, office):
    """A restore that is killed leaves no store, and goes on when it is called again."""
    third = folder / "third"
    for wait in [0.01, 0.03, 0.06, 0.1]:
        process = subprocess.Popen(
            [str(DOBUSH), "store", "restore", "--from", str(backup), "--data", str(third)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        whole = third / "office.sqlite"
        check(f"killed after {wait} s: whole or absent",
              not whole.exists() or run("check", "--data", third).returncode == 0)
    check("it goes on", run("restore", "--from", backup, "--data", third).returncode == 0)
    check("to the end", dump(third / "office.sqlite") == dump(office))


def damage(folder, office):
    for number, (sentence, statement, word) in enumerate([
            ("a changed sheet", "UPDATE act SET body = x'7b7d' WHERE sequence = 250", "act 250"),
            ("a removed sheet", "DELETE FROM act WHERE sequence = 9", "act 10"),
            ("a changed scan", "UPDATE file SET bytes = x'00' WHERE rowid = 3", "file ")]):
        data = folder / f"damaged{number}"
        data.mkdir()
        shutil.copy(office, data / "office.sqlite")
        tampered(data / "office.sqlite", statement)
        done = run("check", "--data", data, "--json")
        problem(f"{sentence} is found", done, "storage.damaged", 1)
        check(f"{sentence} is named", any(word in f for f in told(done).get("faults", [])), done.stdout)
        out = folder / f"damaged{number}.sqlite"
        problem(f"{sentence} is not backed up as if whole",
                run("backup", "--data", data, "--out", out), "storage.damaged", 2)
        check("no backup is left", not out.exists() and not list(folder.glob("*.partial*")))
    data = folder / "cut"
    data.mkdir()
    shutil.copy(office, data / "office.sqlite")
    os.truncate(data / "office.sqlite", office.stat().st_size // 2)
    problem("a file that was cut is found", run("check", "--data", data), "storage.damaged", 1)


def main():
    folder = Path(tempfile.mkdtemp(prefix="dobush-store-"))
    started = subprocess.run(
        [str(SERVER), "start", "--until", str(os.getpid())], capture_output=True, text=True,
        timeout=120)
    url = started.stdout.strip()
    try:
        check("a server starts", started.returncode == 0, started.stderr)
        scenes(folder, url)
    finally:
        place = url.split("host=")[-1].split("&")[0]
        subprocess.run([str(SERVER), "remove", place], timeout=60)
        shutil.rmtree(folder)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed else 0)


main()
