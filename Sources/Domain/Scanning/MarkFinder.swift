/// A dark bar about the size of a timing mark.
struct MarkCandidate: Sendable {
    /// Centre of its ink.
    var centre: PagePoint
    var width: Double
    var height: Double
    /// Part of it is cut off by the edge of the paper or of the picture; `centre` is where the
    /// whole mark's would be.
    var isCut = false
}

/// Finds dark bars of the size of a timing mark anywhere on the page.
///
/// Only rows of ink about as long as a mark is wide are linked to bars, so that letters (shorter
/// rows), rules and headings (longer rows) fall out at once, and a mark that is crossed by a pen
/// keeps the rows that are still whole. Near the left and right edge shorter bars are kept too:
/// where a page is cut or fed askew, marks lose their outer part.
struct MarkFinder {
    /// Expected size in pixels.
    let width: Double
    let height: Double
    /// How far the size may lie from the expected one: the size of the paper in the picture is not
    /// known before the marks are.
    static let shortest = 0.55
    static let longest = 1.45
    /// Least part of a cut mark that is still taken for one.
    static let cut = 0.25
    /// How far from the picture's edge cut marks are sought, as a part of its width.
    static let edge = 0.12

    /// - Parameter pageWidth: of the picture, in pixels.
    func candidates(in ink: InkRuns, pageWidth: Int) -> [MarkCandidate] {
        let shortest = Int32(max(3, Int(width * MarkFinder.shortest)))
        let least = Int32(max(3, Int(width * MarkFinder.cut)))
        let margin = Int32(Double(pageWidth) * MarkFinder.edge)
        let right = Int32(pageWidth) - margin
        let longest = Int32(width * MarkFinder.longest)
        var growing: [Bar] = []
        var found: [MarkCandidate] = []
        ink.runs.withUnsafeBufferPointer { runs in
            for y in 0..<ink.rows.count - 1 {
                let alive = growing.partition { $0.lastRow == y - 1 }
                for bar in growing[..<alive] { append(bar, to: &found) }
                growing.removeSubrange(..<alive)
                for at in Int(ink.rows[y])..<Int(ink.rows[y + 1]) {
                    let run = runs[at]
                    guard run.length >= least, run.length <= longest,
                        run.length >= shortest || run.end < margin || run.start > right
                    else { continue }
                    let (start, end) = (Int(run.start), Int(run.end))
                    let near = growing.firstIndex { $0.continues(start, end, y) }
                    if let near {
                        growing[near].add(start, end, y)
                    } else {
                        growing.append(Bar(start, end, y))
                    }
                }
            }
        }
        for bar in growing { append(bar, to: &found) }
        return agreed(found, pageWidth: pageWidth)
    }

    private func append(_ bar: Bar, to found: inout [MarkCandidate]) {
        let rows = Double(bar.rows)
        guard rows >= height * 0.45, rows <= height * 1.8 + 2 else { return }
        let area = Double(bar.area)
        found.append(
            MarkCandidate(
                centre: PagePoint(
                    x: Double(bar.sumX) / area / 2, y: Double(bar.sumY) / area),
                width: area / rows, height: rows))
    }

    /// Keeps those of the one size that most of them have, and those that are cut short.
    private func agreed(_ found: [MarkCandidate], pageWidth: Int) -> [MarkCandidate] {
        func alike(_ a: MarkCandidate, _ b: MarkCandidate, _ part: Double) -> Bool {
            abs(a.width - b.width) <= part * b.width && sameHeight(a, b, part)
        }
        func sameHeight(_ a: MarkCandidate, _ b: MarkCandidate, _ part: Double) -> Bool {
            abs(a.height - b.height) <= 2 * part * b.height + 1
        }
        var best = 0
        var model: MarkCandidate?
        for candidate in found where candidate.width >= width * MarkFinder.shortest {
            let count = found.count { alike($0, candidate, 0.08) }
            if count > best {
                best = count
                model = candidate
            }
        }
        guard let model else { return [] }
        return found.compactMap { bar in
            if alike(bar, model, 0.25) { return bar }
            let onLeft = bar.centre.x < Double(pageWidth) / 2
            let fromEdge = onLeft ? bar.centre.x : Double(pageWidth) - bar.centre.x
            guard bar.width < model.width, bar.width >= model.width * MarkFinder.cut,
                sameHeight(bar, model, 0.12), fromEdge < Double(pageWidth) * MarkFinder.edge
            else { return nil }
            // The inner end of the mark is whole, so its centre follows from there.
            var cut = bar
            cut.centre.x += (model.width - bar.width) / 2 * (onLeft ? -1 : 1)
            cut.isCut = true
            return cut
        }
    }
}

/// Ink linked from row to row.
private struct Bar {
    var rows = 1
    var area: Int
    /// Sum of twice the x of every pixel, and of y.
    var sumX: Int
    var sumY: Int
    var lastRow: Int
    var lastStart: Int
    var lastEnd: Int

    init(_ start: Int, _ end: Int, _ row: Int) {
        area = end - start
        sumX = (end - start) * (start + end - 1)
        sumY = (end - start) * row
        lastRow = row
        lastStart = start
        lastEnd = end
    }

    /// True when a run in the row below overlaps by more than half.
    func continues(_ start: Int, _ end: Int, _ row: Int) -> Bool {
        guard lastRow == row - 1 else { return false }
        let shared = min(end, lastEnd) - max(start, lastStart)
        return 2 * shared > max(end - start, lastEnd - lastStart)
    }

    mutating func add(_ start: Int, _ end: Int, _ row: Int) {
        rows += 1
        area += end - start
        sumX += (end - start) * (start + end - 1)
        sumY += (end - start) * row
        lastRow = row
        lastStart = start
        lastEnd = end
    }
}
