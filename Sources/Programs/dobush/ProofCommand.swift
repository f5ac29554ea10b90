import Ballots
import Elections
import Formats
import Foundation
import Imaging
import Primitives
import Printing
import Scanning

extension BallotCommands {
    /// What the commission signs before printing.
    static let proof = Command(
        words: ["define", "proof"],
        usage: "DIR --out FILE.pdf [--station ID] \(StyleOptions.usage)",
        summary: "Checks the ballots and writes a proof for the commission to sign.",
        options: StyleOptions.options.union(StationChoice.options).union(["--out"]),
        run: makeProof)

    @Sendable private static func makeProof(_ invocation: Invocation) throws -> ExitStatus {
        let output = try invocation.required("--out", for: "the PDF to write")
        guard let folder = try folder(invocation) else { return .unusable }
        let definition = try folder.definition()
        let chosen = try StyleOptions(invocation, folder: folder)
        // One station's copy stands for all; only code and heading differ.
        let station = try StationChoice(
            invocation, definition: definition, style: chosen.style
        ).stations[0]
        let proof = try BallotProof(
            definition, style: chosen.style, station: station, reader: reader(definition))
        try Files.write(Data(proof.pdf()), to: output)
        for change in chosen.overrides { Talk.say("style, by the command line: \(change)") }
        let report = ProofReport(proof, overrides: chosen.overrides)
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(report), as: UTF8.self))
        } else {
            for check in proof.checks where check.outcome != .passed {
                Talk.say(
                    (["\(check.outcome.rawValue): \(check.code), \(check.title.en)"] + check.found)
                        .joined(separator: "\n    "))
            }
            let passed = proof.checks.count { $0.outcome == .passed }
            Talk.out("\(output): \(passed) of \(proof.checks.count) checks passed")
        }
        return proof.isClean ? .done : .reported
    }

    private static func reader(_ definition: ElectionDefinition) -> BallotProof.Reader {
        BallotProof.Reader(
            code: { PageDecoder.code(on: GrayImage($0))?.text },
            page: { picture, design in
                let image = GrayImage(picture)
                do throws(ScanRefusal) {
                    let reading = try PageReader(
                        definition: definition, layouts: [design.layout]
                    ).read(image, code: PageDecoder.code(on: image), face: design.face)
                    let side = design.layout.side(design.face)
                    var found: [String] = []
                    if reading.targets.count != side?.targets.count {
                        found.append("\(reading.targets.count) targets are found")
                    }
                    return found
                        + reading.targets.filter {
                            $0.measure.ink >= definition.markPolicy.ignoredBelow
                        }
                        .map { "target \($0.target + 1) seems marked, ink \($0.measure.ink)" }
                } catch {
                    return ["\(error.code): \(error.summary)"]
                }
            })
    }
}

extension GrayImage {
    fileprivate init(_ picture: PagePicture) {
        self.init(width: picture.width, height: picture.height, pixels: picture.pixels)
    }
}

private struct ProofReport: Encodable {
    let clean: Bool
    let layouts: [String]
    let codes: [String]
    let checks: [BallotProof.Check]
    let texts: [BallotProof.TextLine]
    let style: BallotStyle
    let overrides: [String]

    init(_ proof: BallotProof, overrides: [String]) {
        clean = proof.isClean
        layouts = proof.ballots?.layouts.map(\.id.text) ?? []
        codes = proof.ballots?.pages.map(\.codeText) ?? []
        checks = proof.checks
        texts = proof.texts
        style = proof.style
        self.overrides = overrides
    }
}
