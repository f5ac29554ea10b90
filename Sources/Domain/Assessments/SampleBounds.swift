import Primitives

/// How the stations came to be visited. It decides what may be said of those not visited.
package enum SampleType: String, Codable, Sendable {
    /// Drawn by chance from the list of all stations.
    case random
    case quota
    /// Chosen by the teams or their hosts.
    case convenience

    /// Only a random sample says anything, with a known chance of error, about other stations.
    package var allowsInference: Bool { self == .random }
}

/// What a random sample of stations can and cannot say.
package enum SampleBounds {
    /// The rate that "none seen in n" still allows: rates above it would have shown at least one
    /// case with 95 % probability.
    ///
    /// Solves (1 − p)ⁿ = 0.05 by halving, without a logarithm, so that every machine gets the same
    /// bits. Not to be used on a sample that was not drawn by chance.
    ///
    /// - Returns: a fraction in (0, 1), within 2⁻⁵⁰.
    package static func zeroInN(_ n: Int) -> Double {
        precondition(n > 0, "a sample of \(n)")
        var low = 0.0
        var high = 1.0
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if power(1 - middle, n) > 0.05 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The half-width of a 95 % interval for a share of one half, drawn without replacement.
    ///
    /// Normal approximation with the finite-population correction; 1.96 standard errors.
    ///
    /// - Returns: a fraction; 0.137 is 13.7 points.
    package static func worstCaseMargin(sample: Int, population: Int) -> Double {
        precondition(
            sample > 0 && sample <= population && population > 1, "\(sample) of \(population)")
        let n = Double(sample)
        let whole = Double(population)
        return 1.96 * (0.25 / n * (whole - n) / (whole - 1)).squareRoot()
    }

    /// `22.1` for 0.2209.
    package static func percent(_ fraction: Double) -> String {
        let tenths = Int((fraction * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        var square = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
