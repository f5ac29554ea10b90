"""Pixels against other decoders: Pillow for pictures, pdftoppm for drawn pages of PDF files; every file cut at
every byte; codes against where they were drawn; and batches read as one file.

Lossless kinds must be equal to the pixel. JPEG may differ by one level, where both take the brightness that is
stored; by three where a colour is made first (JPEG of red, green and blue, JPEG in TIFF).
"""
import json
import math
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pdf417gen
import segno
from PIL import Image, ImageChops, ImageOps

import pictures

ROOT = Path(__file__).resolve().parents[2]
PROBE = ROOT / ".build/release/page-probe"
DOBUSH = ROOT / ".build/release/dobush"
BALLOTS = ROOT.parent / "shared/data/ballots"
passed = failed = skipped = 0


def check(name, holds, what=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}: {what}")


def skip(name):
    global skipped
    skipped += 1
    print(f"skipped: {name} needs ../shared")


def probe(*words):
    result = subprocess.run([PROBE, *map(str, words)], capture_output=True, text=True, timeout=600)
    check("page-probe ends well", result.returncode == 0, result.stderr[-300:])
    return [json.loads(line) for line in result.stdout.splitlines()]


def decoded(folder, files, *options):
    """Each page's line and its pixels, by file and page."""
    out = folder / f"pixels-{len(list(folder.iterdir()))}"
    out.mkdir()
    number = {str(path): index for index, path in enumerate(files)}
    found = {}
    for line in probe("--out", out, *options, *files):
        place = (line["file"], line.get("page", 1))
        path = out / f"{number[line['file']]}-{place[1]}.pgm"
        found[place] = (line, Image.open(path) if path.exists() else None)
    return found


def furthest(a, b):
    return max(high for _, high in [ImageChops.difference(a, b).getextrema()])


def compare(name, ours, theirs, most):
    line, image = ours
    if image is None or image.size != theirs.size:
        check(name, False, f"{line} instead of {theirs.size}")
        return
    check(name, furthest(image, theirs) <= most, f"differs by {furthest(image, theirs)}")


def kinds(folder):
    exact = pictures.lossless(folder)
    found = decoded(folder, exact)
    for path, theirs in exact.items():
        compare(path.name, found[str(path), 1], theirs, 0)
    close = pictures.lossy(folder)
    found = decoded(folder, close + [folder / "arithmetic.jpg"])
    for path in close:
        compare(path.name, found[str(path), 1], brightness(path), 3 if path.suffix == ".tif" or "rgb" in path.name else 1)
    # Pillow's decoder may lack arithmetic coding; the pixels are those of the file it was made from.
    compare("arithmetic.jpg", found[str(folder / "arithmetic.jpg"), 1], Image.open(folder / "grey.jpg"), 0)
    return list(exact) + close


def brightness(path):
    """The grey that is stored in a JPEG, without making colours of it first."""
    image = Image.open(path)
    image.draft("L", image.size)
    return image.convert("L")


def apart(folder, files):
    """In a process of its own a picture gives the same pixels and refusals, and a decoder that fails refuses one."""
    more = [folder / name for name in ("cmyk.jpg", "deep.png", "plain.pdf", "turned.pdf")]
    here, there = decoded(folder, files + more), decoded(folder, files + more, "--apart")
    check("as many pages", list(here) == list(there), len(there))
    for place, (line, image) in here.items():
        other, pixels = there.get(place, ({}, None))
        name = f"apart {Path(place[0]).name} {place[1]}"
        if image is None:
            check(name, line == other, other)
        else:
            check(name, pixels is not None and image.tobytes() == pixels.tobytes(), other)
            check(f"{name}: density", line.get("density") == other.get("density"), other)
    for misfit, code in [("--fails", "imaging.decoder-stopped"), ("--sleeps", "imaging.too-slow"),
                         ("--lies", "imaging.decoder-stopped")]:
        codes = [line.get("code") for line in probe("--misfit", misfit, *files[:2])]
        check(f"a decoder that {misfit[2:]}", codes == [code, code], codes)
    said = subprocess.run([PROBE, "--enclosed"], capture_output=True, text=True, timeout=60).stdout.split()
    check("an enclosed process reaches nothing", said == ["file:no", "socket:no", "program:no"], said)


