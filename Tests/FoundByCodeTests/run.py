"""Papers of others that are found by a code printed on them, through the command line: a QR code or a PDF417,
drawn here by libraries that share nothing with the reader's.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pdf417gen
import segno
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/StationTests"))
from station import Station  # noqa: E402

DOBUSH = ROOT / ".build/release/dobush"
WIDTH, HEIGHT = 1654, 2339  # A4 at 200 dots per inch
MILLIMETRE = 200 / 25.4
OPTIONS = {"mayor": 4, "council": 6}
# Evenly spaced, so that a page taken for one row off would still find most of its targets.
ROWS = {(contest, index): 700 + 130 * place for place, (contest, index) in enumerate(
    (contest, index) for contest, count in OPTIONS.items() for index in range(count))}
VOTED = {("mayor", 1), ("council", 0), ("council", 5)}
passed = failed = 0


def check(sentence, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {sentence}: {detail}"[:1500])


def run(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=120)


def named(text):
    return {"en": text, "ru": text, "ky": text}


def definition():
    return {
        "id": "other-makers-2031", "name": named("Papers of another maker"), "day": "2031-05-04",
        "districts": [{"id": "d", "name": named("District")}], "stations": [
            {"id": "s-1", "name": named("Station"), "district": "d", "seat": "home", "zoneMinutes": 360,
             "opens": "2031-05-04T02:00:00Z", "closes": "2031-05-04T14:00:00Z"}],
        "markPolicy": {"ignoredBelow": 250, "countedFrom": 1000, "text": named("Any mark counts.")},
        "publication": {"smallestPool": 30},
        "contests": [
            {"id": contest, "kind": "election", "votesAllowed": 2 if contest == "council" else 1,
             "title": named(contest), "options": [
                 {"id": f"{contest}-{i}", "kind": "candidate", "name": named(f"{contest} {i}")}
                 for i in range(count)]}
            for contest, count in OPTIONS.items()]}


def symbol(folder, kind, text):
    """A code as a picture without the empty room round it."""
    if kind == "qr":
        segno.make(text, error="m", micro=False).save(folder / "qr.png", scale=6, border=0)
        return Image.open(folder / "qr.png").convert("L")
    return pdf417gen.render_image(pdf417gen.encode(text, columns=6), scale=3, ratio=3, padding=0).convert("L")


def page(code, voted=()):
    image = Image.new("L", (WIDTH, HEIGHT), 246)
    draw = ImageDraw.Draw(image)
    large, small = ImageFont.load_default(48), ImageFont.load_default(34)
    draw.text((150, 140), "BALLOT OF ANOTHER MAKER", fill=20, font=large)
    draw.text((150, 560), "For mayor one, for the council two", fill=20, font=small)
    for place, row in ROWS.items():
        box = (150, row - 20, 150 + 48, row + 20)
        draw.ellipse(box, outline=30, width=3)
        if place in voted:
            draw.ellipse((154, row - 16, 194, row + 16), fill=50)
        draw.text((240, row - 22), f"{place[0].upper()} NUMBER {place[1]}", fill=20, font=small)
    image.paste(code, (1000, 330))
    return image


def scanned(image, degrees):
    return image.rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor=246)


def worn(image):
    """As a cheap scanner sees it: blurred, grainy, dim on one side."""
    dim = Image.linear_gradient("L").rotate(90).resize(image.size).point([255 - value // 8 for value in range(256)])
    grain = Image.effect_noise(image.size, 26).point([value - 128 + 255 if value < 128 else 255 for value in range(256)])
    return ImageChops.multiply(ImageChops.multiply(image.filter(ImageFilter.GaussianBlur(1.0)), dim), grain)


def at_station(folder, picture):
    """What a station's scan says of the page, by its own reader."""
    station = Station(folder / "station", folder / "def", name="s-1").opened()
    picture.save(station.watch / "page.png", compress_level=1)
    done, told = station.scan()
    return told[0]["result"] if told else done.stderr


