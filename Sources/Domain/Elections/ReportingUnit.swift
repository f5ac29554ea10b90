import Primitives

extension Identifier where Subject == PollingStation {
    /// The stations that a sheet of this name stands for. Sheets of small stations are published
    /// pooled, under the names of the stations joined by `+`. A name with an empty part holds itself,
    /// which is no station.
    package var stationsInUnit: [PollingStation.ID] {
        text.split(separator: "+", omittingEmptySubsequences: false)
            .map { PollingStation.ID(String($0)) ?? self }
    }
}
