import Assessments
import Primitives

extension TervaniaMission {
    /// The records cited: Tervania's invented law, and those international standards that the
    /// findings touch. Instrument, article and summary of the latter follow the catalogue of
    /// standards; the summaries are ours and no quotation.
    package static let standards: [Standard] = hostLaw + international

    private static let hostLaw: [Standard] = [
        law(
            "tv.11", "11", "Observers' rights", "Права наблюдателей", "Байкоочулардын укуктары",
            "Observers may enter every station and see all that is done there.",
            "Наблюдатели вправе войти на любой участок и видеть всё, что там делается.",
            "Байкоочулар ар бир участкага кирип, ал жердеги иштин баарын көрүүгө укуктуу."),
        law(
            "tv.31", "31", "Opening", "Открытие", "Ачылышы",
            "Boxes are shown empty and sealed, papers are counted before all present.",
            "Урны показывают пустыми и опечатывают, бюллетени пересчитывают при всех.",
            "Урналар бош көрсөтүлүп, мөөр басылат, бюллетендер баарынын көзүнчө саналат."),
        law(
            "tv.32", "32", "Identification", "Идентификация", "Идентификация",
            "Voters are identified at the equipment; without it two officers decide and write down why.",
            "Избирателей идентифицируют на оборудовании; без него решают двое и записывают причину.",
            "Шайлоочулар жабдууда таанылат; ансыз эки кызматкер чечип, себебин жазат."),
        law(
            "tv.33", "33", "Scanner", "Сканер", "Сканер",
            "The scanner starts with a printed report of zeros.",
            "Сканер начинает с распечатанного отчёта с нулями.",
            "Сканер нөлдөр менен басылган отчеттон баштайт."),
        law(
            "tv.34", "34", "Secrecy", "Тайна голосования", "Добуштун жашыруундугу",
            "Papers are marked alone and out of everybody's sight.",
            "Бюллетень заполняют в одиночку и вне чужих глаз.",
            "Бюллетень жалгыз жана эч ким көрбөгөн жерде толтурулат."),
        law(
            "tv.35", "35", "Access", "Доступность", "Жеткиликтүүлүк",
            "Stations can be reached by people who cannot climb steps.",
            "На участок может попасть тот, кто не может подняться по ступеням.",
            "Тепкичке чыга албаган адам участкага кире алат."),
        law(
            "tv.36", "36", "Count and posting", "Подсчёт и вывешивание", "Саноо жана илүү",
            "The count is open; the scanner's slip and the sheet are posted at the station.",
            "Подсчёт открыт; распечатка сканера и протокол вывешиваются на участке.",
            "Саноо ачык; сканердин баракчасы жана протокол участкада илинет."),
        law(
            "tv.37", "37", "Results sheet", "Протокол", "Протокол",
            "The figures of the sheet agree with one another before it is signed.",
            "Цифры протокола сходятся между собой до подписания.",
            "Протоколдун сандары кол коюлганга чейин бири-бирине туура келет."),
    ]

