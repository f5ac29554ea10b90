"""Checks the pages of a count that goes on, from the folders that LiveFolderTests leaves.

Runs the programs that are printed on the page, holds the reports to the standard's schema, opens the
pages in a browser, and lets the script see something happen. `python live.py` runs these alone.
"""

import csv
import hashlib
import html
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from playwright.sync_api import sync_playwright

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FOLDERS = os.path.join(ROOT, ".build", "live-site")
SCHEMA = os.path.join(ROOT, "..", "shared", "data", "schemas", "err-1500-100",
                      "NIST_V2_election_results_reporting.json")
SCREENSHOTS = os.path.join(ROOT, "screenshots")
STATIC = ["night", "published", "corrected"]
SHOWN = {
    "front": "index.html", "contest": "results/president.html", "district": "districts/north.html",
    "stations": "stations.html", "station": "stations/abroad-002.html", "turnout": "turnout.html",
    "sheet": "sheets/north-002~~president~~hand.html",
    "sheet-soft": "sheets/north-004~~president~~hand.html",
    "sheet-returned": "sheets/south-002~~president~~hand.html",
    "machine": "machine-against-hand.html", "log": "log.html", "check": "check.html",
}


def program():
    """The command line, from whichever build is there."""
    for kind in ["release", "debug"]:
        path = os.path.join(ROOT, ".build", kind, "dobush")
        if os.path.exists(path):
            return path
    return None


def pages(out):
    for where, _, names in os.walk(out):
        for name in names:
            if name.endswith(".html"):
                path = os.path.join(where, name)
                with open(path, encoding="utf-8") as page:
                    yield os.path.relpath(path, out), page.read()


def tree_faults(out, page_faults):
    """Links, places on pages, names used twice, sizes, and what page_faults sees."""
    files, anchors, wanted = set(), {}, []
    for where, _, names in os.walk(out):
        files |= {os.path.relpath(os.path.join(where, name), out) for name in names}
    for path, text in pages(out):
        ids = re.findall(r' id="([^"]+)"', text)
        anchors[path] = set(ids)
        if len(ids) != len(set(ids)):
            yield f"{path}: a name stands twice"
        if len(text.encode()) > 300_000:
            yield f"{path}: {len(text.encode())} bytes"
        if path != "index.html":
            for fault in page_faults(f"file:/{path}", text):
                yield f"{path}: {fault}"
        for target in set(re.findall(r'(?:href|src)="([^"]*)"', text)):
            link, _, fragment = html.unescape(target).partition("#")
            name = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(link))) \
                if link else path
            if name not in files:
                yield f"{path}: leads to {target}"
            elif fragment:
                wanted.append((name, fragment, path))
    for name, fragment, path in wanted:
        if name in anchors and fragment not in anchors[name]:
            yield f"{path}: no place #{fragment} on {name}"


def programs(out):
    """The programs as a reader would copy them off the page."""
    with open(os.path.join(out, "en", "live", "check.html"), encoding="utf-8") as page:
        text = page.read()
    found = re.findall(r'<pre data-program="([^"]+)"><code>(.*?)</code>', text, re.S)
    return {name: html.unescape(body) for name, body in found}, text


def run_program(body, folder, *arguments):
    done = subprocess.run([sys.executable, "-c", body, *arguments], cwd=folder,
                          capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def changed(path, before, after):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    assert before in text, f"{before} is not in {path}"
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text.replace(before, after, 1))


