import Elections
import Primitives

extension Denominator {
    /// `those who took part`, as in "79.20 % of those who took part".
    package var words: LocalizedText {
        switch self {
        case .registered:
            LocalizedText("the registered", ru: "зарегистрированных", ky: "катталгандардын")
        case .participants:
            LocalizedText(
                "those who took part", ru: "принявших участие", ky: "катышкандардын")
        case .valid:
            LocalizedText(
                "valid papers", ru: "действительных бюллетеней", ky: "жарактуу бюллетендердин")
        }
    }
}

extension Outcome {
    /// The outcome in one sentence, without its reasons.
    package func sentence(in contest: Contest) -> LocalizedText {
        let names = options.map { contest.name(of: $0) }
        func joined(_ language: Language) -> String {
            names.map { $0[language] }.joined(separator: ", ")
        }
        let en = joined(.english)
        let ru = joined(.russian)
        let ky = joined(.kyrgyz)
        switch decision {
        case .elected:
            return LocalizedText("Elected: \(en).", ru: "Избран(а): \(ru).", ky: "Шайланды: \(ky).")
        case .adopted:
            return LocalizedText(
                "Adopted: \(en).", ru: "Принято: \(ru).", ky: "Кабыл алынды: \(ky).")
        case .runoff:
            return LocalizedText(
                "A second round between \(en).", ru: "Второй тур между: \(ru).",
                ky: "Экинчи турга чыгат: \(ky).")
        case .notElected:
            return LocalizedText(
                "Nobody is elected.", ru: "Никто не избран.", ky: "Эч ким шайланган жок.")
        case .notAdopted:
            return LocalizedText(
                "No answer is adopted.", ru: "Ни один ответ не принят.",
                ky: "Бир да жооп кабыл алынган жок.")
        case .tie:
            return LocalizedText(
                "Equal votes, and the rule does not break them: \(en).",
                ru: "Равенство голосов, которое правило не разрешает: \(ru).",
                ky: "Добуштар тең, эреже аны чечпейт: \(ky).")
        case .void:
            return LocalizedText(
                "The vote has no result.", ru: "Голосование не дало результата.",
                ky: "Добуш берүү натыйжа берген жок.")
        case .newElection:
            return newElection(between: options.isEmpty ? nil : (en, ru, ky))
        }
    }

    private func newElection(between names: (en: String, ru: String, ky: String)?) -> LocalizedText
    {
        guard let names else {
            return LocalizedText(
                "The election is held again.", ru: "Проводятся новые выборы.",
                ky: "Кайра шайлоо өткөрүлөт.")
        }
        return LocalizedText(
            "A new vote between \(names.en).", ru: "Новое голосование между: \(names.ru).",
            ky: "Кайра добуш берүүгө чыгат: \(names.ky).")
    }
}

extension Outcome.Reason {
    /// The step in one sentence with its numbers.
    package func sentence(in contest: Contest) -> LocalizedText {
        switch step {
        case .turnout: turnoutSentence()
        case .share: shareSentence(in: contest)
        case .beatsAgainstAll, .mostVotes, .secondPlace, .lastSeat: pairSentence(in: contest)
        case .tieRule: tieSentence(in: contest)
        case .adopts:
            LocalizedText(
                "\(name(0, contest).en) is ahead; only \(name(1, contest).en) can be adopted.",
                ru:
                    "Впереди «\(name(0, contest)[.russian])»; принять можно только «\(name(1, contest)[.russian])».",
                ky:
                    "Алдыда «\(name(0, contest)[.kyrgyz])»; «\(name(1, contest)[.kyrgyz])» гана кабыл алынат."
            )
        case .anyVote:
            LocalizedText(
                "Nobody who could win has a vote.",
                ru: "Никто из возможных победителей не имеет голосов.",
                ky: "Жеңе ала тургандардын бири да добуш алган жок.")
        }
    }

    private func name(_ place: Int, _ contest: Contest) -> LocalizedText {
        options.indices.contains(place) ? contest.name(of: options[place]) : LocalizedText("–")
    }

