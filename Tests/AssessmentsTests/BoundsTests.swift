import Assessments
import Primitives
import Testing

@Suite("What a sample can and cannot say")
struct BoundsTests {
    // By hand: 1 − 0.05^(1/n). The first three sizes are missions of 2020 and 2021; research on
    // assembly and mission, section 5.
    @Test(
        "none seen in n still allows rates up to a bound",
        arguments: [(12, "22.1"), (34, "8.4"), (50, "5.8"), (500, "0.6"), (1, "95.0")])
    func zero(n: Int, percent: String) {
        #expect(SampleBounds.percent(SampleBounds.zeroInN(n)) == percent)
    }

    // By hand: 1.96 √(0.25/n · (N − n)/(N − 1)) with N = 2,474 stations; same section.
    @Test(
        "the widest half-width of a random sample of stations",
        arguments: [(50, "13.7"), (100, "9.6"), (200, "6.6"), (300, "5.3"), (500, "3.9")])
    func margin(n: Int, points: String) {
        #expect(
            SampleBounds.percent(SampleBounds.worstCaseMargin(sample: n, population: 2474))
                == points)
    }

    @Test("who visits everything has no margin")
    func census() {
        #expect(SampleBounds.worstCaseMargin(sample: 12, population: 12) == 0)
    }
}

@Suite("Words of amount come from a table")
struct WordingTests {
    // By hand from the table: 5, 15, 30 and 50 %.
    @Test(
        "fits a word to a share",
        arguments: [
            (0, 8, ShareWord.none), (1, 8, .isolated), (1, 1, .isolated), (2, 40, .isolated),
            (2, 39, .few), (3, 20, .few), (2, 8, .some), (3, 10, .some), (3, 8, .many),
            (4, 8, .many), (5, 8, .most), (8, 8, .all),
        ])
    func fits(n: Int, m: Int, word: ShareWord) {
        #expect(ShareWord.fitting(n, of: m) == word)
    }

    @Test("has no word without a base")
    func none() { #expect(ShareWord.fitting(0, of: 0) == nil) }

    @Test(
        "finds the words in a sentence, and no part of another word",
        arguments: [
            ("Many stations, most of them in towns", Language.english, [ShareWord.many, .most]),
            ("The small hall was awesome and fewest came", .english, []),
            ("На некоторых участках; в большинстве городов", .russian, [.some, .most]),
            ("Всегда и вседорожник", .russian, []),
            ("Айрым участкаларда", .kyrgyz, [.some]),
        ])
    func finds(text: String, language: Language, words: [ShareWord]) {
        #expect(ShareWord.found(in: text, language) == Set(words))
    }
}