def printed_programs(out, check):
    bodies, page = programs(out)
    data = os.path.join(out, "data", "live")
    code, said = run_program(bodies["check-sums.py"], data)
    check("the printed program redoes every sum", [] if code == 0 and re.fullmatch(
        r"[1-9]\d+ sums checked, 0 differ\n", said) else [said])
    code, said = run_program(bodies["check-log.py"], data)
    link = said.split()[-1] if said.split() else ""
    check("the printed program makes every link again",
          [] if code == 0 and link in page and re.match(r"1\d\d acts follow", said) else [said])
    notes = [name for name in os.listdir(os.path.join(data, "sheets")) if name.endswith(".note")]
    problems = ["there is no signed sheet"] if not notes else []
    for name in notes:
        code, said = run_program(bodies["check-note.py"], data, os.path.join("sheets", name))
        if said.count("signed it") != 2 or "DID NOT" in said:
            problems.append(said)
    check("the printed program accepts the commission's signatures", problems)
    check("a sheet's name is its SHA-256", [
        name for name in os.listdir(os.path.join(data, "sheets")) if name.endswith(".txt")
        and hashlib.sha256(open(os.path.join(data, "sheets", name), "rb").read()).hexdigest()
        != name[:-4]])
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "live")
        shutil.copytree(data, copy)
        changed(os.path.join(copy, "results-president.csv"), ",preliminary,", ",preliminary,")
        with open(os.path.join(copy, "sheets-president-hand.csv"), encoding="utf-8") as file:
            row = file.read().splitlines()[1]
        changed(os.path.join(copy, "sheets-president-hand.csv"), row, row[:-1] + str((int(row[-1]) + 1) % 10))
        _, said = run_program(bodies["check-sums.py"], copy)
        check("a sheet changed by one vote is found", [] if "3 differ" in said else [said])
        changed(os.path.join(copy, "log-00001.jsonl"), "Two digits were swapped", "Ten digits were swapped")
        code, said = run_program(bodies["check-log.py"], copy)
        check("an act changed by a word is found", [] if code and "is not the one" in said else [said])
        note = os.path.join(copy, "sheets", notes[0])
        changed(note, "figure valid 13", "figure valid 12")
        _, said = run_program(bodies["check-note.py"], copy, os.path.join("sheets", notes[0]))
        check("a signed sheet changed by a digit is found", [] if said.count("DID NOT") == 2 else [said])


def balanced(out, check, skip):
    """The command printed on the page, and its sums beside the published ones."""
    tool = program()
    if not tool:
        skip("dobush is not built")
        return
    _, page = programs(out)
    data = os.path.join(out, "data", "live")
    commands = re.findall(r"^dobush (balance .*)$", html.unescape(page).replace("<code>", "<code>\n")
                          .replace("</code>", "\n"), re.M)
    problems = [] if len(commands) == 2 else [f"{len(commands)} commands on the page"]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(data, os.path.join(folder, "live"))
        where = os.path.join(folder, "live")
        for command in commands:
            done = subprocess.run([tool, *command.split()], cwd=where, capture_output=True, text=True)
            contest = command.split()[-1][:-5]
            if done.returncode not in (0, 1):
                problems.append(done.stderr)
                continue
            with open(os.path.join(where, f"{contest}.json"), encoding="utf-8") as file:
                totals = json.load(file)["totals"]
            with open(os.path.join(where, f"results-{contest}.csv"), encoding="utf-8", newline="") as file:
                nation = next(row for row in csv.DictReader(file)
                              if row["area"] == "nation" and row["count"] == "hand")
            problems += [f"{contest} {line}: {figure} and {nation[line]}"
                         for line, figure in totals.items() if int(nation[line]) != figure]
    check("dobush balance reads the tables and comes to the published sums", problems)