def refused(folder):
    colour = pictures.drawing()
    wanted = {}

    def save(name, code, image, **options):
        image.save(folder / name, **options)
        wanted[str(folder / name)] = code
    save("palette.tif", "imaging.unsupported", colour.quantize(16))
    save("cmyk.jpg", "imaging.ink-colours", colour.convert("CMYK"))
    save("cmyk.tif", "imaging.ink-colours", colour.convert("CMYK"))
    save("deep.png", "imaging.deep-samples", colour.convert("I;16"))
    save("deep.tif", "imaging.deep-samples", colour.convert("I;16"))
    save("animated.png", "imaging.animated", colour, save_all=True, append_images=[colour.rotate(90)])
    save("picture.webp", "imaging.unknown-kind", colour)
    save("picture.gif", "imaging.unknown-kind", colour.convert("L"))
    save("big.tif", "imaging.big-tiff", colour, big_tiff=True)
    for line in probe(*wanted):
        check(line["file"], line.get("code") == wanted[line["file"]], line)


def cuts(folder, files):
    small = [path for path in files if path.stat().st_size < 40_000]
    (folder / "cut.pdf").write_bytes(pictures.pdf([((folder / "grey.jpg").read_bytes(), (200, 160), b"DeviceGray")]))
    for line in probe("--cuts", *small, folder / "cut.pdf"):
        check(f"cut {Path(line['file']).name}", line["accepted"] == [], f"accepted at {line['accepted'][:9]}")


def turned(folder):
    files = []
    for tag in range(1, 9):
        exif = Image.Exif()
        exif[274] = tag
        files.append(folder / f"turned-{tag}.jpg")
        pictures.drawing().convert("L").save(files[-1], exif=exif, quality=95)
    found = decoded(folder, files)
    for path in files:
        compare(path.name, found[str(path), 1], ImageOps.exif_transpose(Image.open(path)), 1)


def portable(folder):
    """A PDF of two scans, as it is, and with what makes the page differ from its picture."""
    scans = []
    for index in (0, 1):
        image = Image.new("L", (850, 1100), 245)
        image.paste(pictures.drawing().convert("L").resize((366, 282)), (40 + 300 * index, 60))
        image.save(folder / f"scan-{index}.jpg", quality=90)
        scans.append(((folder / f"scan-{index}.jpg").read_bytes(), image.size, b"DeviceGray"))
    files = {
        "plain": pictures.pdf(scans),
        "turned": pictures.pdf(scans[:1], keys=b"/Rotate 270"),
        "marked": pictures.pdf(scans[:1], over=b"0 g 200 100 9 9 re f"),
        "cropped": pictures.pdf(scans[:1], keys=b"/CropBox [20 20 250 300]"),
        "beside": pictures.pdf(scans[:1], placed=b"200 0 0 200 50 50"),
    }
    for name, bytes in files.items():
        (folder / f"{name}.pdf").write_bytes(bytes)
    found = decoded(folder, [folder / f"{name}.pdf" for name in files])
    for page in (1, 2):
        line, _ = found[str(folder / "plain.pdf"), page]
        compare(f"plain.pdf {page}", found[str(folder / "plain.pdf"), page], Image.open(folder / f"scan-{page - 1}.jpg"), 1)
        check("pages and density", line["pages"] == 2 and line["density"] == [200, 200], line)
    compare("turned.pdf", found[str(folder / "turned.pdf"), 1],
            Image.open(folder / "scan-0.jpg").transpose(Image.Transpose.ROTATE_90), 1)
    # The picture beside the page's edge is at 306 dots per inch, so the page is drawn at 300.
    for name, density in (("marked", "200"), ("cropped", "200"), ("beside", "300")):
        drawn = subprocess.run(
            ["pdftoppm", "-gray", "-cropbox", "-r", density, "-singlefile", folder / f"{name}.pdf", folder / name],
            check=True, timeout=60)
        check("pdftoppm", drawn.returncode == 0)
        compare(f"{name}.pdf", found[str(folder / f"{name}.pdf"), 1], Image.open(folder / f"{name}.pgm"), 0)


