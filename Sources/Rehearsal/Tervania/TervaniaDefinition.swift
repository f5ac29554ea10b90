import Elections
import Primitives

/// Tervania, an invented country: a snap presidential election and a referendum on one day of 2031.
///
/// Small enough to count by hand: three districts, twelve stations, two of them at missions abroad,
/// about two thousand voters.
package enum Tervania {
    package static let notice = LocalizedText(
        "Invented: Tervania does not exist. No figure here is about a real election.",
        ru:
            "Вымысел: Тервании не существует. Ни одна цифра здесь не относится к настоящим выборам.",
        ky: "Ойдон чыгарылган: Тервания жок. Бул жердеги бир да сан чыныгы шайлоого тиешелүү эмес.")

    package static let president: Contest.ID = "president"
    package static let referendum: Contest.ID = "referendum"
    package static let againstAll: ContestOption.ID = "against-all"

    package static let definition = ElectionDefinition(
        id: "tervania-2031",
        name: LocalizedText(
            "Snap presidential election and referendum, Tervania",
            ru: "Досрочные выборы президента и референдум, Тервания",
            ky: "Президентти мөөнөтүнөн мурда шайлоо жана референдум, Тервания"),
        inventedNotice: notice, day: day, contests: [presidential, councils],
        districts: districts, stations: stations,
        markPolicy: MarkPolicy(
            ignoredBelow: 250, countedFrom: 1000,
            text: LocalizedText(
                "Any mark inside the oval counts. From 10 % ink the machine counts it, below 2.5 % it is taken for empty, and between the two, or where the ink is smeared or goes round the oval, a person looks.",
                ru:
                    "Засчитывается любая отметка внутри овала. От 10 % закрашенной площади её засчитывает машина, менее 2,5 % считается пустым, между ними, а также где след стёрт или обводит овал, решает человек.",
                ky:
                    "Сүйрүнүн ичиндеги ар кандай белги эсептелет. 10 % боёктон баштап аны машина эсептейт, 2,5 % аз болсо бош деп саналат, ортосун, ошондой эле белги өчүрүлгөн же сүйрүнү тегеректесе, адам чечет."
            )),
        publication: PublicationRule(smallestPool: 30), riskLimitThousandths: 50)

    package static let day = CivilDay(text: "2031-05-18")!

    private static let presidential = Contest(
        id: president,
        title: LocalizedText(
            "President of Tervania", ru: "Президент Тервании", ky: "Терваниянын Президенти"),
        kind: .election, votesAllowed: 1,
        options: [
            candidate("maro", "Aidana Maro", "Айдана Маро", "Айдана Маро"),
            candidate("telin", "Bektur Telin", "Бектур Телин", "Бектур Телин"),
            candidate("savan", "Chynara Savan", "Чынара Саван", "Чынара Саван"),
            candidate("ondar", "Daniyar Ondar", "Данияр Ондар", "Данияр Өндар"),
            ContestOption(
                id: againstAll,
                name: LocalizedText("Against all", ru: "Против всех", ky: "Баарына каршы"),
                kind: .againstAll),
        ],
        outcome: OutcomeRule(
            kind: .majority, base: .participants, otherwise: .runoff, mustBeatAgainstAll: true,
            text: LocalizedText(
                "Elected is who receives more than half of the votes of those who took part, and more than \"against all\"; otherwise the two with most votes meet in a second round. (Electoral law of Tervania, article 40; invented.)",
                ru:
                    "Избранным считается получивший более половины голосов принявших участие и больше, чем «против всех»; иначе два кандидата с наибольшим числом голосов выходят во второй тур. (Закон о выборах Тервании, статья 40; вымышлен.)",
                ky:
                    "Катышкандардын добушунун жарымынан көбүн жана «баарына каршыдан» көп алган талапкер шайланды деп эсептелет; болбосо эң көп добуш алган эки талапкер экинчи турга чыгат. (Терваниянын шайлоо мыйзамы, 40-берене; ойдон чыгарылган.)"
            ))
    )

    private static let councils = Contest(
        id: referendum,
        title: LocalizedText(
            "How shall the councils of the regions be formed?",
            ru: "Как должны образовываться советы регионов?",
            ky: "Аймактардын кеңештери кандай түзүлүшү керек?"),
        kind: .referendum, votesAllowed: 1,
        options: [
            answer("direct", "Elected directly", "Прямыми выборами", "Түз шайлоо менен"),
            answer(
                "delegated", "Delegated by the towns", "Делегатами городов", "Шаарлардын өкүлдөрү"),
            answer("as-now", "As they are now", "Как сейчас", "Азыркыдай"),
        ],
        outcome: OutcomeRule(
            kind: .majority, base: .participants, otherwise: .rejected, minimumTurnoutPercent: 30,
            mustBeatAgainstAll: false,
            text: LocalizedText(
                "Adopted is the answer with more than half of the votes of those who took part, when at least 30 % of the registered did. (Referendum law of Tervania, article 12; invented.)",
                ru:
                    "Принятым считается ответ, за который проголосовало более половины принявших участие, если участвовало не менее 30 % зарегистрированных. (Закон о референдуме Тервании, статья 12; вымышлен.)",
                ky:
                    "Катталгандардын кеминде 30 % катышса, катышкандардын жарымынан көбү колдогон жооп кабыл алынат. (Терваниянын референдум мыйзамы, 12-берене; ойдон чыгарылган.)"
            ))
    )

    private static func candidate(
        _ id: ContestOption.ID, _ en: String, _ ru: String, _ ky: String
    ) -> ContestOption {
        ContestOption(id: id, name: LocalizedText(en, ru: ru, ky: ky), kind: .candidate)
    }

    private static func answer(
        _ id: ContestOption.ID, _ en: String, _ ru: String, _ ky: String
    ) -> ContestOption {
        ContestOption(id: id, name: LocalizedText(en, ru: ru, ky: ky), kind: .answer)
    }
}
