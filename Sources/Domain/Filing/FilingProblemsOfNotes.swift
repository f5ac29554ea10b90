import Elections
import Primitives

/// Problems of signed sheets, turnout, readiness, accounts and publication.
extension FilingProblem {
    package static func notASheet(_ why: String) -> FilingProblem {
        FilingProblem(
            "not-a-sheet", .invalid,
            LocalizedText(
                "The file is no signed sheet: \(why).",
                ru: "Файл не является подписанным протоколом.",
                ky: "Файл кол коюлган протокол эмес."),
            LocalizedText(
                "Take the file with the ending .sheet from the station's stick.",
                ru: "Возьмите с флешки участка файл с окончанием .sheet.",
                ky: "Участоктун флешкасынан .sheet деген файлды алыңыз."))
    }

    package static func badSignature(_ name: String) -> FilingProblem {
        FilingProblem(
            "bad-signature", .invalid,
            LocalizedText(
                "The signature of \(name) does not fit the sheet.",
                ru: "Подпись \(name) не подходит к протоколу.",
                ky: "\(name) колу протоколго туура келбейт."),
            LocalizedText(
                "The file was changed on its way. Ask the station for it again.",
                ru: "Файл изменён в пути. Запросите его у участка ещё раз.",
                ky: "Файл жолдо өзгөргөн. Участоктон кайра сураңыз."))
    }

    package static func fewSignatures(_ found: Int, _ needed: Int) -> FilingProblem {
        FilingProblem(
            "few-signatures", .invalid,
            LocalizedText(
                "\(found) members of the commission signed; \(needed) must.",
                ru: "Подписали членов комиссии: \(found); нужно \(needed).",
                ky: "Комиссиянын \(found) мүчөсү кол койгон; \(needed) керек."),
            LocalizedText(
                "Let the other members sign the same file, or register their keys.",
                ru: "Пусть остальные члены подпишут тот же файл, или зарегистрируйте их ключи.",
                ky: "Калган мүчөлөр ошол эле файлга кол коюшсун же ачкычтарын каттаңыз."))
    }

    package static let keyText = FilingProblem(
        "key-text", .invalid,
        LocalizedText(
            "A key is not written as name+8 digits+base64, or stands twice.",
            ru: "Ключ записан не в виде имя+8 знаков+base64 или повторяется.",
            ky: "Ачкыч аты+8 белги+base64 түрүндө эмес же кайталанат."),
        LocalizedText(
            "Copy the line that `dobush balance key` printed.",
            ru: "Скопируйте строку, которую напечатала команда dobush balance key.",
            ky: "dobush balance key буйругу чыгарган сапты көчүрүңүз."))

    package static let turnoutFalls = FilingProblem(
        "turnout-falls", .invalid,
        LocalizedText(
            "Fewer have voted by this hour than by an earlier one, or more than by a later one.",
            ru:
                "К этому часу проголосовало меньше, чем к более раннему, или больше, чем к позднему.",
            ky: "Бул саатка чейин мурунку сааттан аз же кийинкисинен көп добуш берген."),
        LocalizedText(
            "Report the count since the station opened; correct the wrong hour first.",
            ru: "Сообщайте число с открытия участка; сначала исправьте неверный час.",
            ky: "Участок ачылгандан берки санды билдириңиз; адегенде ката саатты оңдоңуз."))

    package static let turnoutHour = FilingProblem(
        "turnout-hour", .invalid,
        LocalizedText(
            "The hour lies before the station opens, after it closes, or in the future.",
            ru: "Час раньше открытия участка, позже закрытия или в будущем.",
            ky: "Саат участок ачылганга чейин, жабылгандан кийин же келечекте."),
        LocalizedText(
            "Give a full hour of the station's day that has passed.",
            ru: "Укажите прошедший полный час дня голосования.",
            ky: "Добуш берүү күнүнүн өткөн толук саатын көрсөтүңүз."))

    package static let unknownRequirement = FilingProblem(
        "unknown-requirement", .unknown,
        LocalizedText(
            "This is not asked of this station.", ru: "Этого от участка не требуется.",
            ky: "Бул участоктон мындай талап кылынбайт."),
        LocalizedText(
            "Choose from the list of the board.", ru: "Выберите из списка на доске.",
            ky: "Тактадагы тизмеден тандаңыз."))

    package static let serialMissing = FilingProblem(
        "serial", .invalid,
        LocalizedText(
            "Equipment needs its serial number, of printable letters without space; nothing else has one.",
            ru: "Для оборудования нужен серийный номер без пробелов; для остального — нет.",
            ky: "Жабдууга боштуксуз сериялык номер керек; башкасына кереги жок."),
        LocalizedText(
            "Read it from the label on the device.", ru: "Прочтите его на этикетке устройства.",
            ky: "Аны жабдуунун этикеткасынан окуңуз."))

    package static let notReady = FilingProblem(
        "not-ready", .conflict,
        LocalizedText(
            "Only what was recorded as ready, and not changed since you looked, can be confirmed.",
            ru: "Подтвердить можно только то, что отмечено как готовое и не изменилось.",
            ky: "Даяр деп белгиленген жана өзгөрбөгөн нерсени гана ырастоого болот."),
        LocalizedText(
            "Record what is there first.", ru: "Сначала запишите, что есть.",
            ky: "Адегенде эмне бар экенин жазыңыз."))

