"""The page of a doubtful paper in a real browser: by keyboard alone, without scripts, on a phone, in the dark, in
three languages, and on paper."""
import importlib.util
import os
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SCREENSHOTS = os.path.join(ROOT, "screenshots")
NOBODY = """() => document.querySelectorAll('input[type=radio]:checked').length"""
# Every control has a name; every picture a text or is passed over by readers aloud; ids stand once.
NAMES = """() => {
  const faults = [];
  for (const input of document.querySelectorAll('input:not([type=hidden]), textarea, select')) {
    const named = input.labels && [...input.labels].some(l => l.textContent.trim());
    if (!named && !input.getAttribute('aria-label')) faults.push('no name: ' + input.outerHTML.slice(0, 80));
  }
  for (const image of document.querySelectorAll('img')) {
    if (!image.hasAttribute('alt')) faults.push('no text: ' + image.outerHTML.slice(0, 80));
  }
  for (const svg of document.querySelectorAll('svg')) {
    const told = svg.getAttribute('aria-hidden') === 'true' || svg.getAttribute('aria-label');
    if (!told) faults.push('no text: ' + svg.outerHTML.slice(0, 80));
  }
  for (const set of document.querySelectorAll('fieldset')) {
    if (!set.querySelector('legend')) faults.push('no legend');
  }
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(e => Number(e.tagName[1]));
  if (levels[0] !== 1) faults.push('no heading of the page');
  levels.forEach((level, place) => { if (place && level > levels[place - 1] + 1) faults.push('a heading is left out'); });
  return faults;
}"""
FOCUS = """() => {
  const e = document.activeElement;
  const ring = x => x && (getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
  return e === document.body || ring(e) || ring(e.closest('label'));
}"""


