import Formats
import Primitives
import Tabulation
import TestSupport
import Testing

@Suite("A zip archive with one table is read like the table")
struct ZipTests {
    private static let table =
        "station,registered,received,issued,cancelled,in-mobile-boxes,in-stationary-boxes,invalid,valid,yes,no\na,500,500,300,200,10,288,8,290,200,90\n"

    /// The code of the problem; nil when the table was read.
    private func code(_ archive: [UInt8], limit: Int = 1 << 20) throws -> String? {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write(archive, to: "sheets.csv.zip")
        var limits = TableLimits()
        limits.bytes = limit
        do {
            let batch = try SheetTable.read(file, forms: [BuiltInForms.tervania], limits: limits)
            #expect(batch.sheets.map(\.name) == ["a"])
            return nil
        } catch { return (error as? any Problem)?.code ?? "\(error)" }
    }

    @Test("one table, with or without folders beside it")
    func whole() throws {
        #expect(try code(Self.archive([("t.csv", Self.table)])) == nil)
        #expect(try code(Self.archive([("x/", ""), ("x/t.csv", Self.table)])) == nil)
        let fromMac = [("t.csv", Self.table), ("__MACOSX/t.csv", "junk")]
        #expect(try code(Self.archive(fromMac)) == nil)
    }

    @Test("several tables, none, or none that is whole")
    func refused() throws {
        let one = Self.archive([("t.csv", Self.table)])
        let two = Self.archive([("t.csv", Self.table), ("u.csv", Self.table)])
        #expect(try code(two) == "tables.zip-entries")
        #expect(try code(Self.archive([])) == "tables.zip-entries")
        for length in [4, 30, 60, one.count - 30, one.count - 1] {
            #expect(try code(Array(one.prefix(length))) == "tables.not-zip")
        }
        var damaged = one
        damaged[60] ^= 1
        #expect(try code(damaged) == "tables.not-zip")
        #expect(try code(one, limit: 100) == "tables.too-large")
    }

    /// An archive that stores its files, by hand from PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12
    /// and 4.3.16.
    private static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let text = Array(file.text.utf8)
            let size = UInt32(text.count)
            let common =
                little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0))
                + little(UInt32(0x21_0000))
                + little(crc(text)) + little(size) + little(size)
                + little(UInt16(file.name.utf8.count)) + little(UInt16(0))
            directory +=
                little(UInt32(0x0201_4b50)) + little(UInt16(20)) + common + little(UInt16(0))
                + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
                + little(UInt32(bytes.count)) + Array(file.name.utf8)
            bytes += little(UInt32(0x0403_4b50)) + common + Array(file.name.utf8) + text
        }
        let count = UInt16(files.count)
        return bytes + directory + little(UInt32(0x0605_4b50)) + little(UInt16(0))
            + little(UInt16(0)) + little(count) + little(count) + little(UInt32(directory.count))
            + little(UInt32(bytes.count)) + little(UInt16(0))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
