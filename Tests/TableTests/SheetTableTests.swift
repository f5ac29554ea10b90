import Elections
import Formats
import Foundation
import Primitives
import Tabulation
import Tervania
import TestSupport
import Testing

private let header =
    "station,registered,received,issued,cancelled,in-mobile-boxes,in-stationary-boxes,invalid,valid,yes,no"
private let good = "500,500,300,200,10,288,8,290,200,90"

private func read(_ rows: [String], header: String = header) throws -> SheetBatch {
    try SheetTable.read(
        bytes: Array(([header] + rows).joined(separator: "\n").utf8), name: "sheets.csv",
        forms: [BuiltInForms.tervania])
}

@Suite("One bad row is reported with its line, and the rest goes on")
struct BadRowTests {
    @Test(
        "what is wrong with a row",
        arguments: [
            ("tables.short-row", "b,500,500"), ("tables.long-row", "b,\(good),7"),
            ("tables.negative", "b,500,500,300,200,10,288,-8,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,eight,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,8.0,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288, 8,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,+8,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,-,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,\"1,413\",290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,１２,290,200,90"),
            ("tables.not-a-number", "b,500,500,300,200,10,288,٣,290,200,90"),
            ("tables.number-too-large", "b,500,500,300,200,10,288,1000000000,290,200,90"),
            (
                "tables.number-too-large",
                "b,500,500,300,200,10,288,99999999999999999999999,290,200,90"
            ),
            ("tables.station-twice", "a,\(good)"), ("tables.no-station", ",\(good)"),
            ("tables.station-name", "Ош 1,\(good)"), ("tables.not-utf-8", "b\u{1}b,\(good)"),
            ("tables.bad-quoting", "\"b\"x,\(good)"), ("tables.bad-quoting", "b\"x,\(good)"),
        ])
    func refusals(code: String, row: String) throws {
        let batch = try read(["a,\(good)", row, "c,\(good)"])
        #expect(batch.sheets.map(\.name) == ["a", "c"])
        #expect(batch.refusals.map(\.code) == [code])
        #expect(batch.refusals.map(\.line) == [3])
        #expect(batch.refused == 1)
    }

    @Test("of two rows for one station the first is counted and the second told")
    func twice() throws {
        let batch = try read(["a,\(good)", "a,500,500,300,200,10,288,8,290,0,290"])
        #expect(batch.sheets.map(\.figures.last) == [90])
        #expect(batch.refusals[0].summary.contains("line 2"))
    }

    @Test("a definition knows its stations and pools, and each is counted once")
    func definition() throws {
        let contest = Tervania.definition.contests[0]
        let columns = FittedForm(BuiltInForms.tervania, contest: contest).columns
        let figures = ",500,500,300,200,10,288,8,290,100,90,50,40,10"
        let text =
            (["station," + columns.joined(separator: ",")]
            + ["north-001", "abroad-001+abroad-002", "abroad-001", "east-001"].map { $0 + figures })
            .joined(separator: "\r\n")
        let batch = try SheetTable.read(
            bytes: Array(text.utf8), name: "sheets.csv", forms: [BuiltInForms.tervania],
            contest: contest, definition: Tervania.definition)
        #expect(batch.sheets.map(\.areas) == [["north"], ["abroad"]])
        #expect(batch.refusals.map(\.code) == ["tables.station-twice", "tables.unknown-station"])
        let declaration = Declaration(batch, definition: Tervania.definition)
        #expect(declaration.sheets.missing.count == 9)
        #expect(declaration.inventedNotice == Tervania.notice)
        // 200 of 596 who took part, against-all 20: nobody beyond half.
        guard case .outcome(let outcome, _) = declaration.outcome else {
            Issue.record("no outcome")
            return
        }
        #expect(outcome.decision == .runoff)
        #expect(outcome.options == ["maro", "telin"])
    }

    @Test("what is written is read again")
    func roundTrip() throws {
        let batch = try read(["a,\(good)", "b,\(good)"])
        let bytes = SheetTable.write(batch.sheets, fitted: batch.fitted)
        let again = try SheetTable.read(
            bytes: bytes, name: "again.csv", forms: [BuiltInForms.tervania])
        #expect(again.sheets.map(\.figures) == batch.sheets.map(\.figures))
        #expect(again.sheets.map(\.station) == batch.sheets.map(\.station))
    }
}

@Suite("A table without structure is refused whole")
struct BadTableTests {
    @Test(
        "what is wrong with a header",
        arguments: [
            ("tabulation.missing-column", header.replacing("invalid,", with: "")),
            ("tabulation.no-votes", header.replacing(",yes,no", with: "")),
            ("tables.column-twice", header + ",yes"),
            ("tables.bad-header", "\"station\"x,registered"),
            ("tables.not-utf-8", "station\u{2},registered"),
            ("tabulation.column-name", header + ",Примечание"),
        ])
    func wrongHeader(code: String, text: String) {
        #expect { try read(["a,\(good)"], header: text) } throws: {
            ($0 as? any Problem)?.code == code
        }
    }

    @Test("no header, no rows, too many columns")
    func empty() {
        #expect(throws: TableProblem.noRows("sheets.csv")) { try read([]) }
        #expect(throws: TableProblem.noHeader("sheets.csv")) { try read([], header: "") }
        let wide = header + (0..<70_000).map { ",x\($0)" }.joined()
        #expect(throws: TableProblem.tooManyColumns("sheets.csv", 65_536)) {
            try read([], header: wide)
        }
    }

    @Test("compressed tables: whole, in members, truncated, damaged, a bomb")
    func gzip() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        func read(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws -> SheetBatch {
            let file = try folder.write(bytes, to: "sheets.csv.gz")
            return try SheetTable.read(file, forms: [BuiltInForms.tervania], limits: limits)
        }
        func code(_ body: () throws -> SheetBatch) -> String? {
            do {
                _ = try body()
                return nil
            } catch { return (error as? any Problem)?.code }
        }
        let first = Self.stored(header + "\na,\(good)\n")
        let second = Self.stored("b,\(good)\n")
        #expect(try read(first).sheets.count == 1)
        #expect(try read(first + second).sheets.count == 2)
        for length in [3, 12, 40, first.count - 9, first.count - 1] {
            #expect(code { try read(Array(first.prefix(length))) } == "tables.truncated")
        }
        var damaged = first
        damaged[40] ^= 1  // in the header, whose names it spoils as well
        #expect(code { try read(damaged) } == "tables.not-gzip")
        #expect(code { try read(first + [1, 2, 3]) } == "tables.not-gzip")
        var limits = TableLimits()
        limits.bytes = 100
        #expect(code { try read(first, limits: limits) } == "tables.too-large")
    }

    /// A gzip member that stores its text, by hand from RFC 1951 and 1952.
    private static func stored(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let size = UInt16(bytes.count)
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        func little(_ number: some FixedWidthInteger) -> [UInt8] {
            withUnsafeBytes(of: number.littleEndian) { Array($0) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(size) + little(~size) + bytes
            + little(~crc) + little(UInt32(bytes.count))
    }
}
