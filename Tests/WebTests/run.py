"""Opens the pages of a real record in a real browser.

Starts `dobush serve` from the release build, crawls the whole site once without a browser, then opens
a set of pages in three languages, light and dark, on a phone and on a desk, with scripts disabled.
Screenshots lie in `screenshots/` for a person to look at. `python run.py [RECORD]`; without a record
Tervania is played first.
"""

import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import sync_playwright

import live

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.path.join(ROOT, ".build", "release", "dobush")
VERIFIER = os.path.join(ROOT, ".build", "release", "dobush-verify")
SCREENSHOTS = os.path.join(ROOT, "screenshots")
LIMIT = 780
LANGUAGES = ["en", "ru", "ky"]
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
PASSED, FAILED, SKIPPED = [], [], []


def check(name, problems):
    """A check is a claim; what contradicts it is printed."""
    problems = list(problems)
    (FAILED if problems else PASSED).append(name)
    if problems:
        print(f"FAILED {name}")
        for problem in problems[:12]:
            print(f"    {problem}")


def fetch(address):
    """Status, type, body; redirects are followed."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers.get("Content-Type", ""), refused.read()


def crawl(base):
    """Every address that can be reached from the front pages, with what was wrong on the way."""
    waiting = [urllib.parse.urljoin(base, f"{language}/index.html") for language in LANGUAGES]
    seen, problems, anchors, wanted = set(waiting), [], {}, []
    counts = {"page": 0, "other": 0}
    while waiting:
        address = waiting.pop()
        status, kind, body = fetch(address)
        if status != 200:
            problems.append(f"{status} {address}")
            continue
        if not kind.startswith("text/html"):
            counts["other"] += 1
            continue
        counts["page"] += 1
        text = body.decode("utf-8")
        anchors[address] = set(re.findall(r' id="([^"]+)"', text))
        problems += [f"{what}: {address}" for what in page_faults(address, text)]
        for target in re.findall(r'(?:href|src)="([^"]*)"', text):
            full, _, fragment = urllib.parse.urljoin(address, html.unescape(target)).partition("#")
            if not full.startswith(base):
                problems.append(f"leads out of the site: {target} on {address}")
                continue
            if fragment:
                wanted.append((full, fragment, address))
            # Pictures of papers are many and large; one in twenty is fetched.
            if "/images/" in full and sum(full.encode()) % 20:
                continue
            if full not in seen:
                seen.add(full)
                waiting.append(full)
    problems += [
        f"no place #{fragment} on {full}, wanted by {address}"
        for full, fragment, address in wanted
        if full in anchors and urllib.parse.unquote(fragment) not in anchors[full]
    ]
    return counts, problems


def page_faults(address, text):
    """What can be seen without a browser."""
    language = urllib.parse.urlparse(address).path.split("/")[1]
    if f'<html lang="{language}">' not in text:
        yield "its language is not stated"
    if text.count("<h1") != 1:
        yield f"{text.count('<h1')} first headings"
    if "<script" in text or " style=" in text:
        yield "script or style of its own"
    for image in re.findall(r"<img [^>]*>", text):
        if " alt=" not in image:
            yield "a picture without words"
    for drawing in re.findall(r"<svg [^>]*>.{0,40}", text):
        if 'aria-hidden="true"' not in drawing and "<title>" not in drawing:
            yield "a drawing without a title"
    if re.search(r"\{\d\}", text):
        yield "a place in a phrase was not filled"
    if 'role="note"' not in text:
        yield "the notice is missing"


OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  for (const e of document.querySelectorAll('body *')) {
    const r = e.getBoundingClientRect();
    if (r.right > wide + 1 && r.width > 0 && !e.closest('.frame, .chapters, .hidden, .skip, pre, svg'))
      found.push(e.tagName + '.' + e.className + ' ' + Math.round(r.right));
  }
  if (document.documentElement.scrollWidth > wide + 1) found.push('page ' + document.documentElement.scrollWidth);
  return found;
}"""