    private static let international: [Standard] = [
        treaty(
            "cis2002.2", "CIS Convention 2002", "2", .known,
            "Universal suffrage", "Всеобщее избирательное право", "Жалпы шайлоо укугу",
            "Every citizen of age can vote, abroad too, without discrimination.",
            "Голосовать может каждый совершеннолетний гражданин, и за рубежом, без дискриминации.",
            "Ар бир жашы жеткен жаран, чет өлкөдө да, кодулоосуз добуш бере алат."),
        treaty(
            "cis2002.3", "CIS Convention 2002", "3", .known,
            "Equal suffrage", "Равное избирательное право", "Тең шайлоо укугу",
            "Each voter has the same number of votes.",
            "У каждого избирателя одинаковое число голосов.",
            "Ар бир шайлоочунун добушунун саны бирдей."),
        treaty(
            "cis2002.5", "CIS Convention 2002", "5", .read,
            "Secret ballot", "Тайное голосование", "Жашыруун добуш берүү",
            "Nobody can check how a voter votes.",
            "Никто не может проверить, как голосует избиратель.",
            "Шайлоочу кандай добуш бергенин эч ким текшере албайт."),
        treaty(
            "cis2002.7-2", "CIS Convention 2002", "7.2", .check,
            "Publication of results", "Опубликование результатов", "Жыйынтыктарды жарыялоо",
            "Voters can learn the result of their own station.",
            "Избиратели могут узнать результат своего участка.",
            "Шайлоочулар өз участкасынын жыйынтыгын биле алышат."),
        treaty(
            "cis2002.9", "CIS Convention 2002", "9", .known,
            "Genuine elections", "Подлинные выборы", "Чыныгы шайлоо",
            "The freely expressed will of the people can be known.",
            "Свободно выраженную волю народа можно узнать.",
            "Элдин эркин билдирилген эркин билүүгө болот."),
        treaty(
            "cis2002.10", "CIS Convention 2002", "10", .known,
            "Fair elections", "Справедливые выборы", "Адилеттүү шайлоо",
            "Votes are counted honestly and published in full.",
            "Голоса считаются честно и публикуются полностью.",
            "Добуштар чынчылдык менен саналып, толук жарыяланат."),
        treaty(
            "cis2002.15.r3", "CIS Convention 2002", "15", .known,
            "Right: free access to stations", "Право свободного доступа на участки",
            "Участкаларга эркин кирүү укугу",
            "International observers may visit every station.",
            "Международные наблюдатели вправе посетить любой участок.",
            "Эл аралык байкоочулар ар бир участкага бара алышат."),
        treaty(
            "cis2002.15.r4", "CIS Convention 2002", "15", .known,
            "Right: watching voting and counting", "Право наблюдать голосование и подсчёт",
            "Добуш берүүнү жана саноону байкоо укугу",
            "They may watch voting and counting from where it can be seen.",
            "Они вправе наблюдать голосование и подсчёт оттуда, откуда видно.",
            "Алар добуш берүүнү жана саноону көрүнгөн жерден байкай алышат."),
        treaty(
            "iccpr.25b", "ICCPR 1966", "25(b)", .known,
            "Vote and be elected", "Голосовать и быть избранным", "Шайлоо жана шайлануу",
            "Genuine periodic elections by universal and equal suffrage and secret ballot.",
            "Подлинные периодические выборы при всеобщем равном праве и тайном голосовании.",
            "Жалпы, тең укук жана жашыруун добуш менен чыныгы мезгилдүү шайлоо."),
        treaty(
            "crpd.29", "Convention on the Rights of Persons with Disabilities 2006", "29", .known,
            "Political participation", "Участие в политической жизни", "Саясий турмушка катышуу",
            "Voting procedures, places and materials are accessible.",
            "Процедуры, помещения и материалы голосования доступны.",
            "Добуш берүүнүн тартиби, жайлары жана материалдары жеткиликтүү."),
    ]

    private static func law(
        _ id: Standard.ID, _ article: String, _ en: String, _ ru: String, _ ky: String,
        _ sumEn: String, _ sumRu: String, _ sumKy: String
    ) -> Standard {
        Standard(
            id: id, instrument: "Electoral law of Tervania (invented)", article: article,
            title: LocalizedText(en, ru: ru, ky: ky),
            summary: LocalizedText(sumEn, ru: sumRu, ky: sumKy), reach: .hostLaw,
            confidence: .invented)
    }

    private static func treaty(
        _ id: Standard.ID, _ instrument: String, _ article: String,
        _ confidence: Standard.Confidence, _ en: String, _ ru: String, _ ky: String,
        _ sumEn: String, _ sumRu: String, _ sumKy: String
    ) -> Standard {
        Standard(
            id: id, instrument: instrument, article: article,
            title: LocalizedText(en, ru: ru, ky: ky),
            summary: LocalizedText(sumEn, ru: sumRu, ky: sumKy), reach: .international,
            confidence: confidence)
    }
}
