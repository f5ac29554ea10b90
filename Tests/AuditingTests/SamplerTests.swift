import Auditing
import Primitives
import Testing

@Suite("A sample follows from its seed alone")
struct SamplerTests {
    // Vectors of the public Rivest sampler test set (cjerdonek/rivest-sampler-tests, BSD-3).
    @Test(
        "draws as published",
        arguments: [
            ("1", 1000, [97, 89, 163]), ("0", 2, [1, 1, 2]), ("0", 1000, [905, 573, 160]),
            ("0000000000", 1000, [978, 359, 132]),
            ("999999999999999999999999", 1000, [544, 800, 654]),
        ])
    func published(seed: String, total: Int, expected: [Int]) {
        #expect(Sampler.draws(seed: seed, total: total, count: expected.count) == expected)
    }

    @Test("a worse discrepancy never lowers the risk")
    func monotone() {
        var chance = SeededSource(seed: 20_310_518)
        for _ in 0..<10_000 {
            let draws = 10 + chance.below(400)
            let margin = chance.between(0.001, 1)
            var risk = ComparisonRisk(
                draws: draws, oneOver: chance.below(3), twoOver: chance.below(2),
                oneUnder: chance.below(2), twoUnder: chance.below(2))
            let before = risk.risk(margin: margin)
            if risk.oneOver > 0 {
                risk.oneOver -= 1
                risk.twoOver += 1
            } else {
                risk.oneOver += 1
            }
            #expect(risk.risk(margin: margin) >= before)
        }
    }
}
