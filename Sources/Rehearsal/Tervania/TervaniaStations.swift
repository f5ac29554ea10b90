import Elections
import Primitives

extension Tervania {
    package static let districts = [
        District(id: "north", name: LocalizedText("North", ru: "Север", ky: "Түндүк")),
        District(id: "south", name: LocalizedText("South", ru: "Юг", ky: "Түштүк")),
        District(id: "abroad", name: LocalizedText("Abroad", ru: "За рубежом", ky: "Чет өлкөдө")),
    ]

    package static let stations: [PollingStation] = profiles.map { profile in
        let zone = profile.zoneHours * 60
        let opens = Instant(seconds: day.number * 86_400 + 8 * 3600 - zone * 60)
        return PollingStation(
            id: profile.id, name: profile.name, district: profile.district,
            seat: profile.district == "abroad" ? .abroad : .home, zoneMinutes: zone,
            opens: opens, closes: opens.adding(minutes: 12 * 60))
    }

    /// What the invention needs to know of a station beyond its definition.
    package struct Profile: Sendable {
        package let id: PollingStation.ID
        package let name: LocalizedText
        package let district: District.ID
        package let zoneHours: Int
        /// Names on the list.
        package let registered: Int
        /// Of a hundred registered, how many come.
        package let turnout: Int
        /// Of a hundred comers, votes for each presidential option in ballot order.
        package let lean: [Int]
    }

    package static let profiles: [Profile] = [
        home(
            "north-001", "north", "School 1, Aksuu", "Школа 1, Аксуу", "1-мектеп, Аксуу", 230, 68,
            [54, 21, 12, 8, 5]),
        home(
            "north-002", "north", "Town hall, Aksuu", "Мэрия, Аксуу", "Мэрия, Аксуу", 215, 66,
            [57, 19, 11, 8, 5]),
        home(
            "north-003", "north", "Library, Temirtoo", "Библиотека, Темиртоо",
            "Китепкана, Темиртоо", 190, 71, [52, 24, 13, 6, 5]),
        home(
            "north-004", "north", "Farm office, Kyzyl-Say", "Контора, Кызыл-Сай",
            "Кеңсе, Кызыл-Сай", 28, 75, [60, 20, 10, 5, 5]),
        home(
            "north-005", "north", "School 2, Temirtoo", "Школа 2, Темиртоо", "2-мектеп, Темиртоо",
            210, 64, [55, 20, 14, 7, 4]),
        home(
            "south-001", "south", "House of culture, Jarkent-Suu", "Дом культуры, Жаркент-Суу",
            "Маданият үйү, Жаркент-Суу", 240, 62, [53, 26, 10, 6, 5]),
        home(
            "south-002", "south", "School 5, Ördök", "Школа 5, Ордок", "5-мектеп, Өрдөк", 205, 67,
            [56, 22, 11, 6, 5]),
        home(
            "south-003", "south", "Hospital, Ördök", "Больница, Ордок", "Оорукана, Өрдөк", 220, 59,
            [51, 25, 12, 7, 5]),
        home(
            "south-004", "south", "Border post, Üchtash", "Погранзастава, Учташ",
            "Чек ара заставасы, Үчташ", 180, 73, [66, 17, 8, 5, 4]),
        home(
            "south-005", "south", "School 7, Kengsay", "Школа 7, Кенгсай", "7-мектеп, Кеңсай", 195,
            65, [55, 23, 11, 6, 5]),
        Profile(
            id: "abroad-001",
            name: LocalizedText(
                "Embassy, Veldmark", ru: "Посольство, Вельдмарк", ky: "Элчилик, Вельдмарк"),
            district: "abroad", zoneHours: 1, registered: 52, turnout: 77, lean: [45, 25, 18, 7, 5]),
        Profile(
            id: "abroad-002",
            name: LocalizedText(
                "Consulate, Oyamar", ru: "Консульство, Оямар", ky: "Консулдук, Оямар"),
            district: "abroad", zoneHours: 9, registered: 45, turnout: 80, lean: [42, 28, 17, 8, 5]),
    ]

    private static func home(
        _ id: PollingStation.ID, _ district: District.ID, _ en: String, _ ru: String, _ ky: String,
        _ registered: Int, _ turnout: Int, _ lean: [Int]
    ) -> Profile {
        Profile(
            id: id, name: LocalizedText(en, ru: ru, ky: ky), district: district, zoneHours: 5,
            registered: registered, turnout: turnout, lean: lean)
    }

    /// The readiness of every station on the eve; one device abroad was not tested.
    package static let readiness: [StationReadiness] = profiles.map { profile in
        let abroad = profile.district == "abroad"
        let code = profile.id.text.uppercased()
        let tested = CivilDay(text: "2031-05-16")
        return StationReadiness(
            station: profile.id,
            equipment: [
                .init(kind: .identification, serial: "ID-\(code)-A", tested: tested),
                .init(
                    kind: .identification, serial: "ID-\(code)-B",
                    tested: profile.id == "abroad-002" ? nil : tested),
                .init(kind: .scanner, serial: "SC-\(code)", tested: tested),
            ],
            staff: abroad ? 5 : 7, papersDelivered: papersReceived(at: profile), screens: 3,
            missionPrepared: abroad
                ? [
                    LocalizedText(
                        "A hall with a separate entrance was made ready.",
                        ru: "Подготовлен зал с отдельным входом.",
                        ky: "Өзүнчө кире бериши бар зал даярдалды."),
                    LocalizedText(
                        "Papers and equipment travelled by diplomatic bag.",
                        ru: "Бюллетени и оборудование доставлены дипломатической почтой.",
                        ky: "Бюллетендер жана жабдуу дипломатиялык почта менен жеткирилди."),
                ] : nil)
    }

    /// Papers delivered: the list, five in a hundred more, and up to the next bundle of ten.
    package static func papersReceived(at profile: Profile) -> Int {
        (profile.registered * 105 / 100 + 9) / 10 * 10
    }
}
