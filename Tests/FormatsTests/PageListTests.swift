import Formats
import Foundation
import Testing

@Suite("Pages are put together into sheets")
struct PageListTests {
    @Test("by their names")
    func pairing() {
        let list = PageList(pairing: [
            "a/one-back.jpg", "a/one-front.jpg", "a/two.png", "b/three-p1.tif", "b/three-p2.tif",
            "b/two.png",
        ])
        #expect(
            list.entries == [
                .init(sheet: "one", front: "a/one-front.jpg", back: "a/one-back.jpg", batch: nil),
                .init(sheet: "a/two", front: "a/two.png", back: nil, batch: nil),
                .init(sheet: "three", front: "b/three-p1.tif", back: "b/three-p2.tif", batch: nil),
                .init(sheet: "b/two", front: "b/two.png", back: nil, batch: nil),
            ])
        #expect(list.strays.isEmpty)
    }

    @Test("by a table, whose bad rows are reported with their lines")
    func table() throws {
        let csv = Data(
            """
            sheet,front,back\r
            s1,1.png,2.png\r
            s2,3.png,\r
            s1,4.png,\r
            s3,missing.png,\r
            """.utf8)
        let list = try PageList(
            csv: csv, name: "sheets.csv", pages: ["p/1.png", "p/2.png", "p/3.png", "p/4.png"])
        #expect(list.entries.map(\.sheet) == ["s1", "s2"])
        #expect(list.entries.map(\.back) == ["p/2.png", nil])
        #expect(
            list.strays.map(\.code) == [
                "reading.sheet-row", "reading.sheet-row", "reading.page-not-listed",
            ])
        #expect(list.strays[0].sentence.contains("line 4"))
        #expect(list.strays[1].sentence.contains("line 5"))
    }

    @Test("a table without the column front is refused")
    func missingColumn() {
        #expect(throws: DocumentProblem.self) {
            _ = try PageList(csv: Data("sheet,back\n".utf8), name: "sheets.csv", pages: [])
        }
    }
}
