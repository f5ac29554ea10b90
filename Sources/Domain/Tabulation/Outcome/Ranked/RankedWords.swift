import Elections
import Primitives

/// A count told step by step.
struct RankedWords {
    let rule: RankedRule
    let result: RankedResult
    private let names: [ContestOption.ID: LocalizedText]

    init(rule: RankedRule, result: RankedResult) {
        self.rule = rule
        self.result = result
        names = Dictionary(
            rule.candidates.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    var sentences: [LocalizedText] {
        var told = [
            LocalizedText(
                "\(result.ballots) ballots, \(result.blank) of them rank nobody.",
                ru: "Бюллетеней: \(result.ballots), из них без отметок: \(result.blank).",
                ky: "Бюллетендер: \(result.ballots), анын ичинен белгисиз: \(result.blank).")
        ]
        for round in result.rounds { told += sentences(of: round) }
        told.append(closing)
        return told
    }

    private func sentences(of round: RankedRound) -> [LocalizedText] {
        var told = [heading(round), tally(round)]
        told += round.ties.map { $0.sentence(names: names) }
        if !round.elected.isEmpty {
            told.append(
                text(of: round.elected) { language, list in
                    switch language {
                    case .english: "  Elected: \(list)."
                    case .russian: "  Избраны: \(list)."
                    case .kyrgyz: "  Шайланды: \(list)."
                    }
                })
        }
        if !round.eliminated.isEmpty, let cause = round.cause {
            told.append(
                text(of: round.eliminated) { language, list in
                    switch language {
                    case .english: "  Eliminated, \(cause.words.en): \(list)."
                    case .russian: "  Выбывают, \(cause.words[.russian]): \(list)."
                    case .kyrgyz: "  Чыгып калат, \(cause.words[.kyrgyz]): \(list)."
                    }
                })
        }
        return told + round.transfers.map(transfer)
    }

    private func heading(_ round: RankedRound) -> LocalizedText {
        let place = round.pass.map { "\($0), " } ?? ""
        let en = Language.english.decimals(round.active)
        let local = Language.russian.decimals(round.active)
        let wanted = Language.russian.decimals(round.threshold)
        return LocalizedText(
            "Round \(place)\(round.number): \(en) votes count, \(round.threshold) are needed.",
            ru: "Раунд \(place)\(round.number): учитывается голосов \(local), нужно \(wanted).",
            ky: "Раунд \(place)\(round.number): эсептелген добуш \(local), керек \(wanted).")
    }

    private func tally(_ round: RankedRound) -> LocalizedText {
        let ids = rule.candidates.map(\.id).filter { round.tally[$0] != nil }
        func line(_ language: Language) -> String {
            "  "
                + ids.map {
                    "\(name($0)[language]) \(language.decimals(round.tally[$0] ?? "0"))"
                }.joined(separator: "; ")
        }
        return LocalizedText(line(.english), ru: line(.russian), ky: line(.kyrgyz))
    }

    private func transfer(_ move: RankedRound.Transfer) -> LocalizedText {
        let from = name(move.from)
        let votes = Language.russian.decimals(move.votes)
        guard let id = move.to else {
            return move.end == .residualSurplus
                ? LocalizedText(
                    "  \(move.votes) of \(from.en) are lost in rounding.",
                    ru: "  \(votes) от «\(from[.russian])» теряются при округлении.",
                    ky: "  «\(from[.kyrgyz])» \(votes) добушу тегеректөөдө жоголот.")
                : LocalizedText(
                    "  \(move.votes) of \(from.en) go to nobody.",
                    ru: "  \(votes) от «\(from[.russian])» никому не переходят.",
                    ky: "  «\(from[.kyrgyz])» \(votes) добушу эч кимге өтпөйт.")
        }
        let to = name(id)
        return LocalizedText(
            "  \(move.votes) of \(from.en) go to \(to.en).",
            ru: "  \(votes) от «\(from[.russian])» переходят к «\(to[.russian])».",
            ky: "  «\(from[.kyrgyz])» \(votes) добушу «\(to[.kyrgyz])» өтөт.")
    }

    private var closing: LocalizedText {
        let outcome =
            result.elected.isEmpty
            ? LocalizedText(
                "Nobody is elected.", ru: "Никто не избран.", ky: "Эч ким шайланган жок.")
            : text(of: result.elected) { language, list in
                switch language {
                case .english: "Elected: \(list)."
                case .russian: "Избраны: \(list)."
                case .kyrgyz: "Шайланды: \(list)."
                }
            }
        guard let stop = result.stop else { return outcome }
        let why = stop.words
        return LocalizedText(
            "\(outcome.en) \(why.en)", ru: "\(outcome[.russian]) \(why[.russian])",
            ky: "\(outcome[.kyrgyz]) \(why[.kyrgyz])")
    }

    private func name(_ id: ContestOption.ID) -> LocalizedText {
        names[id] ?? LocalizedText(id.text)
    }

    private func text(
        of ids: [ContestOption.ID], _ line: (Language, String) -> String
    ) -> LocalizedText {
        func told(_ language: Language) -> String {
            line(language, ids.map { name($0)[language] }.joined(separator: ", "))
        }
        return LocalizedText(told(.english), ru: told(.russian), ky: told(.kyrgyz))
    }
}

extension RankedRound.Cause {
    var words: LocalizedText {
        switch self {
        case .writeIn:
            LocalizedText(
                "not on the ballot", ru: "не внесены в бюллетень", ky: "бюллетенде жок")
        case .leastVotes:
            LocalizedText(
                "fewer than the least votes", ru: "меньше наименьшего числа голосов",
                ky: "эң аз чектен төмөн")
        case .batch:
            LocalizedText(
                "together fewer than the next one", ru: "вместе меньше следующего",
                ky: "чогуу алганда кийинкиден аз")
        case .fewest:
            LocalizedText("fewest votes", ru: "меньше всех голосов", ky: "добушу эң аз")
        }
    }
}

extension RankedResult.Stop {
    var words: LocalizedText {
        switch self {
        case .tie:
            LocalizedText(
                "The count stops at equal votes that the rule does not break.",
                ru: "Подсчёт остановлен: равенство голосов, которое правило не разрешает.",
                ky: "Эсептөө токтоду: добуштар тең, эреже аны чечпейт.")
        case .allBelowLeast:
            LocalizedText(
                "The count stops: everybody is below the least votes.",
                ru: "Подсчёт остановлен: у всех меньше наименьшего числа голосов.",
                ky: "Эсептөө токтоду: баары эң аз чектен төмөн.")
        case .nobodyLeft:
            LocalizedText(
                "The count stops: nobody is left.", ru: "Подсчёт остановлен: никого не осталось.",
                ky: "Эсептөө токтоду: эч ким калган жок.")
        case .stopped:
            LocalizedText(
                "The rule stops the count here.", ru: "Правило останавливает подсчёт здесь.",
                ky: "Эреже эсептөөнү ушул жерде токтотот.")
        }
    }
}
