"""An invented country of any size, for load and faults. No figure in it is of any real election."""
import random

NOTICE = {"en": "Invented for a load test; no such country.", "ru": "Вымышлено для нагрузочной проверки.",
          "ky": "Жүк сыноо үчүн ойдон чыгарылган."}
OPTIONS = {"president": ["alder", "birch", "cedar", "against-all"], "referendum": ["yes", "no"]}
FORMS = {"president": "tervania", "referendum": "tervania"}


def text(words):
    return {"en": words}


def definition(stations, districts=9, opens="2031-05-18T02:00:00Z", closes="2031-05-18T14:00:00Z"):
    """As in definition.json."""
    def option(name, contest):
        kind = "answer" if contest == "referendum" else "against-all" if name == "against-all" else "candidate"
        return {"id": name, "name": text(name.capitalize()), "kind": kind}

    return {
        "id": "load-2031", "name": text("Load test"), "inventedNotice": NOTICE, "day": "2031-05-18",
        "contests": [
            {"id": contest, "title": text(contest.capitalize()),
             "kind": "referendum" if contest == "referendum" else "election", "votesAllowed": 1,
             "options": [option(name, contest) for name in names]}
            for contest, names in OPTIONS.items()],
        "districts": [{"id": f"d{n:02}", "name": text(f"District {n}")} for n in range(1, districts + 1)],
        "stations": [
            {"id": station(n), "name": text(f"Station {n}"), "district": f"d{n % districts + 1:02}",
             "seat": "home", "zoneMinutes": 360, "opens": opens, "closes": closes}
            for n in range(stations)],
        "markPolicy": {"ignoredBelow": 500, "countedFrom": 2500, "text": text("As usual.")},
        "publication": {"smallestPool": 30},
    }


def station(number):
    return f"s{number:05}"


def figures(contest, chance=random):
    """A sheet that adds up, by the equations of Tervania's form."""
    registered = chance.randrange(600, 2400)
    issued = registered * chance.randrange(35, 80) // 100
    cancelled = chance.randrange(0, 200)
    invalid = chance.randrange(0, 12)
    mobile = chance.randrange(0, 40)
    valid = issued - invalid
    sheet = {
        "registered": registered, "received": issued + cancelled, "issued": issued, "cancelled": cancelled,
        "in-mobile-boxes": mobile, "in-stationary-boxes": issued - mobile, "invalid": invalid, "valid": valid}
    left = valid
    for name in OPTIONS[contest][:-1]:
        sheet[name] = chance.randrange(0, left + 1)
        left -= sheet[name]
    sheet[OPTIONS[contest][-1]] = left
    return sheet


def statement(station, contest, series, sheet, image=None, replaces=None, why=None):
    """The text that a commission signs; its SHA-256 names the sheet."""
    lines = ["dobush-sheet-1", "election load-2031", f"station {station}", f"contest {contest}",
             f"series {series}", *(f"figure {name} {value}" for name, value in sheet.items())]
    lines += [f"{key} {value}" for key, value in (("image", image), ("replaces", replaces), ("why", why)) if value]
    return "\n".join(lines) + "\n"


def picture(bytes_, chance=random):
    """What begins as a JPEG does and has so many bytes that nothing compresses."""
    return b"\xff\xd8\xff\xe0" + chance.randbytes(bytes_ - 4)
