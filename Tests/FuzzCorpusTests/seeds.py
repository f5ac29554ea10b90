"""Writes the first files of each parser's corpus: `python seeds.py FOLDER`. The fuzzer (Scripts/fuzz) goes on
from them; what it finds and what was found before lies beside them in Corpus."""
import io
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "DecodingTests"))
import pdf417gen  # noqa: E402
import pictures  # noqa: E402
import segno  # noqa: E402
from PIL import Image  # noqa: E402


def words(text):
    return {"en": text, "ru": text, "ky": text}


def definition():
    options = [{"id": name, "name": words(name), "kind": "candidate"} for name in ("maro", "telin")]
    options.append({"id": "none", "name": words("none"), "kind": "against-all"})
    return {
        "id": "small", "name": words("Small"), "day": "2031-05-18",
        "contests": [{
            "id": "mayor", "title": words("Mayor"), "kind": "election", "votesAllowed": 1, "options": options,
            "outcome": {"kind": "majority", "base": "participants", "numerator": 1, "divisor": 2,
                        "otherwise": "runoff", "mustBeatAgainstAll": True, "text": words("half")}}],
        "districts": [{"id": "north", "name": words("North")}],
        "stations": [{"id": "n1", "name": words("One"), "district": "north", "seat": "home", "zoneMinutes": 300,
                      "opens": "2031-05-18T03:00:00Z", "closes": "2031-05-18T15:00:00Z"}],
        "markPolicy": {"ignoredBelow": 250, "countedFrom": 1000, "text": words("ink")},
        "publication": {"smallestPool": 30}}


def layouts():
    return [{
        "id": "paper", "widthMillimetres": 210, "heightMillimetres": 297, "markWidth": 4.8, "markHeight": 1.6,
        "targetWidth": 4.2, "targetHeight": 2.4, "identity": identity, "markPitchMillimetres": 6.35,
        "sides": [{"face": "front", "columns": 34, "rows": 41, "targets": [
            {"contest": "mayor", "option": "maro", "column": 12, "row": 9},
            {"contest": "mayor", "option": "telin", "column": 12, "row": 10.5,
             "writeInArea": {"left": 13, "top": 9.2, "width": 5, "height": 0.9}},
            {"contest": "mayor", "option": "none", "column": 12, "row": 12}]}]} for identity in
        ("code", "timing-mark-bits")]


def layout_by_code():
    """A small paper without timing marks, laid down by its code and its print."""
    return [{
        "id": "coded", "widthMillimetres": 105, "heightMillimetres": 148, "markWidth": 4.8, "markHeight": 1.6,
        "targetWidth": 4.2, "targetHeight": 2.4, "identity": "none", "sides": [{
            "face": "front", "columns": 0, "rows": 0, "code": {"left": 70, "top": 10, "width": 25, "height": 25},
            "landmarks": [{"x": x, "y": y, "width": 3, "height": 2} for x in (15, 45, 85) for y in (12, 60, 110, 140)],
            "targets": [{"contest": "mayor", "option": option, "column": 20, "row": row} for option, row in (
                ("maro", 40), ("telin", 55), ("none", 70))]}]}]


def answers():
    """What a decoding process says of a page: its size, and where on it a code lies."""
    def answer(corners, **more):
        code = {"text": "DOBUSH", "degrees": 0, "kind": "qr", "corners": corners}
        return json.dumps({"width": 420, "height": 592, "density": [101.6, 101.6], "code": code, **more})
    right = [280, 40, 380, 40, 380, 140, 280, 140]
    return {
        "right": answer(right), "turned": answer([c + (3, -2)[n % 2] for n, c in enumerate(right)]),
        "no-corners": answer(None), "across-the-edge": answer([-40, -40, 60, -40, 60, 60, -40, 60]),
        "small": answer([300, 80, 302, 80, 302, 82, 300, 82]),
        "refused-far": answer([1e308] * 8), "refused-line": answer([300, 80] * 4),
        "refused-no-size": answer(right, width=-420)}


def sheet_readings():
    """What a station's reader says of a sheet."""
    positions = [{"option": option, "indication": indication, "ink": ink} for option, indication, ink in (
        ("maro", "yes", 4000), ("telin", "no", 0), ("none", "unknown", 500))]
    contests = [{"contest": "mayor", "positions": positions}]
    patch = {"face": "front", "target": 0, "columns": 4, "cells": "AP8A/wD/AP8A/wD/"}
    record = {"id": "s1", "layout": "paper", "images": [{"face": "front", "sha256": "ab" * 32, "file": "s1-1.jpg"}],
              "snapshots": [{"kind": kind, "contests": contests} for kind in ("original", "interpreted")]}
    read = {"sheet": "s1", "record": record, "reviews": [], "refusals": [], "codes": [None],
            "trace": {"layout": "paper", "patches": [patch]}}
    refusal = {"page": "s1-1.jpg", "sheet": "s1", "code": "scanning.blank-page", "text": words("blank"),
               "advice": words("again"), "sentence": "blank", "hint": "again"}
    other = {**read, "record": {**record, "id": "s2"}}
    return {"read": read, "refused": {**read, "record": None, "trace": None, "refusals": [refusal]},
            "refused-other-sheet": other}