def votes(folder, picture):
    """What the command says of one page: the options marked, and how many wait for a person; or the refusal."""
    scans, out = folder / "scans", folder / "out"
    for place in (scans, out):
        subprocess.run(["rm", "-rf", place], check=True)
    scans.mkdir()
    picture.save(scans / "page.png", compress_level=1)
    done = run("read", "--definition", folder / "def", "--out", out, "--jobs", 1, scans)
    if done.returncode not in (0, 1):
        return done.stderr
    refusals = json.loads((out / "refusals.json").read_text())
    if refusals:
        return refusals[0]["code"]
    totals = json.loads((out / "totals.json").read_text())
    marked = {option for contest in totals for option, count in contest["votes"].items() if count}
    return marked, len(json.loads((out / "review.json").read_text()))


with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    wanted = ({f"{contest}-{index}" for contest, index in VOTED}, 0)
    for kind in ("qr", "pdf417"):
        folder = work / kind
        (folder / "def").mkdir(parents=True)
        (folder / "def/definition.json").write_text(json.dumps(definition()))
        code = symbol(folder, kind, "MAKER 7 STYLE 12 PAGE 1")
        page(code).save(folder / "blank.png")
        done = run("define", "layouts", folder / "def", "--blanks", folder / "blank.png", "--code", kind)
        check(f"{kind}: a layout is made of an unmarked page", done.returncode == 0, done.stderr)
        path = folder / "def/ballot-layouts.json"
        layouts = json.loads(path.read_text())
        side = layouts[0]["sides"][0]
        drawn = {"left": 1000, "top": 330, "width": code.width, "height": code.height}
        off = max(abs(side["code"][edge] * MILLIMETRE - pixels) for edge, pixels in drawn.items())
        check(f"{kind}: the layout says which code, and where to two pixels",
              side["codeKind"] == kind and off <= 2, side.get("code"))
        inside = [l for l in side["landmarks"]
                  if 1000 < l["x"] * MILLIMETRE < 1000 + code.width
                  and 330 < l["y"] * MILLIMETRE < 330 + code.height]
        check(f"{kind}: cells of the code are no landmarks", side["landmarks"] and not inside, inside)
        # Another paper's number is in its code, so that no cell is where it was on the unmarked page.
        other_code = symbol(folder, kind, "MAKER 9 STYLE 21 PAGE 1")
        check(f"{kind}: another paper's code has other cells in the same place",
              other_code.size == code.size and other_code.tobytes() != code.tobytes(), other_code.size)
        same = page(other_code, VOTED)
        for degrees in (0, 180, 2, -2.5, 182.5, 90):
            found = votes(folder, scanned(same, degrees) if degrees != 90
                          else same.transpose(Image.Transpose.ROTATE_270))
            check(f"{kind}: the page turned by {degrees} is read", found == wanted, found)
        found = votes(folder, worn(scanned(same, 1.2)))
        check(f"{kind}: blurred, grainy and dim it is read", found == wanted, found)
        found = at_station(folder, scanned(same, -1))
        check(f"{kind}: a station counts it", found == "counted", found)
        # The code alone, and the targets: nothing else on the page is known.
        side["landmarks"] = []
        path.write_text(json.dumps(layouts))
        found = votes(folder, worn(scanned(same, 1.2)))
        check(f"{kind}: by the code alone, blurred, grainy and dim, the page is read", found == wanted, found)
        for degrees in (0, 180, 2, -2.5, 182.5):
            found = votes(folder, scanned(same, degrees))
            check(f"{kind}: by the code alone, turned by {degrees}, the page is read", found == wanted, found)
        other = page(symbol(folder, "qr" if kind == "pdf417" else "pdf417", "MAKER 7"), VOTED)
        found = votes(folder, other)
        check(f"{kind}: a page that carries the other kind of code is not placed by it",
              found == wanted or isinstance(found, str), found)
        done = run("define", "layouts", folder / "def", "--blanks", folder / "blank.png",
                   "--code", "qr" if kind == "pdf417" else "pdf417", "--json")
        problem = json.loads(done.stdout)["problem"] if done.stdout else {}
        check(f"{kind}: a code that is not there is said to be missing, in three languages",
              done.returncode == 2 and problem.get("code") == "layouts.no-code"
              and len({*problem["text"].values(), *problem["advice"].values()}) == 6, problem or done.stderr)
print(f"{passed} passed, {failed} failed, 0 skipped")
sys.exit(1 if failed else 0)
