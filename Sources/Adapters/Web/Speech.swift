import Primitives

/// One language's way of saying texts, numbers, shares, days and hours.
package struct Speech: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// A text with its values put in; what stands in a value is never taken for a place.
    package func say(_ phrase: Phrase, _ values: String...) -> String {
        say(phrase, values: values)
    }

    func say(_ phrase: Phrase, values: [String]) -> String {
        let text = phrase[language]
        guard !values.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let place = Int(rest[rest.index(after: open)..<close])
            result += place.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// `2,431` in English; `2 431` with a space that does not break in Russian and Kyrgyz.
    package func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var result = number < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 {
                result += language == .english ? "," : "\u{A0}"
            }
            result.append(digit)
        }
        return result
    }

    /// `1,284 papers`.
    package func count(_ number: Int, _ thing: Counted) -> String {
        self.number(number) + "\u{A0}" + thing.form(number, language)
    }

    /// `54.3%`, `54,3 %`; a dash where the base is zero.
    package func share(_ part: Int, of base: Int, decimals: Int = 1) -> String {
        guard let text = Percentage(part, of: base).text(decimals: decimals) else {
            return "\u{2013}"
        }
        return percent(text)
    }

    /// A share as it may be printed of a base of any size: fewer than thirty as `n of m`.
    package func careful(_ part: Int, of base: Int, decimals: Int = 1) -> String {
        base < 30
            ? say(.nOfM, number(part), number(base)) : share(part, of: base, decimals: decimals)
    }

    /// Dresses `54.3` in the language's signs.
    package func percent(_ text: String) -> String {
        language == .english ? text + "%" : decimal(text) + "\u{A0}%"
    }

    package func decimal(_ text: String) -> String {
        language == .english ? text : text.replacing(".", with: ",")
    }

    package func day(_ day: CivilDay) -> String {
        let month = Self.months[language]?[day.month - 1] ?? ""
        return switch language {
        case .english: "\(day.day)\u{A0}\(month) \(day.year)"
        case .russian: "\(day.day)\u{A0}\(month) \(day.year)\u{A0}г."
        case .kyrgyz: "\(day.year)-жылдын \(day.day)-\(month)"
        }
    }

    /// `08:00`, on the wall where the zone is.
    package func clock(_ moment: Instant, zoneMinutes: Int) -> String {
        String(moment.text(offsetMinutes: zoneMinutes).dropFirst(11).prefix(5))
    }

    /// `UTC+05:00`.
    package func zone(_ minutes: Int) -> String {
        let size = minutes.magnitude
        let sign = minutes < 0 ? "\u{2212}" : "+"
        return "UTC\(sign)\(Int(size / 60).padded(2)):\(Int(size % 60).padded(2))"
    }

    /// `18 May 2031, 08:00 (UTC+05:00)`.
    package func moment(_ moment: Instant, zoneMinutes: Int) -> String {
        let local = moment.text(offsetMinutes: zoneMinutes)
        let civil = CivilDay(text: String(local.prefix(10))).map(day) ?? ""
        return "\(civil), \(clock(moment, zoneMinutes: zoneMinutes)) (\(zone(zoneMinutes)))"
    }

    private static let months: [Language: [String]] = [
        .english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        .russian: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
            "октября", "ноября", "декабря",
        ],
        // With the ending that belongs to the day: 2031-жылдын 18-майы.
        .kyrgyz: [
            "январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры",
            "октябры", "ноябры", "декабры",
        ],
    ]
}