def packed_reading():
    """A reading packed for review with one doubtful paper."""
    digest = "ab" * 32
    target = {"part": 0, "place": 2, "doubt": "scanning.partial-mark", "first": "unknown", "second": "no", "crop": digest,
              "width": 100, "height": 30, "frame": [10, 10, 20, 10], "page": 0, "box": [10, 40, 50, 15]}
    return {
        "format": "dobush-reading-1", "election": "small", "station": "n1", "papers": 3, "refusedPages": 0,
        "totals": [{"contest": "mayor", "papers": 3, "votes": {"maro": 2, "telin": 0, "none": 0}, "blank": 0,
                    "overvoted": 0, "undecided": 1}],
        "ballots": [{"layout": "paper", "parts": [{"contest": "mayor", "options": ["maro", "telin", "none"]}]}],
        "doubtful": [{"sheet": "s1", "ballot": 0, "marks": ["nn?"], "targets": [target],
                      "pages": [{"picture": digest, "width": 210, "height": 297}]}],
        "files": [{"name": "cast-vote-records.json", "sha256": digest, "bytes": 9, "pieces": [digest]}]}


def listings():
    """Lines of pdfinfo and of pdfimages (poppler-utils 22.12), parted by a zero."""
    head = ("page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio\n"
            "--------------------------------------------------------------------------------------------\n")

    def listing(size, pictures):
        info = f"Pages:           1\nEncrypted:       no\nPage    1 size:  {size}\nPage    1 rot:   90\n"
        return info + "\0" + head + pictures
    whole = "   1     0 image    1654  2339  gray    1   8  jpeg   no         7  0   200   200  310K 8.2%\n"
    inline = "   1     1 image       8     8  rgb     3   1  image  no   [inline]    0.1   0.1   24B 100%\n"
    return {"a4": listing("595.276 x 841.89 pts (A4)", whole), "inline": listing("72 x 54 pts", whole + inline),
            # A page of any size: this one stopped the program once.
            "huge": listing("1e+40 x 1e+40 pts", whole), "nan": listing("nan x -inf pts", inline)}


def voting_works():
    def position(option, row, **more):
        return {"type": "option", "sheetNumber": 1, "side": "front", "column": 12, "row": row, "contestId": "mayor",
                "optionId": option, **more}
    return {
        "title": "Test", "state": "NH", "county": {"id": "7", "name": "C"}, "date": "2022-07-12T12:00:00.000-04:00",
        "districts": [{"id": "d1", "name": "D"}], "precincts": [{"id": "p1", "name": "P"}],
        "ballotStyles": [{"id": "card-number-3", "precincts": ["p1"], "districts": ["d1"]}],
        "markThresholds": {"definite": 0.07},
        "ballotLayout": {"paperSize": "letter", "metadataEncoding": "timing-marks"},
        "contests": [{"id": "mayor", "districtId": "d1", "title": "Mayor", "type": "candidate", "seats": 1,
                      "candidates": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
                      "allowWriteIns": True}],
        "gridLayouts": [{"ballotStyleId": "card-number-3", "gridPositions": [
            position("ann", 8), position("bob", 10.5),
            {"type": "write-in", "sheetNumber": 1, "side": "front", "column": 32, "row": 8, "contestId": "mayor",
             "writeInIndex": 0, "writeInArea": {"x": 27, "y": 7.35, "width": 4.5, "height": 0.85}}]}]}


def records(ink="0.4000"):
    def selection(option, indication, ink):
        return {"@type": "CVR.CVRContestSelection", "ContestSelectionId": f"mayor/{option}", "SelectionPosition": [
            {"@type": "CVR.SelectionPosition", "HasIndication": indication, "NumberVotes": int(indication == "yes"),
             "MarkMetricValue": [ink]}]}
    snapshot = {"@type": "CVR.CVRSnapshot", "@id": "s1-original", "Type": "original", "CVRContest": [
        {"@type": "CVR.CVRContest", "ContestId": "mayor", "CVRContestSelection": [
            selection("maro", "yes", ink), selection("telin", "no", "0.0000")]}]}
    return {"@type": "CVR.CastVoteRecordReport", "Version": "1.0.0", "GeneratedDate": "2031-05-18T00:00:00Z",
            "Election": [{"@id": "small", "@type": "CVR.Election", "Contest": [], "ElectionScopeId": "scope"}],
            "GpUnit": [{"@id": "scope", "@type": "CVR.GpUnit", "Type": "other"}],
            "ReportGeneratingDeviceIds": ["reader"],
            "ReportingDevice": [{"@id": "reader", "@type": "CVR.ReportingDevice"}],
            "CVR": [{"@type": "CVR.CVR", "UniqueId": "s1", "BallotStyleId": "paper", "CurrentSnapshotId": "s1-original",
                     "ElectionId": "small",
                     "CVRSnapshot": [snapshot], "BallotImage": [
                         {"@type": "CVR.ImageData", "Location": "file:a.png", "Hash": {
                             "@type": "CVR.Hash", "Type": "sha-256", "Value": "ab" * 32}}]}]}


