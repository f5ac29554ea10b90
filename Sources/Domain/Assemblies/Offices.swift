import Primitives

/// A person's name as one source writes it.
package struct PersonName: Codable, Hashable, Sendable {
    package var text: String
    /// Language of the source, such as `en`.
    package var language: String
    /// Four letters of ISO 15924, such as `Latn` or `Cyrl`.
    package var script: String

    package init(_ text: String, language: String = "en", script: String = "Latn") {
        self.text = text
        self.language = language
        self.script = script
    }
}

/// Somebody who holds a public office. Private particulars have no place here.
package struct Person: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Person>

    package var id: ID
    package var names: [PersonName]

    package init(id: ID, names: [PersonName]) {
        self.id = id
        self.names = names
    }

    /// The first name given, which is the one that the snapshot's own source uses.
    package var name: String { names.first?.text ?? id.text }
}

/// An office of a body. Two persons can hold one office at once where it has two places.
package struct Office: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Office>

    package var id: ID
    package var title: LocalizedText
    package var body: Body.ID
    /// How many may hold it at once.
    package var places: Known<Int>

    package init(id: ID, title: LocalizedText, body: Body.ID, places: Known<Int>) {
        self.id = id
        self.title = title
        self.body = body
        self.places = places
    }
}

/// Who holds an office, from when to when, and who says so.
package struct OfficeHolding: Codable, Hashable, Sendable {
    package var person: Known<Person.ID>
    package var office: Office.ID
    package var from: Known<CivilDay>
    /// The last day in office.
    package var to: Known<CivilDay>
    /// The source, by its id in the snapshot.
    package var source: Source.ID

    package init(
        person: Known<Person.ID>, office: Office.ID, from: Known<CivilDay>, to: Known<CivilDay>,
        source: Source.ID
    ) {
        self.person = person
        self.office = office
        self.from = from
        self.to = to
        self.source = source
    }

    /// False when the dates rule the day out; unknown dates rule nothing out.
    package func mayHold(on day: CivilDay) -> Bool {
        if let first = from.value, day < first { return false }
        if let last = to.value, day > last { return false }
        return true
    }
}

/// Where a fact comes from.
package struct Source: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Source>

    package var id: ID
    package var title: String
    package var address: Known<String>
    /// The date that the source itself bears.
    package var dated: Known<CivilDay>

    package init(id: ID, title: String, address: Known<String>, dated: Known<CivilDay>) {
        self.id = id
        self.title = title
        self.address = address
        self.dated = dated
    }
}
