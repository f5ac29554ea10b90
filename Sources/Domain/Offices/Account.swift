import Elections
import Primitives

/// Somebody who works at the results office, or watches it. What is secret of an account, its
/// password and its second factor, lies in the store's vault and never in here.
package struct Account: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Account>

    /// The name to sign in with: `anna@example.org`. Stands in the log beside every act.
    package var id: ID
    /// As colleagues write it.
    package var name: String
    package var grants: [Grant]
    /// False when the account may no longer sign in. Accounts are never removed, because their
    /// acts stay.
    package var active: Bool

    package init(id: ID, name: String, grants: [Grant], active: Bool = true) {
        self.id = id
        self.name = name
        self.grants = grants
        self.active = active
    }
}

/// A role, and where it holds.
package struct Grant: Codable, Hashable, Sendable {
    package var role: Role
    package var area: Area

    package init(_ role: Role, _ area: Area) {
        self.role = role
        self.area = area
    }
}

/// What somebody is at an election, by the words of the law.
package enum Role: String, Codable, CaseIterable, Sendable {
    /// Of a station's commission.
    case commissionMember = "commission-member"
    /// Of a territorial commission, over the stations of one district.
    case territorialOfficer = "territorial-officer"
    /// Of the central commission.
    case nationalOfficer = "national-officer"
    /// Decides where two readers of one paper, or two clerks of one sheet, do not agree.
    case reviewer
    case observer
    case auditor
    /// Keeps the machine and the accounts; may not touch a sheet.
    case administrator

    package var title: LocalizedText {
        switch self {
        case .commissionMember:
            LocalizedText(
                "Member of a station's commission", ru: "Член участковой комиссии",
                ky: "Участоктук комиссиянын мүчөсү")
        case .territorialOfficer:
            LocalizedText(
                "Officer of a territorial commission", ru: "Сотрудник территориальной комиссии",
                ky: "Аймактык комиссиянын кызматкери")
        case .nationalOfficer:
            LocalizedText(
                "Officer of the central commission", ru: "Сотрудник центральной комиссии",
                ky: "Борбордук комиссиянын кызматкери")
        case .reviewer: LocalizedText("Reviewer", ru: "Рецензент", ky: "Карап чыгуучу")
        case .observer: LocalizedText("Observer", ru: "Наблюдатель", ky: "Байкоочу")
        case .auditor: LocalizedText("Auditor", ru: "Аудитор", ky: "Аудитор")
        case .administrator:
            LocalizedText("Administrator", ru: "Администратор", ky: "Администратор")
        }
    }
}

/// The part of the country that a role holds for, written `nation`, `district:north` or
/// `station:north-001`.
package enum Area: Hashable, Sendable {
    case nation
    case district(District.ID)
    case station(PollingStation.ID)

    package var text: String {
        switch self {
        case .nation: "nation"
        case .district(let id): "district:\(id.text)"
        case .station(let id): "station:\(id.text)"
        }
    }

    package init?(_ text: String) {
        if text == "nation" {
            self = .nation
        } else if text.hasPrefix("district:"), let id = District.ID(String(text.dropFirst(9))) {
            self = .district(id)
        } else if text.hasPrefix("station:"), let id = PollingStation.ID(String(text.dropFirst(8)))
        {
            self = .station(id)
        } else {
            return nil
        }
    }

    /// True when a station of a district lies in the area.
    package func holds(_ station: PollingStation.ID, of district: District.ID) -> Bool {
        switch self {
        case .nation: true
        case .district(let own): own == district
        case .station(let own): own == station
        }
    }
}

extension Area: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let area = Area(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "an area is nation, district:ID or station:ID, got \(text)"))
        }
        self = area
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
