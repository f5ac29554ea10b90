import Glibc

// The C library's mathematics, wrapped once. Results may differ in the last bit between versions of
// that library, so nothing that is sealed rests on more than a dozen digits of them.

/// The logarithm to base e; of a number above zero.
package func naturalLogarithm(_ number: Double) -> Double {
    precondition(number > 0, "a logarithm of \(number)")
    return log(number)
}

/// e to the power of a number.
package func exponential(_ number: Double) -> Double { exp(number) }

/// The square root; of a number not below zero.
package func squareRoot(_ number: Double) -> Double { number.squareRoot() }

/// The logarithm of the gamma function; of a number above zero, where gamma is positive.
package func logGamma(_ number: Double) -> Double {
    precondition(number > 0, "gamma is wanted above zero, got \(number)")
    var sign: Int32 = 0
    return lgamma_r(number, &sign)
}
