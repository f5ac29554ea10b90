/// A moment, in whole seconds of UTC since 1970-01-01, leap seconds not counted.
///
/// Domain code never reads a clock; moments arrive as arguments.
package struct Instant: Hashable, Sendable, Comparable {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    package func adding(minutes: Int) -> Instant { Instant(seconds: seconds + minutes * 60) }

    /// The wall clock at an offset east of Greenwich: `2031-05-18T20:00:00+06:00`.
    package func text(offsetMinutes: Int = 0) -> String {
        let local = seconds + offsetMinutes * 60
        let dayNumber = local.flooredQuotient(86_400)
        let rest = local - dayNumber * 86_400
        let day = CivilDay(number: dayNumber)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0.padded(2) }
        let zone: String
        if offsetMinutes == 0 {
            zone = "Z"
        } else {
            let size = abs(offsetMinutes)
            zone =
                (offsetMinutes < 0 ? "-" : "+") + (size / 60).padded(2) + ":"
                + (size % 60).padded(2)
        }
        return "\(day.text)T\(clock.joined(separator: ":"))\(zone)"
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let instant = Instant(text: text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a moment is written 2031-05-18T08:00:00Z, got \(text)"))
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text())
    }

    /// Reads `2031-05-18T08:00:00Z`, or the same with `+06:00` in place of the `Z`.
    package init?(text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CivilDay(text: String(text.prefix(10)))
        else { return nil }
        func number(_ at: Int) -> Int? { Int(String(decoding: bytes[at..<at + 2], as: UTF8.self)) }
        guard let hour = number(11), let minute = number(14), let second = number(17),
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        var offset = 0
        if bytes.count == 25 {
            guard bytes[22] == UInt8(ascii: ":"), let hours = number(20), let minutes = number(23),
                bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-")
            else { return nil }
            offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
        } else if bytes[19] != UInt8(ascii: "Z") {
            return nil
        }
        self.init(
            seconds: day.number * 86_400 + hour * 3600 + minute * 60 + second - offset * 60)
    }
}

/// A day of the Gregorian calendar, written `2031-05-18`.
package struct CivilDay: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Reads `2031-05-18`; nil for another shape or a day that does not exist.
    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), year > 0, (1...12).contains(month), day >= 1
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        guard CivilDay(number: number) == self else { return nil }
    }

    /// The day that lies `number` days after 1970-01-01.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days after 1970-01-01 (same source, days_from_civil).
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package var text: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }

    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}

extension CivilDay: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = CivilDay(text: text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a day is written 2031-05-18, got \(text)"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Int {
    /// The quotient rounded towards minus infinity.
    package func flooredQuotient(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// Decimal digits, zeros in front up to `width`.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
