/// Something printed whose place on the paper is known and by which a picture of it is laid over the
/// layout: a corner mark, a timing mark, a word. All lengths in millimetres.
package struct Landmark: Codable, Hashable, Sendable {
    /// Of its middle, from the paper's left and upper edge.
    package var x: Double
    package var y: Double
    /// Of the box round its ink.
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
