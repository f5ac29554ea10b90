import Cryptography
import Elections
import Filing
import Formats
import Primitives
import Synchronization

/// What the public pages are made from: the state at one act, and where its files and acts are read.
///
/// Making one costs nothing that grows with the election; what has to be counted is counted when a
/// page first asks for it, and then kept.
package struct LiveModel: Sendable {
    package let state: OfficeState
    package let map: LiveMap?
    package let now: Instant
    /// True for files in a folder: no sign-in, no script, files of the store beside the pages.
    package let isStatic: Bool
    /// Of the newest act.
    package let link: Digest?
    package let log: LiveLog
    package let files: LiveFiles
    let counted = Kept<LiveCounts>()

    /// - Parameters:
    ///   - map: read once when the commission imports it, not once an act.
    ///   - now: of the service's clock; a static site says when it was written.
    package init(
        state: OfficeState, map: LiveMap?, now: Instant, isStatic: Bool, link: Digest?,
        log: LiveLog = .none, files: LiveFiles = .none
    ) {
        self.state = state
        self.map = map
        self.now = now
        self.isStatic = isStatic
        self.link = link
        self.log = log
        self.files = files
    }

    /// - Parameter geoJSON: a map as it was imported; one that cannot be read is left out, because
    ///   it was refused when it came.
    package init(
        state: OfficeState, geoJSON: [UInt8]?, now: Instant, isStatic: Bool, link: Digest?,
        log: LiveLog = .none, files: LiveFiles = .none
    ) {
        self.init(
            state: state,
            map: geoJSON.flatMap { try? AreaOutlines(geoJSON: $0) }.map { LiveMap($0) }, now: now,
            isStatic: isStatic, link: link, log: log, files: files)
    }

    var counts: LiveCounts { counted.value { LiveCounts(state) } }
}

/// A map that was imported, drawn once for all pages and all acts.
package final class LiveMap: Sendable {
    private let outlines: AreaOutlines
    private let drawn = Mutex<(names: [String], shapes: AreaShapes?)?>(nil)

    package init(_ outlines: AreaOutlines) { self.outlines = outlines }

    /// Nil when the map has none of the areas.
    func shapes(_ names: [String]) -> AreaShapes? {
        drawn.withLock { kept in
            if let kept, kept.names == names { return kept.shapes }
            let shapes = AreaShapes(outlines, names: names)
            kept = (names, shapes)
            return shapes
        }
    }
}

/// One act as the public log shows it.
package struct LiveAct: Sendable {
    package let sequence: Int
    package let moment: Instant
    package let actor: String
    package let act: Act
    /// The bytes in the store, from which the link is made.
    package let body: [UInt8]
    package let link: Digest

    package init(_ entry: ActEntry, body: [UInt8], link: Digest) {
        sequence = entry.sequence
        moment = entry.moment
        actor = entry.actor.text
        act = entry.act
        self.body = body
        self.link = link
    }
}

/// Where the acts are read, a page at a time.
package struct LiveLog: Sendable {
    package static let none = LiveLog(count: 0) { _, _ in [] }

    /// The number of the newest act.
    package let count: Int
    private let read: @Sendable (Int, Int) -> [LiveAct]

    /// - Parameter read: acts of all kinds from one number through another, both included, in order.
    package init(count: Int, read: @escaping @Sendable (_ from: Int, _ through: Int) -> [LiveAct]) {
        self.count = count
        self.read = read
    }

    func acts(_ range: ClosedRange<Int>) -> [LiveAct] { read(range.lowerBound, range.upperBound) }
}

/// Where the files are read that acts speak of.
package struct LiveFiles: Sendable {
    package static let none = LiveFiles(type: { _ in nil }, bytes: { _ in nil })

    /// The media type; nil for a file that is not here.
    package let type: @Sendable (Digest) -> String?
    package let bytes: @Sendable (Digest) -> [UInt8]?

    package init(
        type: @escaping @Sendable (Digest) -> String?,
        bytes: @escaping @Sendable (Digest) -> [UInt8]?
    ) {
        self.type = type
        self.bytes = bytes
    }

    /// How the name of a file of this type ends.
    static func ending(_ type: String) -> String {
        switch type.split(separator: ";").first.map(String.init) ?? type {
        case "image/jpeg": "jpg"
        case "image/png": "png"
        case "image/tiff": "tif"
        case "image/webp": "webp"
        case "application/pdf": "pdf"
        default: "bin"
        }
    }

    /// True for what a browser shows inside a page.
    static func isPicture(_ type: String) -> Bool {
        ["image/jpeg", "image/png", "image/webp"].contains(type)
    }
}

/// A value that is made once, when it is first asked for.
final class Kept<Value: Sendable>: Sendable {
    private let place = Mutex<Value?>(nil)

    func value(_ make: () -> Value) -> Value {
        place.withLock { kept in
            if let kept { return kept }
            let value = make()
            kept = value
            return value
        }
    }
}
