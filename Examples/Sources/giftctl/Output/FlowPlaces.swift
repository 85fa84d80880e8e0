import GiftModel
import GiftPolicy
import Segmentation

/// The places between which customers move: stages, tiers, or the members of a group of segments.
struct FlowPlaces {
    /// Every place; the last ones are for who is in none and for whom it is not known.
    let places: [Place]
    private let position: (CustomerProfile) -> Int

    struct Place {
        let id: String
        let name: LocalizedText
    }

    /// Where customers are before anything is known of them.
    static let nowhere = Place(id: "nowhere", name: LocalizedText(english: "Not known yet", chinese: "尚无记录"))
    private static let undetermined = Place(
        id: "undetermined",
        name: LocalizedText(english: "Undetermined", chinese: "未定")
    )

    static var stages: FlowPlaces {
        FlowPlaces(places: Stage.allCases.map { Place(id: $0.rawValue, name: $0.title) } + [undetermined]) { profile in
            profile.stage.stage.flatMap(Stage.allCases.firstIndex) ?? Stage.allCases.count
        }
    }

    static func tiers(of ladder: TierLadder) -> FlowPlaces {
        let tiers = ladder.tiers
        return FlowPlaces(places: tiers.map { Place(id: $0.id.text, name: $0.name) } + [undetermined]) { profile in
            tiers.firstIndex { $0.id == profile.tier?.tier.id } ?? tiers.count
        }
    }

    /// The members of `group`; a customer is in the first of them that it is in.
    static func members(of group: SegmentGroup, in set: SegmentSet) -> FlowPlaces {
        let members = group.members
        let names = members.map { member in
            let position = set.position(of: member)
            return position.map { set.document.segments[$0].name }
                ?? LocalizedText(english: member.text, chinese: member.text)
        }
        let outside = Place(id: "outside", name: LocalizedText(english: "Outside", chinese: "不在其中"))
        let places = zip(members, names).map { Place(id: $0.text, name: $1) }
        return FlowPlaces(places: places + [outside, undetermined]) { profile in
            switch profile.segments.flatMap({ set.membership(in: group.id, $0) }) {
            case .member(let id)?: members.firstIndex(of: id) ?? members.count
            case .outside?: members.count
            case .undetermined?, nil: members.count + 1
            }
        }
    }

    private init(places: [Place], position: @escaping (CustomerProfile) -> Int) {
        self.places = places
        self.position = position
    }
}

extension FlowPlaces {
    /// Returns who moved from where to where, by the positions of ``places``, from `before` to `after`.
    func flow(
        from before: [CustomerProfile],
        to after: [CustomerProfile],
        listingMoves listsMoves: Bool = false
    ) -> Flow<Int> {
        let sources = Dictionary(uniqueKeysWithValues: before.map { ($0.customer, position($0)) })
        var flow = Flow(over: Array(places.indices), listingMoves: listsMoves)
        for profile in after {
            flow.add(profile.customer, from: sources[profile.customer], to: position(profile))
        }
        return flow
    }

    /// Returns the place at `position`, which is nowhere without one.
    subscript(position: Int?) -> Place { position.map { places[$0] } ?? Self.nowhere }
}
