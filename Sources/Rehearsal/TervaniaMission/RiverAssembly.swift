import Assemblies
import Missions
import Primitives

/// The invented assembly, mission, forms and assessment of Tervania's election. Nothing here is
/// about a real state, body or person; the persons' names say so.
package enum TervaniaMission {
    package static let notice = LocalizedText(
        "Invented: these states, bodies and persons do not exist.",
        ru: "Вымысел: этих государств, органов и лиц не существует.",
        ky: "Ойдон чыгарылган: мындай мамлекеттер, органдар жана адамдар жок.")

    static let source: Source.ID = "invented-register"
    static let since = CivilDay(text: "2029-10-01")!

    /// The Assembly of the River States as of the first of May 2031.
    package static let assembly = AssemblySnapshot(
        id: "river-states-2031", inventedNotice: notice,
        asOf: .dated(CivilDay(text: "2031-05-01")!), extent: .whole,
        sources: [
            Source(
                id: source, title: "Register of the Assembly of the River States (invented)",
                address: .unknown(.noLabel), dated: .known(CivilDay(text: "2031-05-01")!))
        ],
        states: states,
        assembly: Assembly(
            id: "river-assembly",
            names: [BodyName("Assembly of the River States")],
            organs: [
                Organ(
                    id: "river-bureau",
                    names: [BodyName("Bureau of the Assembly of the River States")])
            ]),
        parliaments: parliaments, chambers: chambers, bodies: bodies, members: members,
        persons: persons, offices: offices, holdings: holdings, websites: websites)

    private static let states: [State] = [
        state("kestria", "Kestria", "Кестрия", "Кестрия"),
        state("veldmark", "Veldmark", "Вельдмарк", "Вельдмарк"),
        state("sarahan", "Sarahan", "Сарахан", "Сарахан"),
        state("oyamar", "Oyamar", "Оямар", "Оямар"),
        state("tervania", "Tervania", "Тервания", "Тервания"),
    ]

    private static func state(_ id: State.ID, _ en: String, _ ru: String, _ ky: String) -> State {
        State(id: id, name: LocalizedText(en, ru: ru, ky: ky), invented: true)
    }

    private static let parliaments = [
        Parliament(
            id: "kestria-diet", state: .known("kestria"), names: [BodyName("Diet of Kestria")]),
        Parliament(
            id: "veldmark-estates", state: .known("veldmark"),
            names: [BodyName("Estates of Veldmark")]),
        Parliament(
            id: "sarahan-council", state: .known("sarahan"),
            names: [BodyName("Great Council of Sarahan")]),
        Parliament(
            id: "oyamar-parliament", state: .known("oyamar"),
            names: [BodyName("Parliament of Oyamar")]),
        Parliament(
            id: "tervania-assembly", state: .known("tervania"),
            names: [BodyName("National Council of Tervania")]),
    ]

    private static let chambers = [
        chamber("kestria-lower", "kestria-diet", "House of Towns", .lower),
        chamber("kestria-upper", "kestria-diet", "House of Rivers", .upper),
        chamber("veldmark-lower", "veldmark-estates", "Common Chamber", .lower),
        chamber("veldmark-upper", "veldmark-estates", "Land Chamber", .upper),
    ]

    private static func chamber(
        _ id: Body.ID, _ parliament: Body.ID, _ name: String, _ kind: Chamber.Kind
    ) -> Chamber {
        Chamber(id: id, parliament: parliament, names: [BodyName(name)], kind: .known(kind))
    }

    private static let bodies = [
        PublicBody(
            id: "tervania-commission", names: [BodyName("Central Election Commission of Tervania")],
            state: "tervania"),
        PublicBody(
            id: "tervania-foreign-ministry", names: [BodyName("Foreign Ministry of Tervania")],
            state: "tervania"),
        PublicBody(
            id: "tervania-presidency", names: [BodyName("Presidency of Tervania")],
            state: "tervania"),
    ]

    private static let members: [MemberState] = [
        member(
            "kestria", "kestria-diet",
            [("kestria-lower", 6, "deputies"), ("kestria-upper", 3, "senators")]),
        member(
            "veldmark", "veldmark-estates",
            [("veldmark-lower", 5, "members"), ("veldmark-upper", 5, "members")]),
        member("sarahan", "sarahan-council", [(nil, 8, "deputies")]),
        member("oyamar", "oyamar-parliament", [(nil, 4, "deputies")]),
    ]

    private static func member(
        _ state: State.ID, _ parliament: Body.ID, _ seats: [(Body.ID?, Int, String)]
    ) -> MemberState {
        MemberState(
            state: .known(state),
            delegation: .known(
                Delegation(
                    id: Body.ID("river-delegation-\(state)")!, parliament: parliament,
                    seats: seats.map { chamber, number, word in
                        SeatAllotment(
                            chamber: chamber.map { .known($0) } ?? .unknown(.noLabel),
                            number: .known(number), word: .known(word))
                    },
                    plenipotentiary: .known(Office.ID("plenipotentiary-\(state)")!))))
    }

    private static let persons: [Person] = [
        person("quillon", "Invented Quillon"), person("brandt", "Invented Brandt-Oye"),
        person("zarif", "Invented Zarifsen"), person("mirelle", "Invented Mirelle"),
        person("tarsan", "Invented Tarsan"),
    ]

    private static func person(_ id: Person.ID, _ name: String) -> Person {
        Person(id: id, names: [PersonName(name)])
    }

    private static let offices: [Office] =
        ["kestria", "veldmark", "sarahan", "oyamar"].map { state in
            Office(
                id: Office.ID("plenipotentiary-\(state)")!,
                title: LocalizedText(
                    "Plenipotentiary", ru: "Полномочный представитель", ky: "Ыйгарым укуктуу өкүл"),
                body: Body.ID("river-delegation-\(state)")!, places: .known(1))
        } + [
            Office(
                id: "river-president",
                title: LocalizedText(
                    "President of the Assembly", ru: "Председатель Ассамблеи",
                    ky: "Ассамблеянын төрагасы"),
                body: "river-assembly", places: .known(1)),
            Office(
                id: "river-coordinator",
                title: LocalizedText(
                    "Coordinator of the mission", ru: "Координатор миссии",
                    ky: "Миссиянын координатору"),
                body: "river-assembly", places: .known(1)),
            Office(
                id: "tervania-speaker",
                title: LocalizedText(
                    "Speaker of the National Council", ru: "Спикер Национального совета",
                    ky: "Улуттук кеңештин спикери"),
                body: "tervania-assembly", places: .known(1)),
        ]

    private static let holdings: [OfficeHolding] = [
        holding("quillon", "plenipotentiary-kestria"),
        holding("brandt", "plenipotentiary-veldmark"),
        holding("zarif", "plenipotentiary-sarahan"),
        OfficeHolding(
            person: .unknown(.holderNotGiven), office: "plenipotentiary-oyamar",
            from: .unknown(.noLabel), to: .unknown(.noLabel), source: source),
        holding("mirelle", "river-president"), holding("brandt", "river-coordinator"),
        holding("tarsan", "tervania-speaker"),
    ]

    private static func holding(_ person: Person.ID, _ office: Office.ID) -> OfficeHolding {
        OfficeHolding(
            person: .known(person), office: office, from: .known(since), to: .unknown(.noLabel),
            source: source)
    }

    private static let websites = [
        Website(of: "kestria-diet", address: .known("diet.kestria.example")),
        Website(of: "veldmark-estates", address: .unknown(.labelWithoutValue)),
    ]
}
