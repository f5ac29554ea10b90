import Primitives

extension Identifier where Subject == PollingStation {
    /// The stations that a sheet of this name stands for. Sheets of small stations are published
    /// pooled, under the names of the stations joined by `+`.
    package var stationsInUnit: [PollingStation.ID] {
        text.split(separator: "+").compactMap { PollingStation.ID(String($0)) }
    }
}
