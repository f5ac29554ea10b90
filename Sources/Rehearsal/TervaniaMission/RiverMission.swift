import Assemblies
import Elections
import Missions
import Primitives

extension TervaniaMission {
    package static let day = CivilDay(text: "2031-05-18")!

    /// Who may invite observers, by the invented law of Tervania.
    package static let invitationLaw = InvitationLaw(
        bodies: ["tervania-presidency", "tervania-assembly", "tervania-commission"],
        rule: "tv.10",
        note: LocalizedText(
            "Electoral law of Tervania, article 10; invented.",
            ru: "Закон о выборах Тервании, статья 10; вымышлен.",
            ky: "Терваниянын шайлоо мыйзамы, 10-берене; ойдон чыгарылган."))

    package static let mission = Mission(
        id: "river-mission-2031", inventedNotice: notice, sender: "river-assembly",
        host: "tervania",
        contests: [
            WatchedContest(contest: "president", sourceWording: "snap presidential election"),
            WatchedContest(
                contest: "referendum", sourceWording: "referendum on the councils of the regions"),
        ],
        remit: "preparation, voting and count",
        invitation: Invitation(
            person: .known("tarsan"), office: "tervania-speaker",
            day: .known(CivilDay(text: "2031-04-02")!)),
        coordinator: Coordinator(
            person: .known("brandt"), offices: ["river-coordinator", "plenipotentiary-veldmark"]),
        legalBases: [
            LegalBasis(
                title: "Electoral law of Tervania (invented)", kind: .hostLaw,
                day: .unknown(.noLabel)),
            LegalBasis(
                title:
                    "Rules of the Assembly of the River States on observing elections (invented)",
                kind: .treaty, day: .known(CivilDay(text: "2024-03-11")!)),
        ],
        size: .known(8), observers: observers, teams: teams, deployments: deployments,
        funding: .known(
            LocalizedText(
                "Travel was paid by the sending parliaments, nothing by the host.",
                ru:
                    "Поездки оплатили направившие парламенты, принимающая сторона не платила ничего.",
                ky:
                    "Жол чыгымын жөнөткөн парламенттер төлөдү, кабыл алган тарап эч нерсе төлөгөн жок."
            )),
        longTermPresence: .known(false))

    /// Eight who were accredited, and one who was named and withdrawn before the list went out.
    private static let observers: [Observer] =
        zip(
            [
                "kestria", "veldmark", "sarahan", "oyamar", "kestria", "sarahan", "veldmark",
                "oyamar",
            ]
                as [State.ID], 1...
        ).map { state, number in
            Observer(
                id: Observer.ID("observer-\(number)")!, state: state,
                accreditation: accreditation([
                    (.nominate, "2031-04-12"), (.submit, "2031-04-18"), (.accredit, "2031-05-06"),
                ]))
        } + [
            Observer(
                id: "observer-9", state: "kestria",
                accreditation: accreditation([
                    (.nominate, "2031-04-12"), (.withdraw, "2031-04-16"),
                ]))
        ]

    private static func accreditation(
        _ events: [(Accreditation.Event, String)]
    ) -> Accreditation {
        var life = Accreditation(invited: CivilDay(text: "2031-04-02")!)
        for (event, day) in events {
            let action = life.event(event, on: CivilDay(text: day)!)
            guard case .moved = action else { preconditionFailure("\(event) on \(day): \(action)") }
        }
        return life
    }

    private static let teams = [
        Team(id: "team-north", members: ["observer-1", "observer-2"]),
        Team(id: "team-south", members: ["observer-3", "observer-4"]),
        Team(id: "team-veldmark", members: ["observer-5", "observer-6"]),
        Team(id: "team-oyamar", members: ["observer-7", "observer-8"]),
    ]

    private static let deployments = [
        Deployment(
            team: "team-north", day: day, stations: ["north-001", "north-002", "north-003"]),
        Deployment(
            team: "team-south", day: day,
            stations: ["south-001", "south-004", "south-003", "south-002"]),
        Deployment(team: "team-veldmark", day: day, stations: ["abroad-001"]),
        Deployment(team: "team-oyamar", day: day, stations: ["abroad-002"]),
    ]

    /// Everything of chapter 2 in one document.
    package static let watchRecord = WatchRecord(
        assembly: assembly, mission: mission, meetings: [], invitationLaw: invitationLaw)
}
