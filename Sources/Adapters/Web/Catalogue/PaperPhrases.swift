/// The catalogue, part four: definition, admission, papers, watching and assessing.
extension Phrase {
    static let whoWins = Phrase("Who wins", ru: "Кто побеждает", ky: "Ким жеңет")
    static let whatIsAMark = Phrase(
        "What is a mark", ru: "Что считается отметкой", ky: "Эмне белги деп эсептелет")
    static let secrecyRule = Phrase(
        "What may be published of a station", ru: "Что можно публиковать об участке",
        ky: "Участка тууралуу эмнени жарыялоого болот")
    static let secrecyRuleText = Phrase(
        "Stations with fewer than {0} papers are pooled with others of their district, so that no paper can be tied to a person.",
        ru:
            "Участки, где меньше {0} бюллетеней, объединяются с другими участками округа, чтобы бюллетень нельзя было связать с человеком.",
        ky:
            "Бюллетени {0} аз участкалар округдун башка участкалары менен бириктирилет, бюллетенди адамга байланыштырууга мүмкүн болбосун."
    )
    static let onlyCounts = Phrase(
        "Only counts leave this chapter. No list of those who voted is in this record.",
        ru: "Из этой главы выходят только числа. Списка проголосовавших в записи нет.",
        ky: "Бул бөлүмдөн сандар гана чыгат. Добуш бергендердин тизмеси бул жазууда жок.")
    static let turnoutCaption = Phrase(
        "Admissions by station", ru: "Допуск по участкам", ky: "Участкалар боюнча киргизүү")
    static let refusalsCaption = Phrase(
        "Arrivals that were refused", ru: "Кому было отказано", ky: "Кимдер киргизилген жок")

    static let refusals: [String: Phrase] = [
        "not-on-list": Phrase("not on the list", ru: "нет в списке", ky: "тизмеде жок"),
        "other-station": Phrase(
            "belongs to another station", ru: "относится к другому участку",
            ky: "башка участкага тиешелүү"),
        "already-admitted": Phrase(
            "was admitted before", ru: "уже был допущен", ky: "мурда киргизилген"),
        "not-the-same-person": Phrase(
            "not the person of the document", ru: "не тот, кто в документе",
            ky: "документтеги адам эмес"),
        "by-officer": Phrase(
            "refused by the officer", ru: "отказ члена комиссии", ky: "комиссия мүчөсү баш тартты"),
        "fallback-needs-two-officers": Phrase(
            "two officers did not agree", ru: "нет согласия двух членов комиссии",
            ky: "эки мүчөнүн макулдугу жок"),
        "unreadable-document": Phrase(
            "document could not be read", ru: "документ не читается", ky: "документ окулбайт"),
    ]

