import Assemblies
import Missions
import Primitives

/// The words of `watch show`, in the three languages. Russian and Kyrgyz are not yet reviewed by a
/// native jurist.
enum WatchLabels {
    static let snapshot = LocalizedText("Snapshot", ru: "Снимок", ky: "Көрүнүш")
    static let source = LocalizedText("Source", ru: "Источник", ky: "Булак")
    static let delegations = LocalizedText("Delegations", ru: "Делегации", ky: "Делегациялар")
    static let plenipotentiary = LocalizedText(
        "plenipotentiary", ru: "полномочный представитель", ky: "ыйгарым укуктуу өкүл")
    static let seatsAdded = LocalizedText(
        "Seats listed, added up here", ru: "Мест в перечне, сложено здесь",
        ky: "Тизмедеги орундар, ушул жерде кошулду")
    static let websites = LocalizedText("Websites", ru: "Сайты", ky: "Сайттар")
    static let offices = LocalizedText(
        "Offices held together", ru: "Совмещаемые должности", ky: "Чогуу ээлеген кызматтар")
    static let otherOffices = LocalizedText(
        "Other offices", ru: "Другие должности", ky: "Башка кызматтар")
    static let mission = LocalizedText("Mission", ru: "Миссия", ky: "Миссия")
    static let contests = LocalizedText(
        "watches, in the source's words", ru: "наблюдает, словами источника",
        ky: "байкайт, булактын сөзү менен")
    static let remit = LocalizedText("remit", ru: "задача", ky: "милдети")
    static let invitedBy = LocalizedText("invited by", ru: "пригласил", ky: "чакырган")
    static let mayInvite = LocalizedText(
        "speaks for a body that may invite, by",
        ru: "представляет орган, который вправе приглашать, по",
        ky: "чакырууга укуктуу органдын атынан, негизи")
    static let mayNotInvite = LocalizedText(
        "speaks for a body that may not invite, by",
        ru: "представляет орган, который не вправе приглашать, по",
        ky: "чакырууга укугу жок органдын атынан, негизи")
    static let coordinator = LocalizedText("coordinator", ru: "координатор", ky: "координатор")
    static let worksBy = LocalizedText("works by", ru: "руководствуется", ky: "жетекчиликке алат")
    static let size = LocalizedText("observers", ru: "наблюдателей", ky: "байкоочулар")
    static let meeting = LocalizedText("Meeting with", ru: "Встреча с", ky: "Жолугушуу:")
    static let meetingDay = LocalizedText("day", ru: "день", ky: "күнү")
    static let claims = LocalizedText(
        "Said there; a claim is not a finding",
        ru: "Сказано там; заявление не есть установленный факт",
        ky: "Ал жерде айтылган; билдирүү далилденген факты эмес")
    static let unknowns = LocalizedText("Not known", ru: "Неизвестно", ky: "Белгисиз")
    static let dates = LocalizedText(
        "dates of office given", ru: "даты пребывания в должности указаны",
        ky: "кызматта болгон күндөрү көрсөтүлгөн")
    static let doubts = LocalizedText("Take care", ru: "Осторожно", ky: "Абайлагыла")
    static let changes = LocalizedText("Changes", ru: "Изменения", ky: "Өзгөрүүлөр")
    static let noChanges = LocalizedText("none", ru: "нет", ky: "жок")
    static let notReadAgain = LocalizedText(
        "facts that the later source was not read for",
        ru: "фактов, которых в позднем источнике не читали",
        ky: "кийинки булактан окулбаган фактылар")
    static let partial = LocalizedText(
        "only these facts were read", ru: "прочитаны только эти факты",
        ky: "ушул фактылар гана окулган")
    static let nothing = LocalizedText(
        "Nothing is known as of", ru: "Ничего не известно на", ky: "Бул күнгө эч нерсе белгисиз:")
    static let notShown = LocalizedText(
        "Not shown, because its day is not known or is later",
        ru: "Не показан, так как его день неизвестен или позже",
        ky: "Көрсөтүлгөн жок, себеби күнү белгисиз же кийинчерээк")
    static let notKnown = LocalizedText("not known", ru: "неизвестно", ky: "белгисиз")
    static let seats = LocalizedText("seats", ru: "места", ky: "орундар")

