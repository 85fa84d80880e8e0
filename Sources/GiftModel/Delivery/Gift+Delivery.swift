extension Gift {
    /// Returns by which way this gift, ordered on `day`, can reach somebody by `deadline`, that day included.
    ///
    /// The receiver's choice binds: what the receiver did not choose is not tried. Without a choice the ways are tried
    /// in the order of the gift. The gift's own lead time, and that of customizing it, come before the way.
    ///
    /// - Parameter isCustomized: Whether the gift is made or marked for the receiver.
    /// - Returns: Reasons way by way, in the order in which they were tried; unknown before impossible.
    /// - Complexity: O(*w* · *c*) for *w* ways and *c* chosen channels.
    public func delivery(
        to reach: Reach,
        orderedOn day: CalendarDate,
        neededBy deadline: CalendarDate,
        isCustomized: Bool = false
    ) -> DeliveryFinding {
        guard !deliveries.isEmpty else { return .unknown([Reason(DeliveryReason.noWayStated)]) }
        let chosen = reach.choice.flatMap { channel in deliveries.filter { $0.channel == channel } }
        guard !chosen.isEmpty || reach.choice.isEmpty else {
            let titles = LocalizedText(listing: reach.choice.map(\.title))
            return .impossible([Reason(DeliveryReason.choiceNotOffered, Fact("choice", .name(titles)))])
        }
        var reasons: [Reason] = []
        var isUnknown = false
        for option in reach.choice.isEmpty ? deliveries : chosen {
            let days = leadDays + (isCustomized ? customization?.days ?? 0 : 0) + option.days
            guard let arrival = day.adding(days: Int(days)) else {
                reasons.append(
                    Reason(DeliveryReason.arrivesBeyondCalendar, Fact("channel", .name(option.channel.title)))
                )
                continue
            }
            let (barring, missing) = option.obstacles(to: reach, arriving: arrival, deadline: deadline)
            if barring.isEmpty && missing.isEmpty { return .possible(option, arrivesOn: arrival, reasons) }
            isUnknown = isUnknown || barring.isEmpty
            reasons += barring + missing
        }
        return isUnknown ? .unknown(reasons) : .impossible(reasons)
    }
}

extension DeliveryOption {
    /// Returns what stands in the way, and what is not known and might.
    fileprivate func obstacles(
        to reach: Reach,
        arriving arrival: CalendarDate,
        deadline: CalendarDate
    ) -> (barring: [Reason], missing: [Reason]) {
        let name = Fact("channel", .name(channel.title))
        var barring: [Reason] = []
        var missing: [Reason] = []
        if let need = channel.need {
            switch reach.has(need) {
            case true?: break
            case false?: barring.append(Reason(DeliveryReason.addressMissing, name, Fact("need", .name(need.title))))
            case nil: missing.append(Reason(DeliveryReason.addressNotKnown, name, Fact("need", .name(need.title))))
            }
        }
        if !countries.isEmpty {
            switch reach.postalCountry {
            case nil: missing.append(Reason(DeliveryReason.deliveryCountryNotKnown, name))
            case let country? where !countries.contains(country):
                barring.append(Reason(DeliveryReason.countryNotServed, name, Fact("country", .code(country.letters))))
            default: break
            }
        }
        if arrival > deadline {
            barring.append(
                Reason(
                    DeliveryReason.arrivesTooLate,
                    name,
                    Fact("arrival", .date(arrival)),
                    Fact("late", .days(Int64(deadline.days(until: arrival)))),
                    Fact("needed", .date(deadline))
                )
            )
        }
        return (barring, missing)
    }
}
