import Assemblies
import Formats
import Missions
import Primitives
import Testing

@Suite("The page of what is known")
struct ShowTests {
    // Read through against the source page line by line; a change here is a change of what we say.
    static let seed = #"""
        Parliamentary Assembly of the Collective Security Treaty Organization
        Snapshot csto-pa-seed: undated, seen in a source of 2021-01-08
        Source: CSTO Parliamentary Assembly, English site, news item with the panel of delegations (https://pacsto.org/events/nablyudateli-ot-pa-odkb-proveli-vstrechu-s)
        Source: Members of the Collective Security Treaty Organization in 2021: general knowledge, not from the page

        Delegations
          National Assembly of the Republic of Belarus
            House of Representatives: 7 deputies
            Council of the Republic: 4 deputies
            plenipotentiary: Viktor Kogut
          Parliament of the Republic of Kazakhstan
            Mazhilis: 8 deputies
            Senate: 8 members
            plenipotentiary: Viktor Rogalev
          Supreme Council of the Kyrgyz Republic
            seats: 6 deputies
            plenipotentiary: Shabdanbek Alishev
          Federal Assembly of the Russian Federation
            State Duma: 10 deputies
            Federation Council: 12 members
            plenipotentiary: Mikhail Krotov
          Supreme Assembly of the Republic of Tajikistan
            National Assembly: 6 deputies
            Assembly of Representatives: 6 deputies
            plenipotentiary: not known (body named, no holder given)
          Armenia: not known (member absent from the list)
          Seats listed, added up here: 67

        Websites
          House of Representatives: not known (label printed without a value)
          Council of the Republic: not known (label printed without a value)
          Mazhilis: not known (no label at all)
          Senate: not known (no label at all)
          Supreme Council: not known (label printed without a value)
          State Duma: not known (no label at all)
          Federation Council: not known (no label at all)
          National Assembly: not known (no label at all)
          Assembly of Representatives: not known (no label at all)

        Offices held together
          Viktor Rogalev: Plenipotentiary representative (Parliament of the Republic of Kazakhstan); Deputy Executive Secretary of the CSTO PA
          Mikhail Krotov: Plenipotentiary representative (Federal Assembly of the Russian Federation); Deputy Executive Secretary of the CSTO PA
          Vyacheslav Volodin: Chairman of the CSTO PA Council; Chairman of the State Duma
          Rustam Shokhmurod: Coordinator of the group of observers; Chairman of the Committee on Law Enforcement, Defence and Security

        Other offices
          Talant Mamytov: Toraga (Speaker)
          Ruslan Kazakbayev: Minister of Foreign Affairs

        Mission csto-pa-mission-2021-01 → Kyrgyz Republic
          watches, in the source's words: "snap presidential election"
          watches, in the source's words: "Referendum on Amendments to the Constitution"
          remit: "preparation and conduct"
          invited by: Talant Mamytov, Toraga (Speaker)
            Supreme Council of the Kyrgyz Republic: speaks for a body that may invite, by kg.10.1
            Constitutional law of 2011, article 10, as translated in 2015; not checked against the text in force in January 2021.
          coordinator: Rustam Shokhmurod (Coordinator of the group of observers; Chairman of the Committee on Law Enforcement, Defence and Security)
          works by: election legislation of the Kyrgyz Republic
          works by: Convention on Standards of Democratic Election, Voting Rights and Freedoms in the Member States of the Commonwealth of Independent States, 2002-10-07
          observers: not known (no label at all)

        Meeting with Ruslan Kazakbayev, Minister of Foreign Affairs
          day: not known (no label at all)
          Said there; a claim is not a finding:
          - Preparations for the vote of 10 January are in their last stage. (Ruslan Kazakbayev; unverified)
          - Much of the preparation was done together with the central election commission. (Ruslan Kazakbayev; unverified)
          - National law and the state's international obligations are the ground of the election. (Ruslan Kazakbayev; unverified)
          - Digital technology is used as far as possible, for transparency, fairness and credibility. (Ruslan Kazakbayev; unverified)
          - Voter identification equipment and automatic counting receive special attention. (Ruslan Kazakbayev; unverified)
          - The ministry has made diplomatic missions and consular offices ready for the vote. (Ruslan Kazakbayev; unverified)
          - 48 polling stations were set up at missions and consular offices abroad. (Ruslan Kazakbayev; unverified)
          - The observers of the assembly will be able to assess the process comprehensively and objectively. (Ruslan Kazakbayev; unverified)
          - Vyacheslav Volodin is thanked for his help in sending the mission. (Ruslan Kazakbayev; unverified)
          - The observers work by the election law of the Kyrgyz Republic and the Convention of 7 October 2002. (Rustam Shokhmurod; unverified)

        Not known
          label printed without a value: 3
            website: House of Representatives of the National Assembly of the Republic of Belarus
            website: Council of the Republic of the National Assembly of the Republic of Belarus
            website: Supreme Council of the Kyrgyz Republic
          no label at all: 7
            chamber: Supreme Council of the Kyrgyz Republic
            website: Mazhilis of the Parliament of the Republic of Kazakhstan
            website: Senate of the Parliament of Kazakhstan
            website: State Duma of the Russian Federation
            website: Federation Council of the Russian Federation
            website: National Assembly of the Supreme Assembly of the Republic of Tajikistan
            website: Assembly of Representatives of the Supreme Assembly of the Republic of Tajikistan
          body named, no holder given: 1
            plenipotentiary: Supreme Assembly of the Republic of Tajikistan
          member absent from the list: 1
            delegation: Armenia
          dates of office given: 0 / 12

        Take care
          "National Assembly" is the name of 2 bodies: National Assembly of the Republic of Belarus; National Assembly of the Supreme Assembly of the Republic of Tajikistan
          2 names for one body (kz-parliament): Parliament of the Republic of Kazakhstan = Parliament of Kazakhstan
          2 names for one body (kg-supreme-council): Supreme Council of the Kyrgyz Republic = Jogorku Kenesh of the Kyrgyz Republic
          2 names for one body (tj-supreme-assembly): Supreme Assembly of the Republic of Tajikistan = Majlisi Oli of the Republic of Tajikistan
          2 names for one body (ru-duma): State Duma of the Russian Federation = State Duma of the Federal Assembly of the Russian Federation
          2 names for one body (tj-representatives): Assembly of Representatives of the Supreme Assembly of the Republic of Tajikistan = Majlisi Namoyandagon of the Majlisi Oli of the Republic of Tajikistan
          Deputy Executive Secretary of the CSTO PA: 2 holders at once; how many places there are is not stated

        Not shown, because its day is not known or is later: csto-pa-panel-later
        """#

    @Test("tells the first page, its unknowns and its doubts")
    func page() throws {
        let view = WatchView(
            [try Panel.seed(), try Panel.later()], on: CivilDay(text: "2021-01-08")!)
        #expect(view.text(.english) == Self.seed)
    }

    @Test("tells in Russian what changed")
    func russian() throws {
        let text = WatchText(.russian).changes(
            from: try Panel.seed().assembly, to: try Panel.later().assembly)
        #expect(
            text == """
                Изменения: csto-pa-seed → csto-pa-panel-later
                  места, Supreme Council of the Kyrgyz Republic: 6 → 7
                  сайт, House of Representatives of the National Assembly of the Republic of Belarus: неизвестно (подпись напечатана без значения) → house.gov.by/en
                  сайт, Council of the Republic of the National Assembly of the Republic of Belarus: неизвестно (подпись напечатана без значения) → sovrep.gov.by/ru
                  сайт, Supreme Council of the Kyrgyz Republic: неизвестно (подпись напечатана без значения) → kenesh.kg
                  фактов, которых в позднем источнике не читали: 31
                """)
    }

    @Test(
        "labels are translated, names of bodies and persons are the source's",
        arguments: Language.allCases)
    func names(language: Language) throws {
        let text = WatchText(language).page(try Panel.seed())
        #expect(text.contains("Shabdanbek Alishev"))
        #expect(text.contains("Supreme Council of the Kyrgyz Republic"))
        #expect(text.contains("Delegations") == (language == .english))
    }

    @Test("finds the built-in snapshots from a program in the clone, and says when it cannot")
    func builtIn() throws {
        let files = try BuiltInSnapshots.files(near: Panel.seedFile)
        #expect(files.count == 2)
        #expect(throws: PlainProblem.self) { try BuiltInSnapshots.files(near: "/usr/bin/true") }
    }
}