def report_faults(report):
    """References that lead nowhere, and parents that are not the sum of their children."""
    units = {unit["@id"]: unit for unit in report["GpUnit"]}
    known = set(units)
    children = {name: unit.get("ComposingGpUnitIds", []) for name, unit in units.items()}
    for election in report["Election"]:
        known |= {item["@id"] for item in election.get("Candidate", [])}
    def references(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key.endswith("Id") and key not in ["VendorApplicationId"] and isinstance(value, str):
                    yield value
                elif key.endswith("Ids"):
                    yield from value
                else:
                    yield from references(value)
        elif isinstance(node, list):
            for item in node:
                yield from references(item)
    for name in references(report):
        if name not in known:
            yield f"{name} is nowhere"
    for election in report["Election"]:
        lists = [[(count["GpUnitId"], count["BallotsCast"]) for count in election["BallotCounts"]]]
        for contest in election["Contest"]:
            lists += [[(count["GpUnitId"], count["Count"]) for count in selection["VoteCounts"]]
                      for selection in contest["ContestSelection"]]
        for counts in lists:
            figures = dict(counts)
            if len(figures) != len(counts):
                yield "a unit is counted twice"
            for parent, inside in children.items():
                if inside and sum(figures.get(child, 0) for child in inside) != figures[parent]:
                    yield f"{parent}: {figures[parent]} is not the sum of its children"


def reports(check, skip):
    wanted = {"night": "unofficial-partial", "published": "certified", "corrected": "correction"}
    validator = None
    if os.path.exists(SCHEMA):
        import jsonschema
        with open(SCHEMA, encoding="utf-8") as file:
            validator = jsonschema.Draft4Validator(json.load(file))
    else:
        skip("the schema of results reports")
    for folder, status in wanted.items():
        problems = []
        for contest in ["president", "referendum"]:
            path = os.path.join(FOLDERS, folder, "data", "live", f"err-{contest}.json")
            with open(path, encoding="utf-8") as file:
                report = json.load(file)
            if validator:
                problems += [error.message[:200] for error in validator.iter_errors(report)][:3]
            problems += list(report_faults(report))
            expected = "certified" if folder == "corrected" and contest == "referendum" else status
            if report["Status"] != expected:
                problems.append(f"{contest}: {report['Status']}")
        check(f"reports of {folder} validate, resolve and add up", problems)


def look(check, scripts, tab_order):
    """Every kind of page on a phone and a desk, light and dark, without script."""
    overflow, contrast, targets = scripts
    os.makedirs(SCREENSHOTS, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for size, (width, height) in {"phone": (390, 844), "desktop": (1280, 900)}.items():
            for scheme in ["light", "dark"]:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme,
                    java_script_enabled=False)
                page = context.new_page()
                faults = {"overflow": [], "contrast": [], "targets": [], "keyboard": []}
                for language in ["en", "ru", "ky"] if scheme == "light" else ["ky"]:
                    for name, path in SHOWN.items():
                        folder = "published" if name in ["contest", "turnout"] and language == "en" else "night"
                        page.goto(f"file://{FOLDERS}/{folder}/{language}/live/{path}")
                        where = f"{language}/{path}"
                        if size == "phone":
                            faults["overflow"] += [f"{where}: {what}" for what in page.evaluate(overflow)]
                            faults["targets"] += [f"{where}: {what}" for what in page.evaluate(targets)]
                        faults["contrast"] += [f"{where}: {what}" for what in page.evaluate(contrast)]
                        page.screenshot(
                            path=os.path.join(SCREENSHOTS, f"live-{name}-{language}-{size}-{scheme}.png"),
                            full_page=page.evaluate("document.body.scrollHeight") < 9000)
                        if name in ["front", "sheet"] and language == "en":
                            faults["keyboard"] += [f"{where}: {what}" for what in tab_order(page)]
                # The same with a line on top that says how old the page is, and a way in.
                for path in ["index.html", "stations.html"] if size == "phone" else []:
                    page.goto(f"file://{FOLDERS}/before/en/live/{path}")
                    faults["overflow"] += [f"service {path}: {what}" for what in page.evaluate(overflow)]
                    faults["contrast"] += [f"service {path}: {what}" for what in page.evaluate(contrast)]
                    page.screenshot(path=os.path.join(SCREENSHOTS, f"live-service-{path[:-5]}-{scheme}.png"))
                context.close()
                claims = {
                    "overflow": "no live page is wider than the phone",
                    "targets": "every target on a live page is 44 px high",
                    "contrast": "every text on a live page has a contrast of 4.5",
                    "keyboard": "the keyboard reaches the pages and the content",
                }
                for kind, claim in claims.items():
                    if size == "phone" or kind not in ["overflow", "targets"]:
                        check(f"{size} {scheme}: {claim}", faults[kind])
        browser.close()


class Office(http.server.SimpleHTTPRequestHandler):
    """Serves `before` until something happens, then `after`, and tells of it by events."""

    happened = threading.Event()
    down = threading.Event()
    asked = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        if Office.down.is_set():
            self.send_error(503)
            return
        if self.path == "/api/v1/events":
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.write(b": hello\n\n")
            self.wfile.flush()
            told = False
            try:
                while not Office.down.is_set():
                    if Office.happened.is_set() and not told:
                        told = True
                        # Many at once, as on a busy evening; the reader asks once.
                        self.wfile.write(b'event: changed\ndata: {"act": 100000}\n\n' * 20)
                    self.wfile.write(b": still here\n\n")
                    self.wfile.flush()
                    time.sleep(0.1)
            except OSError:
                pass
            return
        if self.path.endswith(".html"):
            Office.asked.append(time.time())
        folder = "after" if Office.happened.is_set() else "before"
        self.directory = os.path.join(FOLDERS, folder)
        # Both folders are of the same second, which this server would take for the same page.
        del self.headers["If-Modified-Since"]
        super().do_GET()


def live_script(check):
    """The script loads the page anew when told, keeps the reader's place, and says when it is cut off."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Office)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}/en/live/results/president.html"
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(base)
        before = page.locator("#main").get_attribute("data-act")
        link = page.locator('#main a[href*="results-president.csv"]').first
        link.focus()
        page.wait_for_timeout(1500)
        if "ago" not in page.locator("#fresh-text").inner_text():
            problems.append("it does not say how old the page is")
        Office.asked.clear()
        top = "document.activeElement.getBoundingClientRect().top"
        stood = page.evaluate(top)
        Office.happened.set()
        page.wait_for_function(f"document.getElementById('main').dataset.act !== '{before}'", timeout=8000)
        if "Elected" not in page.locator("#main").inner_text():
            problems.append("the new page is not shown")
        if page.evaluate("document.activeElement.getAttribute('href')") != link.get_attribute("href"):
            problems.append("the focus is lost")
        moved = abs(page.evaluate(top) - stood)
        if page.locator(".changed").count() == 0:
            problems.append("what changed is not marked")
        page.screenshot(path=os.path.join(SCREENSHOTS, "live-changed.png"))
        page.wait_for_timeout(2500)
        # The server tells of an act that the page never reaches, so the reader asks again, slowly.
        if len(Office.asked) > 3:
            problems.append(f"asked {len(Office.asked)} times in a few seconds")
        Office.down.set()
        page.wait_for_function("document.getElementById('fresh-text').textContent.startsWith('Offline')",
                               timeout=8000)
        if "As of" not in page.locator("#fresh-text").inner_text():
            problems.append("it does not say as of when")
        browser.close()
        check("the script shows what happened, keeps the place and says when it is offline", problems)
        check("what the reader had in the focus hardly moved", [] if moved < 1200 else [f"{moved} px"])
        bare = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = bare.new_page()
        Office.down.clear()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.add_init_script("delete window.EventSource")
        page.goto(base)
        page.wait_for_timeout(500)
        if not page.locator("#fresh-text").inner_text().startswith("As of"):
            faults.append("it claims to be fresh")
        check("without events the page is as it was, and silent", faults)
        bare.close()
    server.shutdown()


def run(check, skip, page_faults, scripts, tab_order):
    if not os.path.isdir(os.path.join(FOLDERS, "night")):
        skip("the folders of the live site: run swift test first")
        return
    for folder in STATIC:
        check(f"every page of {folder} is sound", tree_faults(os.path.join(FOLDERS, folder), page_faults))
    printed_programs(os.path.join(FOLDERS, "night"), check)
    balanced(os.path.join(FOLDERS, "night"), check, skip)
    reports(check, skip)
    look(check, scripts, tab_order)
    live_script(check)


if __name__ == "__main__":
    import run as web
    run(web.check, web.SKIPPED.append, web.page_faults, (web.OVERFLOW, web.CONTRAST, web.TARGETS),
        web.tab_order)
    sys.exit(web.finish())
