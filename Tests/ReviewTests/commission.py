"""Papers on which three reviewers do not agree: two officers decide them for the commission, by the interface, on a
telephone without scripts, and by keyboard; nobody else can, and the records tell who did."""
import os

import browser
import office
from blindness import say, take

GROUNDS = "Sitting of 19 May, minutes 4: five of seven see a stroke of the pen, none a mark."
MEASURED = [("phone", "dark", "ru", True), ("phone", "light", "ky", False), ("desktop", "light", "en", True),
            ("desktop", "dark", "ky", True)]


def run(check, server, schema):
    people = office.demo(server)
    papers = [leave(people["reviewer"], targets) for targets in (1, 1, 2)]
    if not check("three papers are left to the commission", all(papers), papers) and not all(papers):
        return
    interface(check, people, papers[0], schema)
    from playwright.sync_api import sync_playwright
    office_web = browser.looks()
    os.makedirs(browser.SCREENSHOTS, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for step in (measured, without_scripts, keyboard, taken_back):
            try:
                step(check, chromium, server, office_web, people, papers)
            except Exception as error:  # one broken walk must not hide the others
                check("a walk through the commission's papers ends", False, str(error)[:1500])
        chromium.close()


def leave(reviewers, targets):
    """Three persons say three things of a paper with so many doubtful places; others are settled on the way."""
    for _ in range(60):
        paper = take(reviewers[0])
        if not paper:
            return None
        shown = reviewers[0].call("GET", f"/api/v1/review/papers/{paper}")[2]
        wanted = len(shown["targets"]) == targets
        answers = ["mark", "no-mark", "cannot-tell"] if wanted else ["no-mark"] * 2
        for client, answer in zip(reviewers, answers):
            if client is not reviewers[0] and take(client) != paper:
                raise RuntimeError("a paper that was begun does not come first")
            choices = [answer] * len(shown["targets"])
            client.call("POST", f"/api/v1/review/papers/{paper}/opinion",
                        {"choices": choices, "spoiled": False, "why": "a faint stroke" if answer == "cannot-tell" else None})
        if wanted:
            return paper
    return None


def interface(check, people, paper, schema):
    path = f"/api/v1/review/papers/{paper}"
    body = {"choices": ["no-mark"], "spoiled": False, "grounds": GROUNDS}
    one, two = people["national-officer"][:2]
    for role in ("reviewer", "auditor", "observer", "administrator", "commission-member", "territorial-officer"):
        for way, content in (("decision", body), ("decision-confirmation", {"entered": 1}), ("decision-withdrawal", None)):
            answer = people[role][0].call("POST", f"{path}/{way}", content)
            check(f"{role}: no {way}", answer[0] == 403 and answer[2]["problem"] == "filing.not-allowed", answer)
    for client, opens in ((one, True), (people["auditor"][0], True), (people["reviewer"][0], False)):
        shown = client.call("GET", path)[2]
        said = [o["choices"] for o in shown.get("opinions", [])]
        check("what each reviewer said is opened to who does not review",
              said == ([["mark"], ["no-mark"], ["cannot-tell"]] if opens else []), shown)
        check("the open place is told", shown["state"] == "undecided" and shown["targets"][0]["open"], shown)
    for claim, change, code in [
            ("without grounds", {"grounds": " "}, "filing.decision-without-grounds"),
            ("with a choice too many", {"choices": ["mark", "mark"]}, "filing.choices"),
            ("with choices on a spoiled paper", {"spoiled": True}, "filing.choices")]:
        answer = one.call("POST", f"{path}/decision", dict(body, **change))
        check(f"{claim} it is refused", answer[0] == 422 and answer[2]["problem"] == code, answer)
    check("what fits no description is told", one.call("POST", f"{path}/decision", {"choices": ["maybe"]})[0] == 400)
    before = totals(people, paper)
    entered = one.call("POST", f"{path}/decision", body)[2]["act"]
    check("entered, it counts for nothing", totals(people, paper) == before)
    shown = two.call("GET", path)[2]["decision"]
    check("a second officer reads who entered what, and why", shown["entered"] == entered and shown["by"] == one.user
          and shown["choices"] == ["no-mark"] and shown["grounds"] == GROUNDS and "confirmedBy" not in shown, shown)
    for client, number, code in ((one, entered, "filing.second-person"), (two, entered - 1, "filing.no-decision-waits")):
        answer = client.call("POST", f"{path}/decision-confirmation", {"entered": number})
        check(f"{code}", answer[2]["problem"] == code, answer)
    check("another cannot be entered beside it", two.call("POST", f"{path}/decision", body)[2]["problem"]
          == "filing.decision-waits")
    check("it is taken back", two.call("POST", f"{path}/decision-withdrawal")[0] == 200
          and "decision" not in one.call("GET", path)[2])
    again = one.call("POST", f"{path}/decision", body)[2]["act"]
    check("what was taken back cannot be confirmed", two.call("POST", f"{path}/decision-confirmation",
          {"entered": entered})[2]["problem"] == "filing.no-decision-waits")
    check("a second officer confirms", two.call("POST", f"{path}/decision-confirmation", {"entered": again})[0] == 200)
    shown = one.call("GET", path)[2]
    check("then it counts", shown["state"] == "settled" and shown["targets"][0]["decided"] == "no-mark"
          and shown["decision"]["confirmedBy"] == two.user and totals(people, paper) != before, shown)
    check("and is not decided again", two.call("POST", f"{path}/decision", body)[2]["problem"]
          == "filing.paper-not-for-commission")
    records(check, people, paper, [one.user, two.user], schema)


def totals(people, paper):
    return people["auditor"][0].call("GET", f"/api/v1/readings/{paper.rsplit('-', 1)[0]}")[2]["after"]


def records(check, people, paper, names, schema):
    auditor = people["auditor"][0]
    sheet = auditor.call("GET", f"/api/v1/review/papers/{paper}")[2]["sheet"]
    report = auditor.call("GET", f"/api/v1/readings/{paper.rsplit('-', 1)[0]}/records")[2]
    record = next(r for r in report["CVR"] if r["UniqueId"] == sheet)
    kinds = [s["Type"] for s in record["CVRSnapshot"]]
    check("the decision is a snapshot behind the reviewers'", kinds == ["original", "interpreted", "modified", "modified"]
          and record["CurrentSnapshotId"] == record["CVRSnapshot"][3]["@id"], kinds)
    notes = [s["Annotation"][0] for s in record["CVRSnapshot"][2:]]
    check("with who entered and who confirmed it, and the grounds", notes[1]["AdjudicatorName"] == names
          and notes[1]["Message"] == [f"The commission decided. {GROUNDS}"] and len(notes[0]["AdjudicatorName"]) == 3, notes)
    schema("the records with the commission's decision follow the schema of NIST", report)
    entries, after = [], 0
    while page := auditor.call("GET", f"/api/v1/log?after={after}&limit=1000")[2]["entries"]:
        entries += page
        after = page[-1]["act"]
    mine = [e for e in entries if (e.get("kind") or "").startswith("paper-decision") and paper in e["body"]]
    check("each step is an act with who and when", [(e["kind"][15:], e["actor"]) for e in mine]
          == [("proposed", names[0]), ("withdrawn", names[1]), ("proposed", names[0]), ("confirmed", names[1])], mine)


def measured(check, chromium, server, office_web, people, papers):
    """Every look of the page on which an officer decides."""
    for size, scheme, language, scripts in MEASURED:
        person = office_web.Person(chromium, server, office_web.by_name(server, "centre-1"), language, size, scheme, scripts)
        for paper in papers[1:]:
            person.open(f"review/{paper}.html")
            looked(check, person, office_web, size, f"{language} {size} {scheme}")
        person.page.screenshot(path=os.path.join(browser.SCREENSHOTS, f"commission-{size}-{language}.jpg"),
                               type="jpeg", quality=70, full_page=True)
        person.close()


def looked(check, person, office_web, size, name):
    found = {"contrast is 4.5": person.page.evaluate(office_web.WEB.CONTRAST),
             "everything has a name": person.page.evaluate(browser.NAMES)}
    if size == "phone":
        found["no page is wider than the phone"] = person.page.evaluate(office_web.WEB.OVERFLOW)
        found["targets are 44 px high"] = person.page.evaluate(office_web.TARGETS)
    for claim, faults in found.items():
        check(f"{name}: {claim}", not faults, faults[:5])


def without_scripts(check, chromium, server, office_web, people, papers):
    """Entered on a phone in Russian, confirmed on another in Kyrgyz, neither with a script."""
    paper = papers[1]
    one = office_web.Person(chromium, server, office_web.by_name(server, "centre-1"), "ru")
    check("the desk says what waits", "рецензенты не согласны: 2" in one.text(), one.text()[:600])
    one.open(f"review/{paper}.html")
    text = one.text()
    check("what three reviewers said stands beside the picture", text.count("Отметка есть") >= 2
          and "a faint stroke" in text and "First reviewer" in text or "Third reviewer" in text, text[:900])
    one.press("decide")
    check("nothing is entered before all is decided and grounded", one.page.locator("#errors li").count() == 2, one.text()[:300])
    one.page.locator("#t0 label", has=one.page.locator("input[value=cannot-tell]")).click()
    one.page.fill("#f-why", GROUNDS)
    one.press("decide")
    check("it is entered", "Внесено" in one.text() and GROUNDS in one.text(), one.text()[:400])
    check("who entered it is offered no word of a second", one.page.locator("button:has-text('Подтвердить')").count() == 0
          and "Могут подтвердить" in one.text(), one.text()[:400])
    two = office_web.Person(chromium, server, office_web.by_name(server, "centre-2"), "ky")
    check("the second officer's desk has it first", "чечимди ырастоо" in two.page.inner_text(".work li >> nth=0"),
          two.text()[:400])
    two.page.click(".work a >> nth=0")
    check("and leads to the paper", paper in two.page.url, two.page.url)
    looked(check, two, office_web, "phone", "the page to confirm")
    two.shot("decision-waits")
    two.page.click("button:has-text('Чечимди ырастоо')")
    check("confirmed, it says what it came to", "Комиссия чечти" in two.text() and "добуш жок" in two.text(), two.text()[:600])
    looked(check, two, office_web, "phone", "the page of a decided paper")
    check("and nothing is left to press", two.page.locator("main form").count() == 0)
    for person in (one, two):
        check("the console is silent", not [t for t in person.said if "422" not in t], person.said)
        person.close()


def keyboard(check, chromium, server, office_web, people, papers):
    """A decision on two places entered and confirmed without a mouse."""
    paper = papers[2]
    person = office_web.Person(chromium, server, office_web.by_name(server, "centre-2"), "en", size="desktop", scripts=True)
    page = person.page
    person.open(f"review/{paper}.html")
    check("nothing is chosen and the first open place has the focus", page.evaluate(browser.NOBODY) == 0
          and page.evaluate("document.activeElement.id") == "t0", page.evaluate("document.activeElement.outerHTML"))
    page.keyboard.press("3")
    page.keyboard.press("u")
    check("u takes a choice back", page.evaluate(browser.NOBODY) == 0)
    page.keyboard.press("1")
    page.keyboard.press("2")
    check("1 and 2 decide the places, then the grounds have the focus",
          page.is_checked("input[name=c0][value=mark]") and page.is_checked("input[name=c1][value=no-mark]")
          and page.evaluate("document.activeElement.id") == "f-why", page.evaluate("document.activeElement.outerHTML"))
    page.keyboard.type(GROUNDS)
    check("in which keys are letters", page.input_value("#f-why") == GROUNDS)
    page.keyboard.press("Escape")
    check("Escape leads on to the button, with a ring that is seen",
          page.evaluate("document.activeElement.id") == "send" and page.evaluate(browser.FOCUS))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    check("Enter enters it", "A second officer must confirm it" in person.text(), person.text()[:300])
    person.close()
    person = office_web.Person(chromium, server, office_web.by_name(server, "centre-1"), "en", size="desktop", scripts=True)
    page = person.page
    person.open(f"review/{paper}.html")
    for _ in range(60):
        page.keyboard.press("Tab")
        if "Confirm the decision" in page.evaluate("document.activeElement.textContent") and page.evaluate(
                "document.activeElement.tagName") == "BUTTON":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    check("and by keyboard it is confirmed", "Decided by the commission" in person.text(), person.text()[:400])
    check("the console is silent", not [t for t in person.said if "Autofocus" not in t], person.said)
    person.close()


def taken_back(check, chromium, server, office_web, people, papers):
    """A reading goes by a page, with a reason, and not by a slip of the finger."""
    reading = papers[0].rsplit("-", 1)[0]
    before = people["auditor"][0].call("GET", f"/api/v1/readings/{reading}")[2]
    auditor = office_web.Person(chromium, server, office_web.by_name(server, "auditor"), "en", size="desktop")
    auditor.open(f"readings/{reading}.html")
    check("who sees the work sees the reading and no way to take it back", reading in auditor.text()
          and auditor.page.locator("main form").count() == 0, auditor.text()[:300])
    auditor.close()
    person = office_web.Person(chromium, server, office_web.by_name(server, "centre-1"), "ky")
    person.open("review.html")
    person.page.click(f"a[href*='readings/{reading}']")
    rows = person.page.locator("table >> nth=0").inner_text()
    check("the page has the totals after review", all(
        str(number) in rows for number in before["after"][0]["votes"].values()), rows)
    person.page.click("details.act summary")
    looked(check, person, office_web, "phone", "the page of a reading")
    person.shot("reading")
    person.page.click("form.form button.grave")
    check("without a reason and a word that one is sure nothing happens", person.page.locator("#errors li").count() == 2
          and people["auditor"][0].call("GET", f"/api/v1/readings/{reading}")[0] == 200, person.text()[:300])
    person.page.fill("#f-why", "The glass was dirty.")
    person.page.check("input[name=sure]")
    person.page.click("form.form button.grave")
    check("with both it is taken back", "Окуу кайра алынды" in person.text(), person.text()[:300])
    check("and is gone", people["auditor"][0].call("GET", f"/api/v1/readings/{reading}")[0] == 404)
    check("its page says so", person.open(f"readings/{reading}.html").status == 404)
    person.close()
