import Cryptography
import Elections
import Ledger
import Primitives

/// What every page of one record shares.
package struct Frame: Sendable {
    package var name: LocalizedText
    /// Set when the election is invented; stands on every page.
    package var notice: LocalizedText?
    package var root: Digest?
    package var entries: Int
    /// Steps of the verification that do not hold.
    package var failed: Int
    package var steps: Int
    /// The day and hour up to which the record tells; nil when it does not say.
    package var asOf: Instant?
    package var zoneMinutes: Int
    /// Set on the pages of a count that goes on; their navigation and their foot are other ones.
    package var live: LiveFrame?

    package init(
        name: LocalizedText, notice: LocalizedText?, root: Digest?, entries: Int, failed: Int,
        steps: Int, asOf: Instant?, zoneMinutes: Int, live: LiveFrame? = nil
    ) {
        self.name = name
        self.notice = notice
        self.root = root
        self.entries = entries
        self.failed = failed
        self.steps = steps
        self.asOf = asOf
        self.zoneMinutes = zoneMinutes
        self.live = live
    }
}

/// One page in one language: how it speaks and how it links.
package struct View: Sendable {
    package let speech: Speech
    package let route: Route
    package let frame: Frame

    /// The way to the site's root.
    private let root: String

    /// - Parameter anywhere: true for a page that may be answered at any address, as that of a
    ///   mistake is; its links then start from the server's root.
    package init(_ language: Language, _ route: Route, frame: Frame, anywhere: Bool = false) {
        speech = Speech(language)
        self.route = route
        self.frame = frame
        let folders = route.path.split(separator: "/").count
        root = anywhere ? "/" : String(repeating: "../", count: folders)
    }

    package var language: Language { speech.language }

    package func address(_ route: Route, fragment: String? = nil) -> Address {
        Address(site: "\(language.rawValue)/\(route.path)", root: root, fragment: fragment)
    }

    /// The same page in another language.
    package func address(in other: Language) -> Address {
        Address(site: "\(other.rawValue)/\(route.path)", root: root)
    }

    package func address(shared path: String) -> Address { Address(site: path, root: root) }

    package func address(record path: String) -> Address { Address(record: path, root: root) }

    package func link(_ route: Route, _ text: String, fragment: String? = nil) -> HTML {
        tag("a", .href(address(route, fragment: fragment))) { text }
    }

    /// A file of the record, to take home.
    package func file(_ path: String, _ text: String? = nil) -> HTML {
        tag("a", .href(address(record: path)), .css("file")) { text ?? path }
    }

    package func say(_ phrase: Phrase, _ values: String...) -> String {
        speech.say(phrase, values: values)
    }

    package func say(_ phrase: Phrase, values: [String]) -> String {
        speech.say(phrase, values: values)
    }

    package func say(_ text: LocalizedText) -> String { text[language] }
    package func number(_ number: Int) -> String { speech.number(number) }
    package func count(_ number: Int, _ thing: Counted) -> String { speech.count(number, thing) }
}
