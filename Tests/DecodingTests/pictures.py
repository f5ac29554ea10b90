"""Files of many kinds, made here from one drawing: by Pillow, by libtiff's and libjpeg-turbo's programs, and
byte by byte where no program writes the kind."""
import struct
import subprocess
import zlib

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 61, 47  # no whole number of bytes of bits


def drawing():
    """Colours, a slope, thin lines and text-like specks."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (250, 248, 240))
    pen = ImageDraw.Draw(image)
    for x in range(WIDTH):
        pen.line([(x, 30), (x, 38)], fill=(4 * x, 255 - 4 * x, 2 * x))
    pen.rectangle([3, 3, 12, 9], fill=(0, 0, 0))
    pen.ellipse([20, 4, 40, 24], outline=(200, 30, 30), fill=(30, 30, 200))
    pen.line([(0, 46), (60, 12)], fill=(10, 90, 10))
    return image


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(image, depth, interlaced=False, before=b""):
    """Grey of 1, 2, 4 or 8 bits, in one pass or in the seven of Adam7 (PNG specification, 8)."""
    def rows(left, top, right, down):
        for y in range(top, image.height, down):
            row = [image.getpixel((x, y)) >> (8 - depth) for x in range(left, image.width, right)]
            if not row:
                return
            bits = "".join(format(value, f"0{depth}b") for value in row)
            bits += "0" * (-len(bits) % 8)
            yield b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    passes = [(0, 0, 1, 1)] if not interlaced else [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    raw = b"".join(row for place in passes for row in rows(*place))
    head = struct.pack(">IIBBBBB", image.width, image.height, depth, 0, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", zlib.compress(raw))
            + chunk(b"IEND", b""))


def program(*words):
    subprocess.run(list(map(str, words)), check=True, capture_output=True, timeout=60)


def lossless(folder):
    """Path and the grey that Pillow makes of the drawing in that form."""
    colour = drawing()
    grey = colour.convert("L")
    black = grey.convert("1", dither=Image.Dither.NONE)
    made = {}

    def save(name, image, expected, **options):
        path = folder / name
        image.save(path, **options)
        made[path] = expected.convert("L")

    save("rgb.png", colour, colour)
    save("grey.png", grey, grey)
    save("one-bit.png", black, black)
    for colours in (2, 4, 16, 200):
        palette = colour.quantize(colours)
        save(f"palette-{colours}.png", palette, palette.convert("RGB"))
    clear = Image.new("L", colour.size, 255)
    clear.paste(0, (0, 0, 15, 20))
    white = Image.new("RGB", colour.size, "white")
    see_through = colour.copy()
    see_through.putalpha(clear)
    save("alpha.png", see_through, Image.composite(colour, white, clear))
    grey_clear = grey.copy()
    grey_clear.putalpha(clear)
    save("grey-alpha.png", grey_clear, Image.composite(grey, white.convert("L"), clear))
    for depth in (1, 2, 4, 8):
        steps = grey.point([(value >> (8 - depth)) * 255 // (2 ** depth - 1) for value in range(256)])
        for interlaced in (False, True):
            path = folder / f"grey-{depth}{'-interlaced' if interlaced else ''}.png"
            path.write_bytes(png(grey, depth, interlaced))
            made[path] = steps
    for name, compression in [
            ("none", "raw"), ("lzw", "tiff_lzw"), ("deflate", "tiff_adobe_deflate"), ("packbits", "packbits")]:
        save(f"grey-{name}.tif", grey, grey, compression=compression)
        save(f"rgb-{name}.tif", colour, colour, compression=compression)
        save(f"bits-{name}.tif", black, black, compression=compression)
    save("bits-g3.tif", black, black, compression="group3")
    save("bits-g4.tif", black, black, compression="group4")
    for name, options in [
            ("big-endian", ["-B"]), ("fill-order", ["-f", "lsb2msb"]), ("strips", ["-r", "3"]),
            ("g3-2d", ["-c", "g3:2d"]), ("tiles", ["-t", "-w", "16", "-l", "16"])]:
        for source in ("bits-g4", "grey-none", "rgb-lzw"):
            if name == "g3-2d" and source != "bits-g4":
                continue
            path = folder / f"{source}-{name}.tif"
            program("tiffcp", *options, folder / f"{source}.tif", path)
            made[path] = made[folder / f"{source}.tif"]
    return made


def lossy(folder, size=(200, 160)):
    """Path of a JPEG or a TIFF with JPEG inside, to be decoded by Pillow for comparison."""
    colour = drawing().resize(size, Image.Resampling.BICUBIC)
    grey = colour.convert("L")
    made = []
    for name, image, options in [
            ("grey.jpg", grey, {}), ("grey-progressive.jpg", grey, {"progressive": True}),
            ("colour.jpg", colour, {}), ("colour-444.jpg", colour, {"subsampling": 0}),
            ("colour-progressive.jpg", colour, {"progressive": True})]:
        image.save(folder / name, quality=90, dpi=(200, 200), **options)
        made.append(folder / name)
    program("jpegtran", "-restart", "1", "-outfile", folder / "restarts.jpg", folder / "grey.jpg")
    program("jpegtran", "-arithmetic", "-outfile", folder / "arithmetic.jpg", folder / "grey.jpg")
    program("cjpeg", "-rgb", "-outfile", folder / "rgb.jpg", ppm(folder, colour))
    made += [folder / "restarts.jpg", folder / "rgb.jpg"]
    for name, image in [("jpeg-grey.tif", grey), ("jpeg-colour.tif", colour)]:
        image.save(folder / name, compression="jpeg", quality=90)
        made.append(folder / name)
    program("tiffcp", "-t", "-w", "32", "-l", "32", "-c", "jpeg:r:90", folder / "jpeg-colour.tif",
            folder / "jpeg-tiles.tif")
    made.append(folder / "jpeg-tiles.tif")
    return made


def ppm(folder, image):
    image.save(folder / "colour.ppm")
    return folder / "colour.ppm"


def pdf(pages, over=b"", keys=b"", placed=None):
    """Pages of one JPEG each, put in untouched at 200 dots per inch."""
    out, places = bytearray(b"%PDF-1.4\n"), []

    def add(text, stream=None):
        places.append(len(out))
        out.extend(b"%d 0 obj\n%s\n" % (len(places), text))
        if stream is not None:
            out.extend(b"stream\n" + stream + b"\nendstream\n")
        out.extend(b"endobj\n")
    kids = b" ".join(b"%d 0 R" % (3 * i + 5) for i in range(len(pages)))
    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    for jpeg, (width, height), colours in pages:
        across, down = width * 72 / 200, height * 72 / 200
        first = len(places) + 1
        add(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s /BitsPerComponent 8 "
            b"/Filter /DCTDecode /Length %d >>" % (width, height, colours, len(jpeg)), jpeg)
        matrix = placed or b"%.3f 0 0 %.3f 0 0" % (across, down)
        content = b"q %s cm /P Do Q %s" % (matrix, over)
        add(b"<< /Length %d >>" % len(content), content)
        add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Resources << /XObject << /P %d 0 R >> >> "
            b"/Contents %d 0 R %s >>" % (across, down, first, first + 1, keys))
    start = len(out)
    out.extend(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    for place in places:
        out.extend(b"%010d 00000 n \n" % place)
    out.extend(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start))
    return bytes(out)