def codes(folder):
    """Corners of a drawn code, turned about the page's middle: of a QR code to two pixels, of a PDF417 to three."""
    text = "DOBUSH1 tervania-2031 бюллетень-ң front"
    qr = segno.make(text, error="m", boost_error=False, micro=False)
    qr.save(folder / "qr.png", scale=6, border=0)
    bars = pdf417gen.render_image(pdf417gen.encode("DOBUSH1 tervania-2031 side 2"), scale=3, ratio=3, padding=0)
    for kind, code, words in [
            ("qr", Image.open(folder / "qr.png").convert("L"), text),
            ("pdf417", bars.convert("L"), "DOBUSH1 tervania-2031 side 2")]:
        page = Image.new("L", (1654, 2339), 250)
        page.paste(code, (300, 400))
        for degrees in (0, 1.5, -3, 3, 90, 177, 180, 270):
            turned = page.rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor=250)
            path = folder / f"{kind}-{degrees}.png"
            turned.save(path, compress_level=1)
            lines = probe("--codes", path)
            found = lines[0].get("codes", [])
            name = f"{kind} turned by {degrees}"
            check(f"{name}: one code", [c["text"] for c in found] == [words], found)
            if not found:
                continue
            check(f"{name}: kind", found[0]["kind"] == kind, found)
            check(f"{name}: angle", abs((found[0]["degrees"] - degrees + 180) % 360 - 180) <= 2, found[0])
            right, bottom = 300 + code.width, 400 + code.height
            corners = [(300, 400), (right, 400), (right, bottom), (300, bottom)]
            off = max(math.dist(turn(c, degrees), f) for c, f in zip(corners, found[0]["corners"]))
            check(f"{name}: corners", off <= (2 if kind == "qr" else 3), f"off by {off:.1f}")


def turn(point, degrees):
    x, y = point[0] - 827, point[1] - 1169.5
    angle = math.radians(degrees)
    return (827 + x * math.cos(angle) - y * math.sin(angle), 1169.5 + x * math.sin(angle) + y * math.cos(angle))


def peak(path):
    """The most memory that decoding took, in MB, and the line told."""
    # Started by a small process: a child's peak begins with the memory of whoever starts it.
    starter = ("import os, subprocess, sys; child = subprocess.Popen(sys.argv[1:], stdout=2); "
               "print(os.wait4(child.pid, 0)[2].ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", starter, PROBE, path], capture_output=True, text=True, timeout=60)
    return int(done.stdout) / 1_000, json.loads(done.stderr)


def memory(folder):
    """The largest picture takes its pixels and little more; what would take more is refused before it is taken."""
    Image.new("1", (10_000, 10_000), 1).save(folder / "large.tif", compression="group4")
    most, line = peak(folder / "large.tif")
    check("100 megapixels are read", line.get("width") == 10_000, line)
    check("in little more than their pixels", most < 150, f"{most} MB")
    pictures.drawing().save(folder / "small.jpg", progressive=True, subsampling=0)
    jpeg = bytearray((folder / "small.jpg").read_bytes())
    place = jpeg.index(b"\xff\xc2")
    jpeg[place + 5:place + 9] = struct.pack(">HH", 9_000, 9_000)
    head = struct.pack(">IIBBBBB", 9_000, 9_000, 8, 6, 0, 0, 1)
    png = b"\x89PNG\r\n\x1a\n" + pictures.chunk(b"IHDR", head) + pictures.chunk(b"IDAT", b"")
    for name, content in (("gathered.jpg", jpeg), ("gathered.png", png)):
        (folder / name).write_bytes(content)
        most, line = peak(folder / name)
        check(f"{name} is refused", line.get("code") == "imaging.too-much-memory", line)
        check(f"{name} is refused before memory is taken", most < 60, f"{most} MB")


