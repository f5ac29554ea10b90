import Ballots
import Elections
import Foundation
import Imaging
import Pen
import Primitives
import Printing
import Procedures
import StationCount
import Synchronization
import Tervania

/// How often a paper that is scanned again is known again, and how often another is taken for it.
///
/// Usage: `twin-rates [PAPERS [DPI]]`. Each invented paper is scanned twice; every first scan is
/// held against all second ones.
enum TwinRates {
    static func run(_ arguments: [String]) throws {
        let papers = arguments.first.flatMap { Int($0) } ?? 400
        let dpi = arguments.dropFirst().first.flatMap { Double($0) } ?? 200
        let definition = Tervania.definition
        let design = try BallotDesign(definition)
        let model = try PaperModel(
            definition: definition, layout: design.layouts[0], dpi: dpi, pens: .everyday)
        let read = ReadOneSheet(definition: definition, layouts: design.layouts) {
            bytes, codes in
            let image = try PageDecoder.decode(bytes)
            return .init(image: image, code: PageDecoder.code(on: image, codes))
        }
        let intentions = Tervania.intentions(at: "north-001", papers: papers, seed: 5)
        let traces = Mutex<[Int: [PaperTrace?]]>([:])
        DispatchQueue.concurrentPerform(iterations: papers) { index in
            let seed = UInt64(index) &* 7919 &+ 11
            let both = [nil, seed &+ 1_000_003].map { pass -> PaperTrace? in
                guard
                    let scan = try? model.scan(
                        intention: intentions[index], seed: seed, pass: pass)
                else { return nil }
                let page = ReadOneSheet.Page(name: "page.jpg", bytes: scan.jpeg)
                return read(CastVoteRecord.ID("p\(index)") ?? "p", batch: nil, pages: [page])
                    .trace
            }
            traces.withLock { $0[index] = both }
        }
        let all = traces.withLock { $0 }
        tell(all, papers: papers)
    }

    private static func tell(_ all: [Int: [PaperTrace?]], papers: Int) {
        let pairs = (0..<papers).compactMap { index -> (Int, PaperTrace, TraceBook)? in
            guard let first = all[index]?.first ?? nil, let second = all[index]?.last ?? nil
            else { return nil }
            var book = TraceBook()
            book.add(second, of: "again")
            return (index, first, book)
        }
        let same = Mutex<[Int]>([])
        let other = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: pairs.count) { place in
            let (index, first, _) = pairs[place]
            var others: [Int] = []
            for (against, _, book) in pairs {
                let likeness = book.closest(to: first)?.likeness ?? 0
                if against == index { same.withLock { $0.append(likeness) } }
                if against != index, likeness > 700 { others.append(likeness) }
            }
            other.withLock { $0 += others }
        }
        let found = same.withLock { $0.sorted() }
        let strange = other.withLock { $0.sorted(by: >) }
        print("\(papers) papers, \(pairs.count) with marks to know them by")
        print("scanned again: likeness \(found.prefix(8)) …, median \(found[found.count / 2])")
        print("another paper: likeness \(strange.prefix(12)) …")
        print(
            "bound  not known again of \(found.count)  taken for another of \(found.count * (found.count - 1)) pairs"
        )
        for bound in stride(from: 800, through: 900, by: 10) {
            let missed = found.count { $0 < bound }
            let taken = strange.count { $0 >= bound }
            print("\(bound)    \(missed)    \(taken)\(bound == TraceBook.asks ? "   <- asks" : "")")
        }
    }
}
