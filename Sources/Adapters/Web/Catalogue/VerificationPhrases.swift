/// The catalogue, part seven: the numbered verifications, by the English words of the list that the
/// verifier runs. A test holds the two together.
extension Phrase {
    package static let verifications: [String: Phrase] = Dictionary(
        steps.map { ($0.en, $0) }, uniquingKeysWith: { first, _ in first })

    private static let steps = [
        Phrase(
            "No file is missing, extra, or a link", ru: "Нет недостающих и лишних файлов и ссылок",
            ky: "Жетишпеген же ашыкча файл жана шилтеме жок"),
        Phrase(
            "Every file has the bytes that were sealed",
            ru: "Каждый файл содержит те байты, что были запечатаны",
            ky: "Ар бир файлда мөөрлөнгөн байттар бар"),
        Phrase(
            "The log's tree gives its root, and every artifact comes after what it is made from",
            ru: "Дерево журнала даёт его корень, и всё стоит после того, из чего получено",
            ky: "Журналдын дарагы анын тамырын берет жана ар бир нерсе булагынан кийин турат"),
        Phrase(
            "The checkpoint is signed by the log's key",
            ru: "Контрольная точка подписана ключом журнала",
            ky: "Текшерүү чекитине журналдын ачкычы менен кол коюлган"),
        Phrase(
            "Papers, records and sheets were sealed before the seed, the seed before the sample",
            ru:
                "Бюллетени, записи и протоколы запечатаны раньше исходного числа, число раньше выборки",
            ky:
                "Бюллетендер, жазуулар жана протоколдор сандан мурда, сан тандалмадан мурда мөөрлөнгөн"
        ),
        Phrase(
            "Every document can be read, and the definition has no flaw",
            ru: "Каждый документ читается, и в определении нет изъяна",
            ky: "Ар бир документ окулат жана аныктамада кемчилик жок"),
        Phrase(
            "No station admitted more than are registered or counted more papers than it gave",
            ru:
                "Ни один участок не допустил больше зарегистрированных и не насчитал больше выданных бюллетеней",
            ky:
                "Бир да участка катталгандан көп киргизген жок жана берилгенден көп бюллетень санаган жок"
        ),
        Phrase(
            "Each reading follows from its ink, and persons settled only what was doubtful",
            ru: "Каждое чтение следует из закрашенной площади, и люди решали только сомнительное",
            ky: "Ар бир окуу боёгунан келип чыгат жана адамдар күмөндүүсүн гана чечишкен"),
        Phrase(
            "Machine and hand count differ exactly where the record says",
            ru: "Машинный и ручной подсчёт расходятся ровно там, где сказано в записи",
            ky: "Машинанын жана колдун эсеби жазууда айтылган жерде гана айырмаланат"),
        Phrase(
            "The sheets' equations break exactly where the record says",
            ru: "Равенства протоколов нарушены ровно там, где сказано в записи",
            ky: "Протоколдордун теңдемелери жазууда айтылган жерде гана бузулат"),
        Phrase(
            "The sheets add up to the districts and the nation",
            ru: "Протоколы складываются в округа и страну",
            ky: "Протоколдор округдарга жана өлкөгө кошулат"),
        Phrase(
            "The outcome follows from the totals by the definition's rule",
            ru: "Исход следует из итогов по правилу определения",
            ky: "Жыйынтык аныктаманын эрежеси боюнча суммалардан келип чыгат"),
        Phrase(
            "The audit's sample is the one that the public seed draws",
            ru: "Выборка аудита та, которую даёт публичное число",
            ky: "Аудиттин тандалмасы ачык сан берген тандалма"),
        Phrase(
            "The measured risk follows from the records and what persons read",
            ru: "Измеренный риск следует из записей и прочитанного людьми",
            ky: "Өлчөнгөн тобокелдик жазуулардан жана адамдар окугандан келип чыгат"),
        Phrase(
            "The sheets give the published count of whole percentages and its expectation",
            ru: "Протоколы дают опубликованное число целых процентов и его ожидание",
            ky: "Протоколдор жарыяланган бүтүн пайыздардын санын жана күтүлгөнүн берет"),
        Phrase(
            "Each finding's figure is counted again from the forms, and its evidence is there",
            ru: "Число каждого факта пересчитано по анкетам, и его свидетельства на месте",
            ky: "Ар бир табылганын саны баракчалардан кайра саналды жана далилдери бар"),
        Phrase(
            "Conclusions cite findings, say no more than they do, and name what was not seen",
            ru: "Выводы ссылаются на факты, не говорят больше них и называют то, чего не видели",
            ky: "Корутундулар табылгаларга таянат, алардан ашык айтпайт жана көрүлбөгөндү атайт"),
        Phrase(
            "Nothing published ties a paper to a person",
            ru: "Ничто опубликованное не связывает бюллетень с человеком",
            ky: "Жарыяланган эч нерсе бюллетенди адамга байланыштырбайт"),
    ]
}