def write(folder, target, name, content):
    (folder / target).mkdir(parents=True, exist_ok=True)
    content = content.encode() if isinstance(content, str) else content
    (folder / target / name).write_bytes(content)


def main(folder):
    pictures.WIDTH, pictures.HEIGHT = 23, 17
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        made = list(pictures.lossless(place)) + pictures.lossy(place, size=(24, 16))
        made.append(place / "arithmetic.jpg")
        for path in made:
            target = {".png": "png", ".tif": "tiff", ".jpg": "jpeg"}[path.suffix]
            write(folder, target, path.name, path.read_bytes())
        write(folder, "png", "density.png", pictures.png(
            pictures.drawing().convert("L"), 8, before=pictures.chunk(b"pHYs", b"\0\0\x1e\xc2\0\0\x1e\xc2\x01")))
    write(folder, "map", "grey.pgm", b"P5\n3 2\n255\n\0\x40\x80\xc0\xff\x10")
    write(folder, "map", "comment.pgm", b"P5\n# drawn\n2 2\n255\n\0\x40\x80\xc0")
    for text, kind in (("DOBUSH1 small paper front", 0), ("A", 18)):
        qr = [bytes(row) for row in segno.make(text, micro=False).matrix_iter(scale=2, border=4)]
        pixels = b"".join(bytes(0 if bit else 255 for bit in row) for row in qr)
        write(folder, "codes", f"qr-{kind}", bytes([len(qr[0]), kind]) + pixels)
    for kind, columns in ((1, 1), (3, 2)):
        bars = pdf417gen.render_image(pdf417gen.encode("D1 s", columns=columns), scale=1, ratio=3, padding=6).convert("L")
        write(folder, "codes", f"pdf417-{kind}", bytes([bars.width, kind]) + bars.tobytes())
    pages = [Image.new("L", (5, 4), grey) for grey in (0, 128, 255)]
    for name, compression in (("pages.tif", None), ("pages-g4.tif", "group4")):
        place = io.BytesIO()
        some = [page.convert("1") if compression else page for page in pages]
        some[0].save(place, "TIFF", save_all=True, append_images=some[1:], compression=compression)
        write(folder, "tiff", name, place.getvalue())
    for name, text in answers().items():
        write(folder, "decodingAnswer", name, text)
    for name, reading in sheet_readings().items():
        write(folder, "sheetReading", name + ".json", json.dumps(reading))
    write(folder, "packedReading", "one-doubt.json", json.dumps(packed_reading()))
    write(folder, "packedReading", "refused-box.json", json.dumps(packed_reading()).replace("[10, 40, 50, 15]", "[10]"))
    for name, text in listings().items():
        write(folder, "pdfListing", name, text)
    for number, text in enumerate([
            "DOBUSH1 small paper front", "DOBUSH1 small paper back at:n1", "DOBUSH1 s p front at:n1 test",
            "DOBUSH1 s p front test"]):
        write(folder, "sheetCode", f"code-{number}", text)
    write(folder, "definition", "small.json", json.dumps(definition()))
    write(folder, "layouts", "small.json", json.dumps(layouts()))
    write(folder, "layouts", "by-code.json", json.dumps(layout_by_code()))
    write(folder, "votingWorks", "small.json", json.dumps(voting_works()))
    write(folder, "records", "small.json", json.dumps(records()))
    tried = records() | {"ReportType": ["other"], "OtherReportType": "test"}
    write(folder, "records", "refused-test.json", json.dumps(tried))
    # Too large to be counted in ten-thousandths; it stopped the program once.
    write(folder, "records", "refused-ink.json", json.dumps(records("922337203685477580.0000")))
    write(folder, "sheets", "plain.csv", "sheet,front,back\ns1,1.png,2.png\ns2,b.pdf#2,\n")
    write(folder, "sheets", "batch.csv", 'batch,sheet,front\r\n"b,1",s1,"p/1.png"\r\n,s1,b.pdf\r\n')


main(Path(sys.argv[1]))
