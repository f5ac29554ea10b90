"""Writes the first files of each parser's corpus: `python seeds.py FOLDER`. The fuzzer (Scripts/fuzz) goes on
from them; what it finds and what was found before lies beside them in Corpus."""
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "DecodingTests"))
import pictures  # noqa: E402
import segno  # noqa: E402


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
    for number, text in enumerate([
            "DOBUSH1 small paper front", "DOBUSH1 small paper back at:n1", "DOBUSH1 s p front at:n1 test",
            "DOBUSH1 s p front test"]):
        write(folder, "sheetCode", f"code-{number}", text)
    write(folder, "definition", "small.json", json.dumps(definition()))
    write(folder, "layouts", "small.json", json.dumps(layouts()))
    write(folder, "votingWorks", "small.json", json.dumps(voting_works()))
    write(folder, "records", "small.json", json.dumps(records()))
    # Too large to be counted in ten-thousandths; it stopped the program once.
    write(folder, "records", "refused-ink.json", json.dumps(records("922337203685477580.0000")))
    write(folder, "sheets", "plain.csv", "sheet,front,back\ns1,1.png,2.png\ns2,b.pdf#2,\n")
    write(folder, "sheets", "batch.csv", 'batch,sheet,front\r\n"b,1",s1,"p/1.png"\r\n,s1,b.pdf\r\n')


main(Path(sys.argv[1]))
