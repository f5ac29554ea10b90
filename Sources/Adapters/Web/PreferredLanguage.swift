import Foundation
import Primitives

extension Language {
    /// The first language of an Accept-Language header that we speak; English else.
    ///
    /// Source: RFC 9110, section 12.5.4; equal weights in the order given.
    package static func preferred(_ header: String) -> Language {
        let wishes = header.split(separator: ",").prefix(20).map { wish in
            let parts = wish.split(separator: ";")
            let name = (parts.first ?? "").trimmingCharacters(in: .whitespaces).lowercased()
            let weight =
                parts.dropFirst().compactMap { part -> Double? in
                    let text = part.trimmingCharacters(in: .whitespaces)
                    return text.hasPrefix("q=") ? Double(text.dropFirst(2)) : nil
                }.first ?? 1
            return (language: Language(rawValue: String(name.prefix(2))), weight: weight)
        }
        var best: (language: Language, weight: Double) = (.english, 0)
        for wish in wishes {
            if let language = wish.language, wish.weight > best.weight {
                best = (language, wish.weight)
            }
        }
        return best.language
    }
}
