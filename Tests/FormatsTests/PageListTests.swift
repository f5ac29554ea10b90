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

    private func reference(_ page: Int) -> PageReference { .init(file: "p/batch.pdf", page: page) }

    @Test("the pages of one file are sheets in the order of the feeder")
    func feeder() {
        let pages = ["p/batch.pdf", "p/one-back.jpg", "p/one-front.jpg"]
        let single = PageList.Entry(
            sheet: "one", front: "p/one-front.jpg", back: "p/one-back.jpg", batch: nil)
        func sheet(_ page: Int, back: Int?) -> PageList.Entry {
            .init(
                sheet: "batch.pdf#\(page)", frontPage: reference(page),
                backPage: back.map(reference), batch: nil)
        }
        let oneSided = PageList(pairing: pages, counts: ["p/batch.pdf": 3])
        #expect(
            oneSided.entries == [
                sheet(1, back: nil), sheet(2, back: nil), sheet(3, back: nil), single,
            ])
        // The last sheet lacks its back; reading refuses it by name.
        let twoSided = PageList(pairing: pages, counts: ["p/batch.pdf": 3], twoSided: true)
        #expect(twoSided.entries == [sheet(1, back: 2), sheet(3, back: nil), single])
        #expect(reference(3).name == "batch.pdf#3")
        #expect(PageReference(file: "p/one.jpg").name == "one.jpg")
    }

    @Test("a table names pages of a file of several by their numbers")
    func numbers() throws {
        let csv = Data(
            """
            sheet,front,back
            s1,batch.pdf#2,batch.pdf#1
            s2,batch.pdf,
            s3,batch.pdf#9,
            s4,p/batch.pdf#3,
            """.utf8)
        let list = try PageList(
            csv: csv, name: "sheets.csv", pages: ["p/batch.pdf"], counts: ["p/batch.pdf": 4])
        #expect(list.entries.map(\.sheet) == ["s1", "s4"])
        #expect(list.entries[0].frontPage == reference(2))
        #expect(list.entries[0].backPage == reference(1))
        #expect(list.entries[1].frontPage == reference(3))
        #expect(
            list.strays.map(\.sentence) == [
                "sheets.csv, line 3: batch.pdf has several pages; name one of them, as batch.pdf#1.",
                "sheets.csv, line 4: its pages are not among the files given.",
                "The page is on no sheet of sheets.csv.",
            ])
        #expect(list.strays[2].page == "batch.pdf#4")
    }

    @Test("a table without the column front is refused")
    func missingColumn() {
        #expect(throws: DocumentProblem.self) {
            _ = try PageList(csv: Data("sheet,back\n".utf8), name: "sheets.csv", pages: [])
        }
    }
}