def scans(folder):
    files = sorted(p for p in BALLOTS.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png", ".tif"))
    check("scans are there", len(files) > 100, len(files))
    for start in range(0, len(files), 12):
        part = files[start:start + 12]
        found = decoded(folder, part)
        for path in part:
            if path.suffix.lower() in (".jpg", ".jpeg"):
                compare(str(path.relative_to(BALLOTS)), found[str(path), 1], brightness(path), 1)
                continue
            flat = Image.open(path)
            if "A" in flat.mode or "transparency" in flat.info:
                flat = Image.alpha_composite(Image.new("RGBA", flat.size, "white"), flat.convert("RGBA"))
            flat = flat if flat.mode in ("L", "1") else flat.convert("RGB")
            compare(str(path.relative_to(BALLOTS)), found[str(path), 1], flat.convert("L"), 0)


def batches(folder):
    """The same pages as files of their own, as one PDF and as one TIFF give the same votes."""
    source = BALLOTS / "nh-test-ballot-batch"
    subprocess.run([DOBUSH, "define", "import-votingworks", source / "election.json", "--out", folder / "def"],
                   check=True, capture_output=True, timeout=120)
    fronts = sorted((source / "images").glob("*-front.jpg"))[:2]
    pages = [page for front in fronts for page in (front, Path(str(front).replace("-front", "-back")))]
    (folder / "alone").mkdir()
    for page in pages:
        (folder / "alone" / page.name).write_bytes(page.read_bytes())
    images = [Image.open(page) for page in pages]
    colours = {"L": b"DeviceGray", "RGB": b"DeviceRGB"}
    (folder / "batch.pdf").write_bytes(pictures.pdf(
        [(page.read_bytes(), image.size, colours[image.mode]) for page, image in zip(pages, images)]))
    # The grey of our own decoder, so that the pixels are the same.
    grey = [image for _, image in decoded(folder, pages).values()]
    grey[0].save(folder / "batch.tif", save_all=True, append_images=grey[1:], compression="tiff_lzw")
    alone = votes(folder, "alone")
    check("two sheets are read", len(alone) == 2, len(alone))
    for name in ("batch.pdf", "batch.tif"):
        check(f"{name} gives the same votes", list(votes(folder, name).values()) == list(alone.values()))
        check(f"{name} names its sheets", list(votes(folder, name)) == [f"{name}#1", f"{name}#3"])


def votes(folder, name):
    out = folder / f"out-{name}"
    if not out.exists():
        subprocess.run([DOBUSH, "read", "--definition", folder / "def", "--out", out, folder / name],
                       capture_output=True, timeout=300)
    report = json.loads((out / "cast-vote-records.json").read_text())
    return {cvr["UniqueId"]: cvr["CVRSnapshot"][0]["CVRContest"] for cvr in report["CVR"]}


def hostile(folder):
    """Forms that draw each other ten times, ten deep: ten thousand million pictures in a small file."""
    jpeg = (folder / "scan-0.jpg").read_bytes()
    bytes = pictures.pdf([(jpeg, (850, 1100), b"DeviceGray")])
    deep = b"".join(
        b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F %d 0 R >> >> "
        b"/Length 60 >>\nstream\n%s\nendstream\nendobj\n" % (100 + i, 101 + i if i < 9 else 3, b"/F Do " * 10)
        for i in range(10))
    bytes = bytes.replace(b"/XObject << /P 3 0 R >>", b"/XObject << /P 100 0 R >>").replace(b"xref\n0", deep + b"xref\n0")
    places = {int(part.split(b" ")[0]): at for part, at in objects(bytes)}
    start = bytes.index(b"xref\n0")
    table = b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % pair for pair in sorted(places.items()))
    bytes = bytes[:start] + table + b"trailer\n<< /Size 200 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    (folder / "deep.pdf").write_bytes(bytes)
    codes = [line.get("code") for line in probe(folder / "deep.pdf")]
    check("a PDF that never ends is stopped", codes and codes[0] in ("imaging.pdf-too-slow", "imaging.pdf-damaged"), codes)


def objects(bytes):
    at = 0
    for line in bytes.split(b"\n"):
        if line.endswith(b" 0 obj"):
            yield line, at
        at += len(line) + 1


with tempfile.TemporaryDirectory() as place:
    place = Path(place)
    made = kinds(place)
    cuts(place, made)
    refused(place)
    turned(place)
    portable(place)
    apart(place, made)
    codes(place)
    hostile(place)
    memory(place)
    if BALLOTS.exists():
        scans(place)
        batches(place)
    else:
        skip("pixels of real scans")
        skip("batches in one file")
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
