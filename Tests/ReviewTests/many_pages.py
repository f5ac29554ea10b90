"""Papers scanned into one file of many pages: the reading of a TIFF and of a PDF is packed and taken in, and the
reviewer is shown the crop and the whole of the very page."""
import io
import json
import random
import subprocess
import time

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

import papers
import synthetic_country as country
from restarted_office import DOBUSH, Office, Served

STATION = country.station(0)
DOTS = 200
# Page of the batch, from 1, and the option of the first contest whose target it marks faintly.
DOUBTFUL = {2: 3, 5: 1, 6: 2}
PAGES = 7


def dobush(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)


def run(tally, work):
    place = work / "batches"
    (place / "def").mkdir(parents=True)
    (place / "def/definition.json").write_text(json.dumps(country.definition(4)))
    done = dobush("define", "ballots", place / "def", "--out", place / "ballots.pdf",
                  "--layouts", place / "def/ballot-layouts.json")
    if not tally.check(done.returncode == 0, "ballots are drawn", done.stderr[-300:]):
        return
    pages = scans(place)
    pages[0].save(place / "batch.tif", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    copies = [page.copy() for page in pages]
    copies[0].save(place / "batch.pdf", save_all=True, append_images=copies[1:], resolution=DOTS, quality=95)
    for kind in ("tif", "pdf"):
        packed(tally, place, kind, pages)
    if (place / "packed-tif").exists() and (place / "packed-pdf").exists():
        shown(tally, place, pages)
    refusals(tally, place, pages)


def scans(place):
    """The drawn paper, marked, and each laid on the glass a little otherwise."""
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", "-png", "-singlefile", place / "ballots.pdf", place / "blank"],
                   check=True, timeout=60)
    layout = json.loads((place / "def/ballot-layouts.json").read_text())[0]
    pages = []
    for number in range(1, PAGES + 1):
        page = Image.open(place / "blank.png").convert("L")
        pen = ImageDraw.Draw(page)
        chance = random.Random(number)
        for contest, options in country.OPTIONS.items():
            chosen = options[chance.randrange(len(options))]
            if contest == "president" and number in DOUBTFUL:
                x, y = spot(page, layout, contest, options[DOUBTFUL[number]])
                pen.ellipse([x - 5, y - 4, x + 5, y + 4], fill=90)
            else:
                x, y = spot(page, layout, contest, chosen)
                pen.ellipse([x - 19, y - 12, x + 19, y + 12], fill=40)
        page = page.rotate(chance.uniform(-0.8, 0.8), Image.Resampling.BICUBIC, fillcolor=255,
                           translate=(chance.randrange(-6, 7), chance.randrange(-6, 7)))
        grain = Image.effect_noise(page.size, 14).filter(ImageFilter.GaussianBlur(0.6))
        pages.append(ImageChops.add(page, grain, 1, -128))
    return pages


def spot(page, layout, contest, option):
    """The middle of an option's target, by the layout: columns and rows run between the corner marks' centres."""
    side = layout["sides"][0]
    target = next(t for t in side["targets"] if (t["contest"], t["option"]) == (contest, option))
    pitch = layout["markPitchMillimetres"]
    left = (layout["widthMillimetres"] - (side["columns"] - 1) * pitch) / 2
    top = (layout["heightMillimetres"] - (side["rows"] - 1) * pitch) / 2
    dot = DOTS / 25.4
    return (left + target["column"] * pitch) * dot, (top + target["row"] * pitch) * dot