    package static let sumsMoved = FilingProblem(
        "sums-moved", .conflict,
        LocalizedText(
            "The sums have changed since they were proposed for publication.",
            ru: "Суммы изменились после предложения к публикации.",
            ky: "Жарыялоого сунуш кылынгандан кийин сумма өзгөрдү."),
        LocalizedText(
            "Look at the new sums and propose them again.",
            ru: "Проверьте новые суммы и предложите их снова.",
            ky: "Жаңы сумманы карап, кайра сунуш кылыңыз."))

    package static let sumsUnchanged = FilingProblem(
        "sums-unchanged", .conflict,
        LocalizedText(
            "These sums are published or proposed already.",
            ru: "Эти суммы уже опубликованы или предложены.",
            ky: "Бул сумма мурда жарыяланган же сунуш кылынган."),
        LocalizedText(
            "A second officer confirms a proposal; there is nothing to do for published ones.",
            ru: "Предложение подтверждает второй сотрудник; для опубликованных ничего не нужно.",
            ky: "Сунушту экинчи кызматкер ырастайт; жарыяланганга эч нерсе кереги жок."))

    package static let stationsMissing = FilingProblem(
        "stations-missing", .conflict,
        LocalizedText(
            "Not every station is filed or annulled, or some are in question.",
            ru: "Не все участки поданы или аннулированы, или некоторые под вопросом.",
            ky: "Бардык участоктор берилген же жокко чыгарылган эмес, же айрымдары шектүү."),
        LocalizedText(
            "A final result waits for every station; the board says which are open.",
            ru: "Окончательный результат ждёт все участки; доска показывает, каких нет.",
            ky: "Акыркы жыйынтык бардык участокторду күтөт; тактада кайсынысы калганы көрүнөт."))

    package static func electionFlaw(_ flaw: any Problem) -> FilingProblem {
        FilingProblem(
            "election-flaw", .invalid,
            LocalizedText(
                "The election cannot be used: \(flaw.summary)",
                ru: "Эти выборы нельзя использовать: \(flaw.summary)",
                ky: "Бул шайлоону колдонууга болбойт: \(flaw.summary)"), LocalizedText(flaw.remedy))
    }

    package static let electionRuns = FilingProblem(
        "election-runs", .conflict,
        LocalizedText(
            "Sheets, turnout or readiness have come already; the election can no longer be changed.",
            ru: "Уже поступили данные; изменить выборы больше нельзя.",
            ky: "Маалыматтар келип калган; шайлоону өзгөртүүгө болбойт."),
        LocalizedText(
            "Use a new data folder for another election.",
            ru: "Для других выборов возьмите новую папку данных.",
            ky: "Башка шайлоо үчүн жаңы папка алыңыз."))

    package static let unknownAccount = FilingProblem(
        "unknown-account", .unknown,
        LocalizedText(
            "There is no such account.", ru: "Такой учётной записи нет.", ky: "Мындай эсеп жок."),
        LocalizedText("Check the name.", ru: "Проверьте имя.", ky: "Атын текшериңиз."))

    package static let accountArea = FilingProblem(
        "account-area", .invalid,
        LocalizedText(
            "A role was given an area that this election does not have, or one that does not fit it.",
            ru: "Роли назначена территория, которой нет или которая ей не подходит.",
            ky: "Ролго жок же туура келбеген аймак берилди."),
        LocalizedText(
            "A commission member belongs to a station; a territorial officer to a district; officers of the centre and administrators to the nation.",
            ru:
                "Член комиссии относится к участку, сотрудник территории — к округу, центр и администраторы — ко всей стране.",
            ky:
                "Комиссия мүчөсү участокко, аймак кызматкери округга, борбор жана администраторлор бүт өлкөгө таандык."
        ))

    package static let accountRoles = FilingProblem(
        "account-roles", .invalid,
        LocalizedText(
            "Whoever manages accounts may hold no other role but observer or auditor.",
            ru: "Администратор не может иметь другой роли, кроме наблюдателя или аудитора.",
            ky: "Администратордун байкоочу же аудитордон башка ролу болушу мүмкүн эмес."),
        LocalizedText(
            "Give the other role to another person.", ru: "Назначьте другую роль другому человеку.",
            ky: "Башка ролду башка адамга бериңиз."))

    package static let lastAdministrator = FilingProblem(
        "last-administrator", .conflict,
        LocalizedText(
            "This is the last administrator.", ru: "Это последний администратор.",
            ky: "Бул акыркы администратор."),
        LocalizedText(
            "Make another administrator first.", ru: "Сначала назначьте другого администратора.",
            ky: "Адегенде башка администраторду дайындаңыз."))

    static let doesNotAddUpCode = "filing.does-not-add-up"
    static let reasonMissingCode = "filing.reason-missing"

    /// The sentence behind a code that stands as the reason of a refused or doubted sheet; nil for
    /// what a person wrote there.
    package static func reason(code: String) -> LocalizedText? {
        switch code {
        case doesNotAddUpCode:
            LocalizedText(
                "The sheet does not add up.", ru: "Протокол не сходится.",
                ky: "Протокол дал келбейт.")
        case reasonMissingCode:
            LocalizedText(
                "An equation does not hold, and the sheet does not say why.",
                ru: "Соотношение не выполняется, а причина в протоколе не указана.",
                ky: "Барабардык аткарылбайт, протоколдо себеби көрсөтүлгөн эмес.")
        default:
            [alreadyFiled, replacesOther, annulledBefore, superseded]
                .first { $0.code == code }?.what
        }
    }
}
