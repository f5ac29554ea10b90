import Elections
import Primitives

extension BrokenTie {
    /// Who was tied, how the tie was broken and who was chosen.
    package func sentence(names: [ContestOption.ID: LocalizedText]) -> LocalizedText {
        func line(_ language: Language) -> (String, String, String) {
            let tied = tied.map { (names[$0] ?? LocalizedText($0.text))[language] }
            let means = by.map { $0.words[language] }
            let chosen = chosen.map { (names[$0] ?? LocalizedText($0.text))[language] }
            let next =
                switch language {
                case .english: ", then "
                case .russian: ", затем "
                case .kyrgyz: ", анан "
                }
            return (
                tied.joined(separator: ", "), means.joined(separator: next), chosen ?? "–"
            )
        }
        let en = line(.english)
        let ru = line(.russian)
        let ky = line(.kyrgyz)
        guard chosen != nil else {
            return LocalizedText(
                "  Equal votes, not broken: \(en.0)\(en.1.isEmpty ? "" : " (\(en.1))").",
                ru: "  Равенство голосов не разрешено: \(ru.0)\(ru.1.isEmpty ? "" : " (\(ru.1))").",
                ky: "  Добуштар тең, чечилген жок: \(ky.0)\(ky.1.isEmpty ? "" : " (\(ky.1))").")
        }
        return purpose == .winner
            ? LocalizedText(
                "  Equal votes: \(en.0). By \(en.1) \(en.2) is preferred.",
                ru: "  Равенство голосов: \(ru.0). Основание: \(ru.1); предпочтение — \(ru.2).",
                ky: "  Добуштар тең: \(ky.0). Негизи: \(ky.1); артыкчылык — \(ky.2).")
            : LocalizedText(
                "  Equal votes: \(en.0). By \(en.1) \(en.2) is eliminated.",
                ru: "  Равенство голосов: \(ru.0). Основание: \(ru.1); выбывает \(ru.2).",
                ky: "  Добуштар тең: \(ky.0). Негизи: \(ky.1); чыгып калат \(ky.2).")
    }
}

extension TieRule.Means {
    package var words: LocalizedText {
        switch self {
        case .earlierRounds:
            LocalizedText(
                "the votes of earlier rounds", ru: "голоса прежних туров",
                ky: "мурунку турлардын добуштары")
        case .moreVotes:
            LocalizedText("more votes", ru: "большее число голосов", ky: "добуштун көптүгү")
        case .ballotOrder:
            LocalizedText(
                "the order of the ballot", ru: "порядок в бюллетене", ky: "бюллетендеги тартип")
        case .order:
            LocalizedText(
                "a recorded order", ru: "записанный порядок", ky: "жазылган тартип")
        case .seed:
            LocalizedText(
                "a lot from a published seed", ru: "жребий от объявленного числа",
                ky: "жарыяланган сандан чыккан чүчү кулак")
        case .javaRandom, .javaShuffle:
            LocalizedText(
                "a lot by the generator of Java", ru: "жребий генератора Java",
                ky: "Java генераторунун чүчү кулагы")
        case .newVote:
            LocalizedText("a new vote", ru: "новое голосование", ky: "кайра добуш берүү")
        case .nobody: LocalizedText("nobody", ru: "никто", ky: "эч ким")
        }
    }
}