    private func tieSentence(in contest: Contest) -> LocalizedText {
        let names = Dictionary(
            contest.options.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let tie = BrokenTie(purpose: .winner, tied: options, by: means ?? [], chosen: chosen)
        let told = tie.sentence(names: names)
        func trimmed(_ text: String) -> String { String(text.drop { $0 == " " }) }
        return LocalizedText(
            trimmed(told.en), ru: trimmed(told[.russian]), ky: trimmed(told[.kyrgyz]))
    }

    private func turnoutSentence() -> LocalizedText {
        let part = votes.first ?? 0
        let whole = baseCount ?? 0
        let share = Percentage(part, of: whole).text() ?? "–"
        let cyrillic = Language.russian.decimals(share)
        let least = numerator ?? 0
        if mustExceed == true {
            return LocalizedText(
                "\(part) of \(whole) registered took part, \(share) %; more than \(least) % is needed.",
                ru:
                    "Участвовало \(part) из \(whole) зарегистрированных, \(cyrillic) %; нужно более \(least) %.",
                ky:
                    "Катталган \(whole) ичинен \(part) катышты, \(cyrillic) %; \(least) % көп керек."
            )
        }
        return LocalizedText(
            "\(part) of \(whole) registered took part, \(share) %; at least \(least) % is needed.",
            ru:
                "Участвовало \(part) из \(whole) зарегистрированных, \(cyrillic) %; нужно не менее \(least) %.",
            ky:
                "Катталган \(whole) ичинен \(part) катышты, \(cyrillic) %; кеминде \(least) % керек."
        )
    }

    private func shareSentence(in contest: Contest) -> LocalizedText {
        let part = votes.first ?? 0
        let whole = baseCount ?? 0
        let share = Percentage(part, of: whole).text() ?? "–"
        let cyrillic = Language.russian.decimals(share)
        let wanted = "\(numerator ?? 0)/\(divisor ?? 1)"
        let base = (base ?? .registered).words
        if let without = withoutAgainstAll {
            let name = name(0, contest)
            return LocalizedText(
                "\(name.en) has \(part) of \(whole), \(share) % of \(base.en) without \(without) against all; more than \(wanted) is needed.",
                ru:
                    "\(name[.russian]): \(part) из \(whole), \(cyrillic) % \(base[.russian]) без \(without) «против всех»; нужно более \(wanted).",
                ky:
                    "\(name[.kyrgyz]): \(whole) ичинен \(part), \(without) «баарына каршысыз» \(base[.kyrgyz]) \(cyrillic) %; \(wanted) көп керек."
            )
        }
        let name = options.first.map { contest.name(of: $0) } ?? LocalizedText("–")
        return LocalizedText(
            "\(name.en) has \(part) of \(whole), \(share) % of \(base.en); more than \(wanted) is needed.",
            ru:
                "\(name[.russian]): \(part) из \(whole), \(cyrillic) % \(base[.russian]); нужно более \(wanted).",
            ky:
                "\(name[.kyrgyz]): \(whole) ичинен \(part), \(base[.kyrgyz]) \(cyrillic) %; \(wanted) көп керек."
        )
    }

    private func pairSentence(in contest: Contest) -> LocalizedText {
        guard options.count == 2, votes.count == 2 else { return LocalizedText("–") }
        let first = contest.name(of: options[0])
        let second = contest.name(of: options[1])
        let relation = holds ? ">" : votes[0] == votes[1] ? "=" : "<"
        func line(_ language: Language) -> String {
            "\(first[language]) \(votes[0]) \(relation) \(votes[1]) \(second[language])"
        }
        let en = line(.english)
        let ru = line(.russian)
        let ky = line(.kyrgyz)
        switch step {
        case .beatsAgainstAll:
            return LocalizedText(
                "The leader must have more votes than against-all: \(en).",
                ru: "У лидера должно быть больше голосов, чем «против всех»: \(ru).",
                ky: "Алдыда турган «баарына каршыдан» көп добуш алышы керек: \(ky).")
        case .secondPlace:
            return LocalizedText(
                "The second place must be clear: \(en).",
                ru: "Второе место должно быть однозначным: \(ru).",
                ky: "Экинчи орун так болушу керек: \(ky).")
        case .lastSeat:
            return LocalizedText(
                "The last seat must be clear: \(en).",
                ru: "Последнее место должно быть однозначным: \(ru).",
                ky: "Акыркы орун так болушу керек: \(ky).")
        default:
            return LocalizedText(
                "The first place must be clear: \(en).",
                ru: "Первое место должно быть однозначным: \(ru).",
                ky: "Биринчи орун так болушу керек: \(ky).")
        }
    }
}

extension Contest {
    /// The option's name, or its id when the contest does not know it.
    package func name(of option: ContestOption.ID) -> LocalizedText {
        options.first { $0.id == option }?.name ?? LocalizedText(option.text)
    }
}
