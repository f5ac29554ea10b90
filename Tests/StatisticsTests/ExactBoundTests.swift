import Statistics
import Testing

@Suite("What a run without errors does not prove is said in a number")
struct ExactBoundTests {
    @Test(
        "the one-sided 95 % bound of Clopper and Pearson",
        arguments: [
            // errors, trials, bound, tolerance, where the number comes from
            (0, 10, 0.258866, 1e-6, "by hand: 1 - 0.05^(1/10)"),
            (0, 10_000_000, 2.995732e-7, 1e-12, "by hand: -ln 0.05 / n, the rule of three"),
            (1, 10, 0.394163, 1e-6, "by hand: root of (1-p)^10 + 10 p (1-p)^9 = 0.05"),
            (10, 10, 1, 0, "every trial failed: nothing is excluded"),
            (9, 10, 0.994884, 1e-6, "by hand: 1 - p^10 = 0.05, so p = 0.95^(1/10)"),
            (1, 1_000_000, 4.74386e-6, 1e-10, "Poisson: root of e^-m (1 + m) = 0.05 is 4.74386"),
            (
                3, 1_000_000, 7.75366e-6, 1e-9,
                "Poisson: half the 95 % point of chi-square, 8 degrees"
            ),
        ])
    func bound(errors: Int, trials: Int, bound: Double, tolerance: Double, source: String) {
        let found = upperBound(successes: errors, trials: trials)
        #expect(abs(found - bound) <= tolerance, "\(found), \(source)")
    }

    @Test("more confidence asks for a wider bound")
    func confidence() {
        let usual = upperBound(successes: 2, trials: 500)
        #expect(upperBound(successes: 2, trials: 500, confidence: 0.99) > usual)
        #expect(upperBound(successes: 3, trials: 500) > usual)
        #expect(upperBound(successes: 2, trials: 501) < usual)
    }
}