CONTRAST = """() => {
  const found = new Set();
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
    .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, e = node.parentElement;
    if (!node.textContent.trim() || e.closest('.skip, title, desc')) continue;
    const style = getComputedStyle(e);
    let ink = parse(e.closest('svg') ? style.fill : style.color), paper = null, up = e;
    // Digits in the marks of a picture lie on the mark, which is drawn just before them.
    const box = e.closest('svg') && e.classList.contains('mark') ? e.previousElementSibling : null;
    if (box) paper = parse(getComputedStyle(box).fill);
    while (!paper && up) {
      const back = parse(getComputedStyle(up).backgroundColor);
      if (back.length >= 3 && (back.length === 3 || back[3] > 0)) paper = back;
      up = up.parentElement;
    }
    if (!paper) paper = [255, 255, 255];
    const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.add(ratio.toFixed(2) + ' ' + e.tagName + '.' + (e.getAttribute('class') || '')
      + ' ' + node.textContent.trim().slice(0, 30));
  }
  return [...found];
}"""

TARGETS = """() => [...document.querySelectorAll('nav a, .tile, .take a, .actions a, .facts a, .margin a')]
  .filter(e => e.getBoundingClientRect().width > 0 && !e.closest('.hidden'))
  .filter(e => e.getBoundingClientRect().height < 43.5)
  .map(e => e.textContent.slice(0, 40) + ' ' + e.getBoundingClientRect().height)"""

FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e);
  return { nav: !!e.closest('nav.chapters'), main: !!e.closest('main'), skip: e.className === 'skip',
           seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, text: e.textContent.slice(0, 40) }; }"""


def tab_order(page):
    """The skip link first, then the chapters, then the content, each with a focus that is seen."""
    reached = {"skip": False, "nav": False, "main": False}
    for step in range(60):
        page.keyboard.press("Tab")
        where = page.evaluate(FOCUS)
        if step == 0 and not where["skip"]:
            yield "the first stop is not the skip link"
        if not where["seen"]:
            yield f"focus cannot be seen on {where['text']}"
        for place in reached:
            reached[place] = reached[place] or where[place]
        if where["main"]:
            break
    for place, there in reached.items():
        if not there:
            yield f"Tab does not reach {place}"


def shown_pages(base):
    """Pages worth a picture, found in this record: one of each kind, and the interesting ones."""
    _, _, body = fetch(base + "api/record")
    record = json.loads(body)
    chapters = ["define", "watch", "admit", "read", "balance", "declare", "check", "assess", "publish"]
    pages = {"front": "index.html", "verify": "verify.html", "log": "log.html"}
    pages |= {name: f"{number}-{name}.html" for number, name in enumerate(chapters, 1)}
    pages |= {f"results-{contest}": f"results/{contest}.html" for contest in record["contests"]}
    links = {"balance": "5-balance.html", "check": "audit.html"}
    texts = {name: fetch(f"{base}en/{path}")[2].decode() for name, path in links.items()}
    for name, text, pattern in [
        ("station", texts["balance"], r'href="\.\./en/(stations/[^"#]+)"'),
        ("sheet", texts["balance"], r'href="\.\./en/(sheets/[^"#]+)"'),
        ("paper-drawn", texts["check"], r'href="\.\./en/(papers/[^"#]+)"'),
    ]:
        found = re.search(pattern, text)
        if found:
            pages[name] = found.group(1)
    for name, path in [("audit", "audit.html"), ("statistic", "whole-percentages.html"),
                       ("statement", "statement.html"), ("district", "districts/north.html")]:
        if fetch(f"{base}en/{path}")[0] == 200:
            pages[name] = path
    pages |= more_papers(base)
    for folder in ["findings", "observations"]:
        found = re.search(rf'href="\.\./en/({folder}/[^"#]+)"', fetch(f"{base}en/8-assess.html")[2].decode())
        if found:
            pages[folder] = found.group(1)
    return pages


def more_papers(base):
    """A paper that a person read, and one whose image is not published."""
    found = {}
    listing = fetch(f"{base}en/4-read.html")[2].decode()
    for batch in re.findall(r'href="\.\./en/(batches/[^"#]+)"', listing)[:3]:
        found["batch"] = batch
        rows = re.findall(r"<tr>(.*?)</tr>", fetch(f"{base}en/{batch}")[2].decode())
        for row in rows:
            paper = re.search(r"(papers/[^\"#]+)\"", row)
            if paper and "by a person" in row:
                found.setdefault("paper-person", paper.group(1))
            elif paper and "in the audit" not in row:
                found.setdefault("paper-unseen", paper.group(1))
    return found


def look(base):
    """Opens every shown page in each language, light and dark, phone and desk."""
    pages = shown_pages(base)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for scheme in ["light", "dark"]:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme,
                    java_script_enabled=False)
                for language in LANGUAGES:
                    # Dark needs its colours looked at, which do not depend on the language.
                    if scheme == "light" or language == "ky":
                        visit(context, base, pages, size, scheme, language)
                context.close()
        browser.close()


def visit(context, base, pages, size, scheme, language):
    mode = f"{language} {size} {scheme}"
    faults = {name: [] for name in ["answers", "overflow", "contrast", "targets", "keyboard", "console"]}
    page = context.new_page()
    page.on("console", lambda said: faults["console"].append(said.text))
    page.on("pageerror", lambda error: faults["console"].append(str(error)))
    for name, path in pages.items():
        reply = page.goto(f"{base}{language}/{path}")
        if reply.status != 200:
            faults["answers"].append(f"{reply.status} {path}")
            continue
        if size == "phone":
            faults["overflow"] += [f"{path}: {what}" for what in page.evaluate(OVERFLOW)]
            faults["targets"] += [f"{path}: {what}" for what in page.evaluate(TARGETS)]
        faults["contrast"] += [f"{path}: {what}" for what in page.evaluate(CONTRAST)]
        picture = os.path.join(SCREENSHOTS, f"{name}-{language}-{size}-{scheme}.png")
        page.screenshot(path=picture, full_page=page.evaluate("document.body.scrollHeight") < 9000)
        if name in ["front", "results-president", "station"]:
            faults["keyboard"] += [f"{path}: {what}" for what in tab_order(page)]
    page.close()
    claims = {
        "answers": "every page answers", "overflow": "no page is wider than the phone",
        "contrast": "every text has a contrast of 4.5", "targets": "every target is 44 px high",
        "keyboard": "the keyboard reaches chapters and content", "console": "the console is silent",
    }
    for kind, claim in claims.items():
        if size == "phone" or kind not in ["overflow", "targets"]:
            check(f"{mode}: {claim}", faults[kind])


def static_site(record, folder):
    """Publishes the site, verifies it, and opens it from the disk."""
    out = os.path.join(folder, "site")
    made = subprocess.run([PROGRAM, "publish", record, "--out", out], capture_output=True, text=True)
    check("a site is published", [] if made.returncode == 0 else [made.stderr])
    if made.returncode:
        return
    verified = subprocess.run([VERIFIER, out], capture_output=True, text=True)
    check("the published site verifies", [] if verified.returncode == 0 else [verified.stdout])
    check("every link of the site leads to a file", site_faults(out))
    again = subprocess.run([PROGRAM, "publish", record, "--out", out], capture_output=True, text=True)
    check("a site is never written over another", [] if again.returncode == 2 else [again.stderr])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        broken = []
        # A request that leaving the page cut short is no broken link.
        page.on("requestfailed", lambda request: None if "ABORTED" in (request.failure or "")
                else broken.append(request.url))
        for path in ["index.html", "ky/index.html", "ru/results/president.html"]:
            page.goto("file://" + os.path.join(out, path))
            if page.locator("h1").count() != 1:
                broken.append(path)
        page.goto("file://" + os.path.join(out, "index.html"))
        page.screenshot(path=os.path.join(SCREENSHOTS, "site-root.png"))
        page.locator("a[lang=ky]").click()
        if "/ky/index.html" not in page.url:
            broken.append("the language choice leads to " + page.url)
        check("the site works from a folder", broken)
        browser.close()
    tampered(record, folder)


def site_faults(out):
    files = {os.path.relpath(os.path.join(where, name), out)
             for where, _, names in os.walk(out) for name in names}
    for path in sorted(name for name in files if name.endswith(".html")):
        with open(os.path.join(out, path), encoding="utf-8") as page:
            text = page.read()
        for target in set(re.findall(r'(?:href|src)="([^"#]+)', text)):
            name = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(target)))
            if name not in files:
                yield f"{path}: {target}"


def tampered(record, folder):
    """A record with one byte changed is refused, unless the reader insists; then every page says it."""
    copy = os.path.join(folder, "tampered")
    shutil.copytree(record, copy)
    place = os.path.join(copy, "6-declare", "president", "results.json")
    with open(place, "rb") as file:
        data = file.read()
    with open(place, "wb") as file:
        file.write(data.replace(b'"votes" : 6', b'"votes" : 7', 1))
    refused = os.path.join(folder, "refused")
    made = subprocess.run([PROGRAM, "publish", copy, "--out", refused], capture_output=True, text=True)
    problems = [] if made.returncode == 1 and not os.path.exists(refused) else [made.stderr]
    check("a record that does not verify is not published", problems)
    made = subprocess.run(
        [PROGRAM, "publish", copy, "--out", refused, "--unverified"], capture_output=True, text=True)
    problems = [] if made.returncode == 1 else [made.stderr]
    for path in ["en/index.html", "ky/5-balance.html"]:
        with open(os.path.join(refused, path), encoding="utf-8") as page:
            if "band-bad" not in page.read():
                problems.append(f"{path} does not say that the record does not verify")
    check("one that is shown all the same says so on every page", problems)


def main():
    threading.Timer(LIMIT, lambda: os._exit(stop_at_limit())).start()
    os.makedirs(SCREENSHOTS, exist_ok=True)
    started = time.time()
    with tempfile.TemporaryDirectory() as folder:
        record = sys.argv[1] if len(sys.argv) > 1 else os.path.join(folder, "record")
        if len(sys.argv) < 2:
            played = subprocess.run([PROGRAM, "demo", "--out", record], capture_output=True, text=True)
            check("the demonstration is played", [] if played.returncode == 0 else [played.stderr])
        server = subprocess.Popen(
            [PROGRAM, "serve", "--record", record, "--listen", "127.0.0.1:0", "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            base = json.loads(server.stdout.readline())["url"]
            answers = [("health", 200), ("openapi.json", 200), ("api/record", 200), ("api/log", 200),
                       ("en/none.html", 404), ("record/..%2f..%2fetc/passwd", 404), ("", 200)]
            check("the service answers", [
                f"{path}: {status} and not {wanted}" for path, wanted in answers
                if (status := fetch(base + path)[0]) != wanted])
            counts, problems = crawl(base)
            check(f"every link resolves ({counts['page']} pages, {counts['other']} other files)", problems)
            print(f"crawled {counts['page']} pages, {counts['other']} files: {time.time() - started:.0f} s")
            look(base)
            print(f"opened in the browser: {time.time() - started:.0f} s")
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                code = server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                code = "killed"
        check("SIGTERM ends the service", [] if code == 0 else [f"exit code {code}"])
        static_site(record, folder)
    live.run(check, SKIPPED.append, page_faults, (OVERFLOW, CONTRAST, TARGETS), tab_order)
    print(f"{time.time() - started:.0f} s; screenshots in {SCREENSHOTS}")
    return finish()


def stop_at_limit():
    FAILED.append("the time limit")
    print(f"FAILED stopped after {LIMIT} s")
    return finish()


def finish():
    print(f"{len(PASSED)} passed, {len(FAILED)} failed, {len(SKIPPED)} skipped", flush=True)
    return 1 if FAILED else 0


if __name__ == "__main__":
    os._exit(main())