    static func asOf(_ asOf: AsOf) -> LocalizedText {
        switch asOf {
        case .dated(let day):
            LocalizedText("as of \(day.text)", ru: "на \(day.text)", ky: "\(day.text) карата")
        case .undatedSeen(let day):
            LocalizedText(
                "undated, seen in a source of \(day.text)",
                ru: "без даты, из источника от \(day.text)",
                ky: "күнү жок, \(day.text) булагынан")
        case .undatedLater(let day):
            LocalizedText(
                "undated, later than \(day.text)", ru: "без даты, позже \(day.text)",
                ky: "күнү жок, \(day.text) кийин")
        case .undated: LocalizedText("undated", ru: "без даты", ky: "күнү жок")
        }
    }

    static func matter(_ matter: UnknownFact.Matter) -> LocalizedText {
        switch matter {
        case .delegation: LocalizedText("delegation", ru: "делегация", ky: "делегация")
        case .seats: LocalizedText("number of seats", ru: "число мест", ky: "орундардын саны")
        case .chamber: LocalizedText("chamber", ru: "палата", ky: "палата")
        case .plenipotentiary: plenipotentiary
        case .website: LocalizedText("website", ru: "сайт", ky: "сайт")
        case .holder: LocalizedText("holder", ru: "кто занимает", ky: "ким ээлейт")
        }
    }

    static func matter(_ matter: SnapshotChange.Matter) -> LocalizedText {
        switch matter {
        case .seats: seats
        case .plenipotentiary: plenipotentiary
        case .website: self.matter(UnknownFact.Matter.website)
        case .delegation: self.matter(UnknownFact.Matter.delegation)
        case .holders: self.matter(UnknownFact.Matter.holder)
        }
    }

    static func status(_ status: Claim.Status) -> LocalizedText {
        switch status {
        case .unverified: LocalizedText("unverified", ru: "не проверено", ky: "текшерилген эмес")
        case .confirmed: LocalizedText("confirmed", ru: "подтверждено", ky: "ырасталган")
        case .contradicted: LocalizedText("contradicted", ru: "опровергнуто", ky: "төгүндөлгөн")
        }
    }

    static func doubt(_ doubt: SnapshotDoubt, in snapshot: AssemblySnapshot) -> LocalizedText {
        switch doubt {
        case .oneNameForTwoBodies(let name, let bodies):
            let list = bodies.map(snapshot.name(of:)).joined(separator: "; ")
            return LocalizedText(
                "\"\(name)\" is the name of \(bodies.count) bodies: \(list)",
                ru: "«\(name)» называются \(bodies.count) органа: \(list)",
                ky: "«\(name)» деп \(bodies.count) орган аталат: \(list)")
        case .severalNamesForOneBody(let body, let names):
            let list = names.joined(separator: " = ")
            return LocalizedText(
                "\(names.count) names for one body (\(body)): \(list)",
                ru: "\(names.count) названия одного органа (\(body)): \(list)",
                ky: "бир органдын \(names.count) аты (\(body)): \(list)")
        case .moreHoldersThanPlaces(let office, let holders, let places):
            let title = snapshot.office(office)?.title ?? LocalizedText(office.text)
            return LocalizedText(
                "\(title.en): \(holders) holders for \(places) places",
                ru: "\(title[.russian]): \(holders) лиц на \(places) мест",
                ky: "\(title[.kyrgyz]): \(places) орунга \(holders) адам")
        case .severalHoldersPlacesUnknown(let office, let holders):
            let title = snapshot.office(office)?.title ?? LocalizedText(office.text)
            return LocalizedText(
                "\(title.en): \(holders) holders at once; how many places there are is not stated",
                ru: "\(title[.russian]): \(holders) лица одновременно; сколько мест, не сказано",
                ky:
                    "\(title[.kyrgyz]): бир эле учурда \(holders) адам; канча орун бары айтылган эмес"
            )
        case .endsBeforeItBegins(let person, let office):
            return LocalizedText(
                "\(person) in \(office): the last day lies before the first",
                ru: "\(person), \(office): последний день раньше первого",
                ky: "\(person), \(office): акыркы күнү биринчисинен мурда")
        }
    }
}
