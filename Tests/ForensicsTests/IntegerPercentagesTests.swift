import Elections
import Forensics
import Statistics
import Tabulation
import Testing

@Suite("The mathematics of the C library is wrapped once")
struct FunctionTests {
    @Test(
        "the gamma function of small numbers",
        arguments: [(1.0, 0.0), (2, 0), (5, 3.1780538303479458), (0.5, 0.5723649429247001)])
    func gamma(number: Double, expected: Double) {
        // ln 24 and ln of the square root of pi, by hand.
        #expect((logGamma(number) - expected).magnitude < 1e-14)
    }

    @Test("a binomial's chances are those of Pascal's triangle")
    func binomial() {
        let factorials = LogFactorials(upTo: 4)
        let coins = Binomial(trials: 4, chance: 0.5, factorials: factorials)
        for (successes, ways) in [1.0, 4, 6, 4, 1].enumerated() {
            #expect((coins.probability(of: successes, factorials) - ways / 16).magnitude < 1e-14)
        }
        let never = Binomial(trials: 4, chance: 0, factorials: factorials)
        #expect(never.probability(of: 0, factorials) == 1)
    }
}

@Suite("Whole percentages are counted beside what chance gives")
struct IntegerPercentagesTests {
    @Test("one station of one hundred papers is always at a whole percentage")
    func certain() {
        // Of 100, every number of papers is a whole percentage: the chance is 1, the excess 0.
        let result = IntegerPercentages([
            StationShares(registered: 100, issued: 50, counted: 50, leader: 25)
        ])
        #expect(result[.turnout, .stations].observed == 1)
        #expect((result[.turnout, .stations].expected - 1).magnitude < 1e-12)
    }

    @Test("a share among a thousand, summed by hand")
    func thousand() {
        // Of 1000 papers 100k/1000 is within 0.05 of a whole only where k ends in 0, so with the
        // chance 1/2 the expectation is the sum of C(1000, 10j) / 2^1000, which by roots of unity
        // is 1/10 to within cos(pi/10)^1000 = 1.7e-22 times two.
        let result = IntegerPercentages([
            StationShares(registered: 2_000, issued: 1_001, counted: 1_000, leader: 500)
        ])
        #expect(result[.leader, .stations].observed == 1)
        #expect((result[.leader, .stations].expected - 0.1).magnitude < 1e-9)
    }

    @Test(
        "stations that tell nothing are left out",
        arguments: [
            StationShares(registered: 99, issued: 50, counted: 50, leader: 25),
            StationShares(registered: 500, issued: 496, counted: 400, leader: 25),
            StationShares(registered: 500, issued: 400, counted: 400, leader: 397),
            StationShares(registered: 500, issued: 0, counted: 0, leader: 0),
            StationShares(registered: 9_000_000, issued: 50, counted: 50, leader: 25),
        ])
    func leftOut(station: StationShares) {
        let result = IntegerPercentages([station])
        #expect(result.used == 0)
        #expect(result.leftOut == 1)
        #expect(result[.either, .stations].z == nil)
    }
}
