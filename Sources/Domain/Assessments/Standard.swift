import Primitives

/// One rule that an election can keep or break, from the catalogue, summarised in our own words.
///
/// The summary is no quotation and no translation; the official text decides.
package struct Standard: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Standard>

    package enum Reach: String, Codable, Sendable {
        case hostLaw = "host-law"
        case international
    }

    /// How far the catalogue vouches for number and wording.
    package enum Confidence: String, Codable, Sendable {
        /// The text or its opening was read.
        case read
        /// Known from a widely published text; the number is believed to be right.
        case known
        /// To be confirmed before it is published.
        case check
        /// A law of an invented country.
        case invented
    }

    package var id: ID
    package var instrument: String
    package var article: String
    package var title: LocalizedText
    package var summary: LocalizedText
    package var reach: Reach
    package var confidence: Confidence

    package init(
        id: ID, instrument: String, article: String, title: LocalizedText,
        summary: LocalizedText, reach: Reach, confidence: Confidence
    ) {
        self.id = id
        self.instrument = instrument
        self.article = article
        self.title = title
        self.summary = summary
        self.reach = reach
        self.confidence = confidence
    }
}
