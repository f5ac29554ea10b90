import Elections
import Filing
import Offices
import Primitives
import Tabulation
import Tervania

/// What the results office of Tervania is set up with, and who works there.
package enum EveningSetting {
    package static let setting = ElectionSetting(
        definition: Tervania.definition,
        forms: [
            Tervania.president: TervaniaForms.sheet, Tervania.referendum: TervaniaForms.sheet,
        ],
        register: Dictionary(
            Tervania.profiles.map { ($0.id, $0.registered) },
            uniquingKeysWith: { first, _ in first }
        ), readiness: requirements, relations: BuiltInForms.sets["tervania"]?.relations)

    private static let requirements = [
        requirement(
            "identification", .identificationEquipment, 24 * 60, "Identification equipment, tested",
            "Оборудование идентификации, проверено", "Идентификация жабдуусу, сыналган"),
        requirement(
            "scanner", .countingEquipment, 24 * 60, "Counting equipment, tested with a test deck",
            "Оборудование подсчёта, проверено на тестовой пачке",
            "Эсептөө жабдуусу, сыноо пачкасында текшерилген"),
        requirement(
            "keys", .keys, 12 * 60, "Keys handed to two members",
            "Ключи переданы двум членам", "Ачкычтар эки мүчөгө берилди"),
        requirement(
            "staff", .staff, 12 * 60, "Members trained and present",
            "Члены комиссии обучены и присутствуют", "Мүчөлөр окутулган жана келишкен"),
        requirement(
            "materials", .materials, 12 * 60, "Papers, screens and boxes",
            "Бюллетени, кабины и ящики", "Бюллетендер, кабиналар жана урналар"),
        requirement(
            "power", .power, 4 * 60, "Power and a second source",
            "Питание и запасной источник", "Электр жана кошумча булак"),
        requirement(
            "connection", .connection, 4 * 60, "Connection tried", "Связь проверена",
            "Байланыш текшерилди"),
        requirement(
            "premises", .ministry, 72 * 60, "Hall of the mission made ready",
            "Зал представительства подготовлен", "Өкүлчүлүктүн залы даярдалды", .abroad),
        requirement(
            "consent", .ministry, 72 * 60, "Consent of the host state",
            "Согласие принимающего государства", "Кабыл алуучу мамлекеттин макулдугу", .abroad),
        requirement(
            "courier", .ministry, 48 * 60, "Papers and equipment by diplomatic bag",
            "Бюллетени и оборудование дипломатической почтой",
            "Бюллетендер жана жабдуу дипломатиялык почта менен", .abroad),
    ]

    private static func requirement(
        _ id: ReadinessRequirement.ID, _ kind: ReadinessRequirement.Kind, _ minutes: Int,
        _ en: String, _ ru: String, _ ky: String,
        _ place: ReadinessRequirement.Place = .everywhere
    ) -> ReadinessRequirement {
        ReadinessRequirement(
            id: id, kind: kind, title: LocalizedText(en, ru: ru, ky: ky), place: place,
            dueMinutesBefore: minutes)
    }

    // MARK: People

    package static let administrator = person(
        "administrator", "Administrator", .administrator, .nation)
    package static let officers = [
        person("centre-1", "First officer of the centre", .nationalOfficer, .nation),
        person("centre-2", "Second officer of the centre", .nationalOfficer, .nation),
    ]
    package static let reviewer = person("reviewer", "Reviewer", .reviewer, .nation)
    /// Two and a third who differ settle a paper.
    package static let reviewers = [
        reviewer, person("reviewer-2", "Second reviewer", .reviewer, .nation),
        person("reviewer-3", "Third reviewer", .reviewer, .nation),
    ]
    package static let observer = person("observer", "Observer", .observer, .nation)
    package static let auditor = person("auditor", "Auditor", .auditor, .nation)

    package static func officer(_ district: District.ID, _ number: Int = 1) -> Account {
        person(
            "\(district)-\(number)", "Officer \(number), \(district)", .territorialOfficer,
            .district(district))
    }

    package static func member(_ station: PollingStation.ID, _ number: Int) -> Account {
        person(
            "\(station)-\(number)", "Member \(number), \(station)", .commissionMember,
            .station(station))
    }

    package static let all: [Account] =
        [administrator, observer, auditor] + reviewers + officers
        + Tervania.districts.flatMap { [officer($0.id, 1), officer($0.id, 2)] }
        + Tervania.profiles.flatMap { [member($0.id, 1), member($0.id, 2)] }

    private static func person(
        _ id: String, _ name: String, _ role: Role, _ area: Area
    ) -> Account {
        guard let id = Account.ID("\(id)@tervania.example") else {
            preconditionFailure("no account name: \(id)")
        }
        return Account(id: id, name: name, grants: [Grant(role, area)])
    }
}