    static let noPapersYet = Phrase(
        "No papers read yet. They will be here after the scanners have closed.",
        ru: "Бюллетени ещё не прочтены. Они появятся после закрытия сканеров.",
        ky: "Бюллетендер азырынча окула элек. Сканерлер жабылгандан кийин бул жерде болот.")
    static let papersRead = Phrase(
        "Papers read", ru: "Прочтено бюллетеней", ky: "Окулган бюллетендер")
    static let readByPerson = Phrase(
        "Read by a person", ru: "Прочтено человеком", ky: "Адам окуган")
    static let paperOrder = Phrase(
        "Papers carry random numbers and stand in the order of those numbers, without time.",
        ru: "Бюллетени имеют случайные номера и стоят в порядке этих номеров, без времени.",
        ky:
            "Бюллетендердин номерлери кокусунан, алар ошол номерлердин ирети менен, убактысыз турат."
    )
    static let batchCaption = Phrase(
        "Papers kept together", ru: "Бюллетени, хранящиеся вместе",
        ky: "Чогуу сакталган бюллетендер")
    static let papersOf = Phrase("Papers of {0}", ru: "Бюллетени: {0}", ky: "Бюллетендер: {0}")
    static let papersCaption = Phrase(
        "Every paper and what it says", ru: "Каждый бюллетень и что в нём сказано",
        ky: "Ар бир бюллетень жана анда эмне айтылган")
    static let paperNumber = Phrase("Paper {0}", ru: "Бюллетень {0}", ky: "Бюллетень {0}")
    static let lookedAt = Phrase("Looked at", ru: "Смотрели", ky: "Каралды")
    static let byPerson = Phrase("by a person", ru: "человек", ky: "адам")
    static let inAudit = Phrase("in the audit", ru: "в аудите", ky: "аудитте")
    static let blank = Phrase(
        "not valid: nothing marked", ru: "недействителен: нет отметки", ky: "жараксыз: белги жок")
    static let overvote = Phrase(
        "not valid: too many marked", ru: "недействителен: отмечено больше, чем можно",
        ky: "жараксыз: өтө көп белгиленген")
    static let undecided = Phrase("not decided", ru: "не решено", ky: "чечилген эмес")
    static let everyTarget = Phrase(
        "Every target, as measured and as read", ru: "Каждый овал: измерение и чтение",
        ky: "Ар бир сүйрү: өлчөө жана окуу")
    static let ink = Phrase("Ink", ru: "Закрашено", ky: "Боёлгону")
    static let machineSays = Phrase("Machine", ru: "Машина", ky: "Машина")
    static let personSays = Phrase("Person", ru: "Человек", ky: "Адам")
    static let countsAs = Phrase("Counts as:", ru: "Засчитано:", ky: "Эсептелди:")
    static let marked = Phrase("marked", ru: "отмечено", ky: "белгиленген")
    static let notMarked = Phrase("empty", ru: "пусто", ky: "бош")
    static let personMustLook = Phrase("unclear", ru: "неясно", ky: "так эмес")
    static let imageOf = Phrase(
        "Image of paper {0}; its readings stand in the tables beside it.",
        ru: "Изображение бюллетеня {0}; прочтения даны в таблицах рядом.",
        ky: "{0} бюллетенинин сүрөтү; окулушу жанындагы таблицаларда.")
    static let imageShownBecause = Phrase(
        "Shown because the audit drew this paper or a person read it.",
        ru: "Показано, потому что бюллетень попал в аудит или его читал человек.",
        ky: "Бул бюллетень аудитке түшкөнү же аны адам окуганы үчүн көрсөтүлөт.")
    static let imageNotPublished = Phrase(
        "The image is not published", ru: "Изображение не опубликовано", ky: "Сүрөт жарыяланган жок"
    )
    static let imageNotPublishedWhy = Phrase(
        "Neither the audit nor a person needed this paper. An image could carry a sign by which a voter is known, so only its digest is sealed.",
        ru:
            "Этот бюллетень не понадобился ни аудиту, ни человеку. На изображении может быть знак, по которому узнают избирателя, поэтому запечатан только его хеш SHA-256.",
        ky:
            "Бул бюллетень аудитке да, адамга да керек болгон жок. Сүрөттө шайлоочуну тааный турган белги болушу мүмкүн, ошондуктан анын SHA-256 хеши гана мөөрлөнгөн."
    )
    static let imageDigest = Phrase(
        "SHA-256 of the image:", ru: "SHA-256 изображения:", ky: "Сүрөттүн SHA-256:")
    static let noImage = Phrase(
        "The record names no image of this paper.", ru: "В записи нет изображения этого бюллетеня.",
        ky: "Жазууда бул бюллетендин сүрөтү жок.")
    static let paperInFile = Phrase(
        "This record stands in", ru: "Эта запись находится в файле", ky: "Бул жазуу файлда:")
    static let inAuditTitle = Phrase("In the audit", ru: "В аудите", ky: "Аудитте")
    static let auditReadingCaption = Phrase(
        "What a person read without seeing the machine's reading",
        ru: "Что прочёл человек, не видя чтения машины",
        ky: "Машинанын окуусун көрбөй адам эмне окуду")
    static let recordSays = Phrase("Record", ru: "Запись", ky: "Жазуу")
    static let personRead = Phrase("Read by hand", ru: "Прочтено вручную", ky: "Кол менен окулду")
    static let compared = Phrase("Compared", ru: "Сравнение", ky: "Салыштыруу")
    static let agree = Phrase("agrees", ru: "совпадает", ky: "дал келет")
    static let differ = Phrase("differs", ru: "расходится", ky: "айырмаланат")
}
