import Primitives
import Tabulation

/// The mappings that come with the program, each with its editions. Whatever names a form here also
/// reads tables that have the form's own columns.
package enum BuiltInMappings {
    /// Mappings of tables that others made, by name.
    private static let mapped: [String: [TableMapping]] = [
        "ru-precincts": RussianMappings.all,
        "al-2013": [AlbanianMapping.parliament2013],
        "ca-2011": [CanadianMapping.federal2011],
        "de-ep2024": [GermanMapping.europe2024],
        "ge-2013": [GeorgianMapping.president2013],
        "mx-2012": [MexicanMappings.president2012],
        "mx-2018": [MexicanMappings.quickCount2018],
        "mx-gto-2012": [MexicanMappings.guanajuato2012],
    ]

    /// The editions of a built-in form or mapping; nil when there is none of the name.
    package static func named(_ name: String) -> [TableMapping]? {
        if let mapped = mapped[name] { return mapped }
        guard let forms = BuiltInForms.all[name] else { return nil }
        let own = forms.map { TableMapping($0) }
        return name == "ru-federal" ? own + RussianMappings.all : own
    }

    /// In the order of the alphabet.
    package static var names: [String] { (BuiltInForms.names + mapped.keys).sorted() }
}