def packed(tally, place, kind, pages):
    out, folder = place / f"read-{kind}", place / f"packed-{kind}"
    dobush("read", "--definition", place / "def", "--out", out, place / f"batch.{kind}")
    items = json.loads((out / "review.json").read_text())
    names = [f"batch.{kind}#{number}" for number in DOUBTFUL]
    tally.check([item["page"] for item in items] == names, f"{kind}: the doubtful pages are named by file and place",
                str([(item["page"], item["code"]) for item in items]))
    done = dobush("review", "pack", "--definition", place / "def", "--reading", out, "--station", STATION,
                  "--out", folder, place / f"batch.{kind}")
    if not tally.check(done.returncode == 0, f"{kind}: the reading of a file of {PAGES} pages is packed",
                       done.stderr[-300:] or done.stdout.strip()):
        return
    reading = json.loads((folder / "reading.json").read_text())
    targets = [target for paper in reading["doubtful"] for target in paper["targets"]]
    for number, item, target, paper in zip(DOUBTFUL, items, targets, reading["doubtful"]):
        crop = Image.open(folder / "pictures" / f"{target['crop']}.jpg")
        whole = Image.open(folder / "pictures" / f"{paper['pages'][0]['picture']}.jpg")
        tally.check(nearest(crop, pages, lambda page: cut(page, item, crop.size)) == number,
                    f"{kind}: the crop is of page {number}")
        tally.check(nearest(whole, pages, lambda page: page.reduce(2).crop((0, 0, *whole.size))) == number,
                    f"{kind}: and so is the whole page")


def cut(page, item, size):
    """60 by 18 mm round a target on the left half: 13 mm before it."""
    density = item["pixelsPerMillimetre"] / 100
    left = max(0, item["x"] - round(13 * density))
    top = max(0, item["y"] - size[1] // 2)
    return page.crop((left, top, left + size[0], top + size[1]))


def nearest(picture, pages, part):
    """The page, from 1, that a picture was made of: nearest to it, within what a JPEG changes."""
    apart = [ImageStat.Stat(ImageChops.difference(picture, part(page))).mean[0] for page in pages]
    least = min(apart)
    return apart.index(least) + 1 if least < 4 and sorted(apart)[1] > 2 * least else 0


def shown(tally, place, pages):
    """Taken in, the page of the review and the interface show what was packed."""
    served = Served("--data", str(place / "data"))
    try:
        served.start()
        office = Office(served)
        office.set_election(country.definition(4), country.FORMS)
        office.person("officer", "national-officer", "nation")
        reviewer = office.person("reviewer", "reviewer", "nation")
        done = dobush("review", "load", "--data", place / "data", "--as", "officer@example.org", place / "packed-tif")
        tally.check(done.returncode == 0, "the folder is taken in", done.stderr[-300:])
        reading = papers.name(json.loads((place / "packed-tif/reading.json").read_text()))
        until = time.monotonic() + 5
        while time.monotonic() < until and not reviewer.must("GET", "/api/v1/review").json["readings"]:
            time.sleep(0.05)  # the running service learns of it by itself
        for index, number in enumerate(DOUBTFUL, 1):
            paper = reviewer.must("GET", f"/api/v1/review/papers/{reading}-{index}").json
            files = [paper["targets"][0]["crop"], *paper["pages"]]
            html = reviewer.must("GET", f"/en/office/review/{reading}-{index}.html").body.decode()
            tally.check(all(f"files/{file}" in html for file in files), f"page {number}: the review page has its pictures")
            whole = Image.open(io.BytesIO(reviewer.must("GET", f"/api/v1/files/{paper['pages'][0]}").body))
            tally.check(nearest(whole, pages, lambda page: page.reduce(2).crop((0, 0, *whole.size))) == number,
                        f"page {number}: and they are of that page")
    finally:
        served.close()


def refusals(tally, place, pages):
    words = ["review", "pack", "--definition", place / "def", "--reading", place / "read-tif", "--station", STATION,
             "--out", place / "none"]
    other = place / "other"
    other.mkdir()
    rows = [("its pages in another order", pages[::-1], "review.other-page"),
            ("fewer pages than were read", pages[:1], "review.other-page"),
            ("none of its name", None, "review.page-missing")]
    for claim, content, code in rows:
        batch = other / "batch.tif"
        if content:
            content[0].save(batch, save_all=True, append_images=content[1:], compression="tiff_lzw")
        else:
            batch.rename(other / "batch2.tif")
        done = dobush(*words, other)
        tally.check(done.returncode == 2 and f"problem: {code}" in done.stderr and not (place / "none").exists(),
                    f"a file with {claim} is refused as {code}", "" if code in done.stderr else done.stderr[-300:])
    # Beside the right one, a file of the same name does no harm.
    pages[0].save(other / "batch.tif")
    done = dobush(*words, other, place / "batch.tif")
    tally.check(done.returncode == 0, "the right one is found among files of one name", done.stderr[-300:])
