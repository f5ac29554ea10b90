import Auditing
import Foundation
import TestSupport
import Testing

private let folder = URL(filePath: SharedData.path("data/audit"))

private struct SamplerFile: Decodable {
    struct Case: Decodable {
        struct Data: Decodable {
            let count: Int
            let seed: String
            let total: Int
        }
        let data: Data
        let expected: [Int]
    }
    let tests: [Case]
}

private struct VectorFile: Decodable {
    struct Size: Decodable {
        struct Round: Decodable {}
        let winner: Int
        let loser: Int
        let ballots: Int
        let risk_limit_pct: Int
        let round_results: Round?
        let sample_size: Int
    }
    struct Risk: Decodable {
        let winner: Int
        let loser: Int
        let ballots: Int
        let sampled: Int
        let one_over: Int
        let two_over: Int
        let p_value: Double
    }
    struct Draw: Decodable {
        let seed: String
        let total: Int
        let expected: [Int]
    }
    let supersimple_sample_size: [Size]
    let supersimple_p_value: [Risk]
    let rivest_sha256_sampler: [Draw]
}

@Suite(
    "The audit's numbers are those of others' programs",
    .enabled(if: SharedData.isPresent, "needs ../shared"))
struct SharedVectorTests {
    private func vectors() throws -> VectorFile {
        try JSONDecoder().decode(
            VectorFile.self,
            from: Data(contentsOf: folder.appending(path: "vectors/arlo_and_sampler_vectors.json")))
    }

    @Test("draws the published samples")
    func samples() throws {
        let file = try JSONDecoder().decode(
            SamplerFile.self,
            from: Data(contentsOf: folder.appending(path: "rivest-sampler/tests.json")))
        #expect(file.tests.count >= 5)
        for row in file.tests {
            let draws = Sampler.draws(
                seed: row.data.seed, total: row.data.total, count: row.data.count)
            #expect(draws == row.expected)
        }
        for row in try vectors().rivest_sha256_sampler {
            let draws = Sampler.draws(seed: row.seed, total: row.total, count: row.expected.count)
            #expect(draws == row.expected)
        }
    }

    @Test("needs as many papers as Arlo when nothing differs")
    func sizes() throws {
        let rows = try vectors().supersimple_sample_size.filter { $0.round_results == nil }
        #expect(!rows.isEmpty)
        for row in rows {
            let draws = ComparisonRisk.drawsWithoutDiscrepancy(
                margin: Double(row.winner - row.loser) / Double(row.ballots),
                limit: Double(row.risk_limit_pct) / 100)
            // Arlo solves the paper's formula with logarithms of the first-order step; ours
            // multiplies the risk itself, which is never larger, so never needs more papers.
            #expect(draws <= row.sample_size && draws >= row.sample_size * 85 / 100)
        }
    }

    @Test("measures Arlo's risks")
    func risks() throws {
        let rows = try vectors().supersimple_p_value
        #expect(rows.count == 25)
        for row in rows {
            let risk = ComparisonRisk(
                draws: row.sampled, oneOver: row.one_over, twoOver: row.two_over)
            let margin = Double(row.winner - row.loser) / Double(row.ballots)
            let measured = risk.risk(margin: margin)
            #expect(abs(measured - row.p_value) <= 1e-9 * max(row.p_value, 1e-3), "\(row)")
        }
    }
}
