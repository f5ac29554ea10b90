/// One line of a pen on paper, in millimetres from the top left corner.
package struct PenStroke: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    package var points: [Point]
    /// Of the line, in millimetres.
    package var width: Double
    /// 0 is black, 1 is white.
    package var grey: Double

    package init(points: [Point], width: Double, grey: Double) {
        self.points = points
        self.width = width
        self.grey = grey
    }
}
