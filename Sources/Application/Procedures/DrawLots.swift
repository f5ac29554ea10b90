import Cryptography
import Elections
import Primitives

/// A lot from a published seed, so that anybody can draw the same.
package enum DrawLots {
    /// The options in the order of SHA-256 of `seed,id`, smallest first: the first is preferred.
    ///
    /// One line of shell repeats it: `printf '%s' 'SEED,ID' | sha256sum`, once an option.
    package static func order(
        seed: String, _ options: [ContestOption.ID]
    ) -> [ContestOption.ID] {
        options.map { (Digest.of("\(seed),\($0.text)").hex, $0) }.sorted { $0 < $1 }.map(\.1)
    }
}
