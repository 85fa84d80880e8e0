public import GiftModel
import GiftNumerics

/// What earns points for a tag, how fast they lose weight, and from which weight on the tag is held.
///
/// - Wire format: `{"halfLifeDays":14,"holdsFrom":"1/1","sources":[…],"tag":{…}}`.
public struct TagRule: Hashable, Sendable {
    /// The tag.
    public let tag: CustomerTag
    /// What earns points; an activity earns those of every source that it fits.
    public let sources: [Source]
    /// How many days it takes until points weigh half.
    public let halfLifeDays: Int
    /// The weight from which on the tag is held.
    public let holdsFrom: Ratio
    let fading: Fading

    /// How weight is lost, and from which on the tag is held.
    struct Fading: Hashable, Sendable {
        let decay: HalfLifeDecay
        let threshold: Double
    }

    /// One sort of activity, and the points that each such activity earns.
    public struct Source: Hashable, Sendable {
        /// What sort of activity it is.
        public let origin: Origin
        /// Where it happened, or `nil` for anywhere, an unknown place included.
        public let channel: ActivityChannel?
        /// How many points it earns, 1 through 1,000,000.
        public let points: Int64

        /// The two sorts of activity that earn points are all there are, so this enum is closed.
        public enum Origin: Hashable, Sendable {
            /// An interaction about one of `subjects`, or about anything when there are none.
            case interaction(InteractionKind, about: Set<Identifier<Interaction.Subject>> = [])
            /// An order with one of these products, counted once however many it has; what comes back is no matter.
            case order(of: Set<Product.ID>)
        }

        /// `points` for each activity of `origin` in `channel`.
        public init(_ points: Int64, for origin: Origin, in channel: ActivityChannel? = nil) {
            self.origin = origin
            self.channel = channel
            self.points = points
        }
    }

    /// A rule for `tag`.
    ///
    /// - Throws: ``TagRuleError``, in the order of its cases, for the first source concerned.
    public init(
        _ tag: CustomerTag,
        sources: [Source],
        halfLifeDays: Int,
        holdsFrom: Ratio
    ) throws(TagRuleError) {
        guard !sources.isEmpty else { throw .noSource(tag.id) }
        for source in sources {
            guard (1...1_000_000).contains(source.points) else { throw .points(source.points, tag.id) }
            guard source.origin != .order(of: []) else { throw .noProduct(tag.id) }
        }
        guard (1...3650).contains(halfLifeDays) else { throw .halfLife(days: halfLifeDays, tag.id) }
        guard holdsFrom.numerator > 0 else { throw .threshold(holdsFrom, tag.id) }
        self.tag = tag
        self.sources = sources
        self.halfLifeDays = halfLifeDays
        self.holdsFrom = holdsFrom
        self.fading = Fading(
            decay: HalfLifeDecay(halfLifeInDays: halfLifeDays),
            threshold: Double(holdsFrom.numerator) / Double(holdsFrom.denominator)
        )
    }
}

extension TagRule {
    /// Returns how many points `activity` earns, zero for one that fits no source.
    ///
    /// - Complexity: O(*n*) in the sources, and in the lines of an order.
    public func points(for activity: Activity) -> Int64 {
        sources.reduce(0) { $0 + ($1.fits(activity) ? $1.points : 0) }
    }
}

extension TagRule.Source {
    fileprivate func fits(_ activity: Activity) -> Bool {
        guard channel == nil || channel == activity.channel else { return false }
        switch (origin, activity) {
        case (.interaction(let kind, let subjects), .interaction(let interaction)):
            guard kind == interaction.kind else { return false }
            return subjects.isEmpty || interaction.subject.map(subjects.contains) ?? false
        case (.order(let products), .order(let order)):
            return order.lines.contains { products.contains($0.product) }
        default: return false
        }
    }
}

/// A reason why a rule for a tag is none, in the order in which the reasons are checked.
@nonexhaustive
public enum TagRuleError: Error, Hashable, Sendable {
    /// Nothing earns points for this tag.
    case noSource(CustomerTag.ID)
    /// A source earns less than 1 point or more than 1,000,000.
    case points(Int64, CustomerTag.ID)
    /// A source asks for orders of no product at all.
    case noProduct(CustomerTag.ID)
    /// The half-life is not 1 through 3,650 days.
    case halfLife(days: Int, CustomerTag.ID)
    /// A tag that is held at a weight of zero would be everybody's.
    case threshold(Ratio, CustomerTag.ID)
}

extension TagRuleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSource(let tag): "nothing earns points for tag `\(tag)`"
        case .points(let points, let tag): "`\(points)` points for tag `\(tag)` are not 1 through 1000000"
        case .noProduct(let tag): "a source of tag `\(tag)` asks for orders of no product"
        case .halfLife(let days, let tag): "the half-life of tag `\(tag)`, `\(days)` days, is not 1 through 3650 days"
        case .threshold(let weight, let tag): "tag `\(tag)` held from a weight of `\(weight)` would be everybody's"
        }
    }
}
