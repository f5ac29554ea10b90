import Missions
import Primitives

extension TervaniaMission {
    /// The form that every team fills at every station: four questions on the opening, six on the
    /// voting, four on closing and count.
    package static let form = ObservationForm(
        id: "station-form", version: 1, inventedNotice: notice,
        title: LocalizedText(
            "Opening, voting, closing", ru: "Открытие, голосование, закрытие",
            ky: "Ачылышы, добуш берүү, жабылышы"),
        questions: opening + voting + closing)

    private static let opening = [
        yesOrNo(
            "boxes-shown-empty", .opening,
            "Were the boxes shown empty to all and sealed?",
            "Были ли урны показаны всем пустыми и опечатаны?",
            "Урналар бардыгына бош көрсөтүлүп, мөөр басылдыбы?", ["tv.31", "cis2002.9"]),
        yesOrNo(
            "papers-counted", .opening,
            "Were the papers counted by hand before all present?",
            "Были ли бюллетени пересчитаны вручную при всех присутствующих?",
            "Бюллетендер бардык катышкандардын көзүнчө кол менен саналдыбы?",
            ["tv.31", "cis2002.9"]),
        yesOrNo(
            "zero-report", .opening,
            "Was the scanner's zero report printed and shown?",
            "Был ли распечатан и показан нулевой отчёт сканера?",
            "Сканердин нөлдүк отчету басылып көрсөтүлдүбү?", ["tv.33", "vc.I.3.2.tech"]),
        yesOrNo(
            "identification-ready", .opening,
            "Was the identification equipment ready at opening?",
            "Было ли оборудование для идентификации готово к открытию?",
            "Ачылышка идентификация жабдуусу даяр беле?", ["tv.32", "cis2002.2"]),
    ]

    private static let voting = [
        yesOrNo(
            "identification-working", .voting,
            "Did the identification equipment work without a break during the visit?",
            "Работало ли оборудование для идентификации всё время посещения?",
            "Идентификация жабдуусу бүткүл мезгилде иштедиби?", ["tv.32", "cis2002.2"]),
        Question(
            id: "queue", part: .voting,
            text: LocalizedText(
                "How many people were waiting on arrival?",
                ru: "Сколько человек ждало в момент прибытия?",
                ky: "Келгенде канча киши күтүп турду?"),
            kind: .number, standards: ["gc25.11"]),
        yesOrNo(
            "secrecy", .voting,
            "Did all voters seen mark their papers alone and out of sight?",
            "Все ли избиратели, которых видели, заполняли бюллетени в одиночку и скрытно?",
            "Көрүнгөн шайлоочулардын бардыгы бюллетенди жалгыз жана жашыруун толтурдубу?",
            ["tv.34", "cis2002.5", "iccpr.25b"]),
        yesOrNo(
            "fallback-two-officers", .voting,
            "Was each admission without the equipment recorded with a reason and two officers?",
            "Записан ли каждый допуск без оборудования с причиной и двумя должностными лицами?",
            "Жабдуусуз ар бир уруксат себеби жана эки кызматкер менен жазылдыбы?",
            ["tv.32", "cis2002.3"]),
        yesOrNo(
            "observers-view", .voting,
            "Could observers see all that was done at the tables?",
            "Могли ли наблюдатели видеть всё, что делалось за столами?",
            "Байкоочулар столдордогу иштин баарын көрө алыштыбы?", ["tv.11", "cis2002.15.r4"]),
        yesOrNo(
            "step-free", .voting,
            "Could the station be entered without steps?",
            "Можно ли было войти на участок без ступеней?",
            "Участкага тепкичсиз кирүүгө болобу?", ["tv.35", "crpd.29"]),
    ]

    private static let closing = [
        yesOrNo(
            "count-observed", .closing,
            "Could the team watch the whole count?",
            "Могла ли группа наблюдать весь подсчёт?",
            "Топ саноонун баарын байкай алдыбы?", ["tv.36", "cis2002.15.r4"]),
        yesOrNo(
            "scanner-slip-posted", .closing,
            "Was the scanner's result slip posted at the station?",
            "Была ли распечатка результата сканера вывешена на участке?",
            "Сканердин жыйынтык баракчасы участкада илиндиби?", ["tv.36", "cis2002.7-2"]),
        yesOrNo(
            "sheet-balanced", .closing,
            "Did the figures of the results sheet add up?",
            "Сошлись ли цифры протокола?",
            "Протоколдун сандары туура келдиби?", ["tv.37", "cis2002.10"]),
        Question(
            id: "overall", part: .closing,
            text: LocalizedText(
                "How was the station run, all in all?",
                ru: "Как в целом была организована работа участка?",
                ky: "Жалпысынан участканын иши кандай уюштурулду?"),
            kind: .choice,
            choices: [
                choice("very-good", "Very well", "Очень хорошо", "Абдан жакшы"),
                choice("good", "Well", "Хорошо", "Жакшы"),
                choice("bad", "Badly", "Плохо", "Начар"),
                choice("very-bad", "Very badly", "Очень плохо", "Абдан начар"),
            ],
            standards: ["cis2002.11"]),
    ]

    private static func yesOrNo(
        _ id: Question.ID, _ part: StationPart, _ en: String, _ ru: String, _ ky: String,
        _ standards: [String]
    ) -> Question {
        Question(
            id: id, part: part, text: LocalizedText(en, ru: ru, ky: ky), kind: .yesOrNo,
            standards: standards)
    }

    private static func choice(
        _ id: Question.Choice.ID, _ en: String, _ ru: String, _ ky: String
    ) -> Question.Choice {
        Question.Choice(id: id, text: LocalizedText(en, ru: ru, ky: ky))
    }
}