def looks():
    """The measurements of a page that the office's own test makes."""
    place = os.path.join(ROOT, "Tests", "OfficeWebTests", "run.py")
    spec = importlib.util.spec_from_file_location("office_web_run", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(check, server):
    from playwright.sync_api import sync_playwright
    office_web = looks()
    os.makedirs(SCREENSHOTS, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for step in (without_scripts, keyboard, measured):
            try:
                step(check, browser, server, office_web)
            except Exception as error:  # one broken walk must not hide the others
                check("a walk through the papers ends", False, str(error)[:1500])
        browser.close()


def keyboard(check, browser, server, office_web):
    """A person who never touches the mouse: from the sign-in to three papers done."""
    by_name = office_web.by_name
    person = office_web.Person(browser, server, by_name(server, "reviewer"), "en", size="desktop", scripts=True)
    page = person.page
    person.open("review.html")
    focused = page.evaluate("document.activeElement.textContent")
    check("the way to the next paper has the focus", "Take the next paper" in focused, focused)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    check("Enter takes a paper", "/review/" in page.url, page.url)
    check("nothing is chosen and no choice has the focus", page.evaluate(NOBODY) == 0
          and page.evaluate("document.activeElement.id") == "t0", page.evaluate("document.activeElement.outerHTML"))
    check("the keys stand on the buttons", page.locator("kbd:visible").count() >= 6)
    first = page.url
    page.keyboard.press("1")
    check("1 is a mark", page.is_checked("input[name=c0][value=mark]"))
    check("and is said aloud", "Mark" in page.inner_text("#chosen"), page.inner_text("#chosen"))
    page.keyboard.press("u")
    check("u takes it back", page.evaluate(NOBODY) == 0)
    places = page.locator("fieldset.target").count()
    for _ in range(places):
        page.keyboard.press("2")
    check("2 is no mark, place after place", page.locator("input[value=no-mark]:checked").count() == places)
    check("then the button to send has the focus", page.evaluate("document.activeElement.id") == "send")
    check("with a ring that is seen", page.evaluate(FOCUS))
    page.keyboard.press("p")
    check("p opens the whole paper", page.evaluate("document.getElementById('whole').open"))
    page.keyboard.press("p")
    check("and shuts it", not page.evaluate("document.getElementById('whole').open"))
    with page.expect_navigation():
        page.keyboard.press("n")
    check("n sends and takes the next", "/review/" in page.url and page.url != first
          and "Your opinion is kept" in person.text(), page.url)
    page.screenshot(path=os.path.join(SCREENSHOTS, "review-paper.jpg"), type="jpeg", quality=70)
    for _ in range(page.locator("fieldset.target").count()):
        page.keyboard.press("3")
    check("what cannot be told asks for a reason", page.evaluate("document.activeElement.id") == "f-why")
    page.keyboard.type("1 or 2? unsure")
    check("in which keys are letters", page.input_value("#f-why") == "1 or 2? unsure")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    check("Enter sends", "Your opinion is kept" in person.text(), person.text()[:200])
    page.keyboard.press("s")
    check("s says that the paper is spoiled, and asks why", page.is_checked("#f-spoiled")
          and page.evaluate("document.activeElement.id") == "f-why")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("n")
    check("without a reason it is not taken", "in a few words why" in person.text(), person.text()[:300])
    check("and the fault has the focus", page.evaluate("document.activeElement.id") == "errors")
    page.fill("#f-why", "torn in two")
    page.focus("#send")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    check("with one it is", "Your opinion is kept" in person.text(), person.text()[:200])
    unseen = []
    page.evaluate("document.activeElement.blur()")
    for _ in range(25):
        page.keyboard.press("Tab")
        if not page.evaluate(FOCUS):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 100)"))
    check("the focus is seen wherever it goes", not unseen, unseen[:3])
    # On a Russian keyboard the key of n types another letter.
    russian = office_web.Person(browser, server, by_name(server, "reviewer-2"), "ru", size="desktop", scripts=True)
    russian.open("review.html")
    russian.page.click(".next button")
    russian.page.keyboard.press("1")
    russian.page.evaluate("""document.dispatchEvent(new KeyboardEvent('keydown', {key: 'г', code: 'KeyU', bubbles: true}))""")
    check("keys are found on a keyboard of other letters", russian.page.evaluate(NOBODY) == 0)
    russian.press("put-back")
    # The browser tells of itself that a form was answered with its faults, and that they had the focus already.
    said = [told for told in person.said + russian.said if "422" not in told and "Autofocus" not in told]
    check("the console is silent", not said, said)
    person.close()
    russian.close()


def without_scripts(check, browser, server, office_web):
    person = office_web.Person(browser, server, office_web.by_name(server, "reviewer-3"), "ky")
    person.open("review.html")
    person.page.click(".next button")
    check("without scripts a paper is taken", "/review/" in person.page.url, person.page.url)
    check("and no key is promised", person.page.locator("kbd:visible").count() == 0)
    person.press("send")
    check("nothing is sent before all is decided", person.page.locator("#errors").count() == 1, person.text()[:200])
    # An opinion of two places: what is typed stays.
    places = person.page.locator("fieldset.target").count()
    for place in range(places):
        person.page.locator(f"#t{place} label", has=person.page.locator("input[value=no-mark]")).click()
    person.page.click("#undo")
    check("undo is the form's own", person.page.locator("input[type=radio]:checked").count() == 0)
    for place in range(places):
        person.page.locator(f"#t{place} label", has=person.page.locator("input[value=no-mark]")).click()
    before = person.page.url
    person.press("send")
    check("it is sent, and the next is there", person.page.url != before and "сакталды" in person.text(),
          person.text()[:200])
    person.page.click("#whole summary")
    check("the whole paper opens without a script", person.page.locator("#whole > img:visible").count() == 1)
    person.press("put-back")
    check("a paper is put back", person.page.url.split("?")[0].endswith("review.html"), person.page.url)
    person.page.click("details.act summary")
    person.page.click("button:has-text('Кайра алуу')")
    check("an opinion is taken back", "Кайра алынды" in person.text(), person.text()[:200])
    person.close()


def measured(check, browser, server, office_web):
    web = office_web.WEB
    for size, scheme, language, scripts in [
            ("phone", "dark", "ru", True), ("phone", "light", "ky", False), ("desktop", "dark", "en", True),
            ("desktop", "light", "ky", True)]:
        person = office_web.Person(
            browser, server, office_web.by_name(server, "reviewer-2"), language, size, scheme, scripts)
        faults = {"overflow": [], "contrast": [], "targets": [], "names": []}
        for path in ("review.html", None):
            if path:
                person.open(path)
            else:
                person.page.click(".next button")
            if size == "phone":
                faults["overflow"] += person.page.evaluate(web.OVERFLOW)
                faults["targets"] += person.page.evaluate(office_web.TARGETS)
                faults["targets"] += person.page.evaluate("""() => [...document.querySelectorAll('.choices label')]
                  .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.textContent)""")
            faults["contrast"] += person.page.evaluate(web.CONTRAST)
            faults["names"] += person.page.evaluate(NAMES)
        loaded = person.page.evaluate("""async () => {
          const answers = await Promise.all([...document.querySelectorAll('svg image')].map(
            e => fetch(e.getAttribute('href')).then(a => a.status + ' ' + a.headers.get('content-type'))));
          return [...new Set(answers)]; }""") if scripts else ["200 image/jpeg"]
        check(f"{language} {size} {scheme}: the pictures are there", loaded == ["200 image/jpeg"], loaded)
        for kind, claim in [("overflow", "no page is wider than the phone"), ("contrast", "contrast is 4.5"),
                            ("targets", "targets are 44 px high"), ("names", "everything has a name")]:
            check(f"{language} {size} {scheme}: {claim}", not faults[kind], sorted(set(faults[kind]))[:8])
        if (size, language) == ("phone", "ru"):
            person.page.screenshot(path=os.path.join(SCREENSHOTS, "review-phone.jpg"), type="jpeg", quality=70, full_page=True)
        person.page.emulate_media(media="print")
        check(f"{language} {size} {scheme}: on paper the crop is there and no button",
              person.page.locator(".crop:visible").count() > 0 and person.page.locator("#send:visible").count() == 0)
        person.page.emulate_media(media="screen")
        person.press("put-back")
        person.close()
