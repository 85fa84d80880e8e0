import ArgumentParser
import GiftModel
import GiftPolicy
import Segmentation

struct SegmentFlowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow",
        abstract: "Tell who came into segments, left them or moved between two days.",
        discussion: """
            Without --by, counts for each segment who entered, left and stayed. With it, prints how many went from \
            where (rows) to where (columns): between stages, tiers, or the members of a group of segments. Scores are \
            worked out against all customers of each day.

            EXAMPLES
              giftctl segments flow --from 2011-09-11 --to 2011-12-10
              giftctl segments flow --from 2011-09-11 --to 2011-12-10 --by stage
              giftctl segments flow --from 2011-09-11 --to 2011-12-10 --by tier --customers
            """
    )

    @OptionGroup var shop: ShopOptions
    @OptionGroup var segments: SegmentsOption
    @OptionGroup var spend: SpendOption

    @Option(
        help: ArgumentHelp("The day from which customers moved.", valueName: "yyyy-mm-dd"),
        transform: CalendarDate.argument
    )
    var from: CalendarDate

    @Option(
        help: ArgumentHelp("The day as of which they are seen again.", valueName: "yyyy-mm-dd"),
        transform: CalendarDate.argument
    )
    var to: CalendarDate

    @Option(help: ArgumentHelp("Between what they moved.", valueName: "stage|tier|group"))
    var by: String?

    @Flag(help: "List who moved, one row each.")
    var customers = false

    func validate() throws {
        guard from < to else { throw ValidationError("--from \(from) is not before --to \(to)") }
    }

    func run() throws {
        let files = try shop.read()
        let places: FlowPlaces?
        let set: SegmentSet?
        switch by {
        case "stage"?: (places, set) = (.stages, nil)
        case "tier"?: (places, set) = (.tiers(of: files.policy.document.tiers), nil)
        case nil: (places, set) = (nil, try segments.file(in: shop.folder).segments(for: files.policy))
        case let name?:
            let file = try segments.file(in: shop.folder)
            guard let group = file.document.groups.first(where: { $0.id.text == name }) else {
                let known = (["stage", "tier"] + file.document.groups.map(\.id.text)).joined(separator: ", ")
                throw CommandFailure("--by `\(name)` is neither stage, tier nor a group; known are \(known)")
            }
            let groups = try file.segments(for: files.policy)
            (places, set) = (.members(of: group, in: groups), groups)
        }
        Notice.progress("working out \(files.customers.all.count) profiles twice")
        let before = try files.profiles(asOf: from, spend: spend.basis, segments: set)
        let after = try files.profiles(asOf: to, spend: spend.basis, segments: set)
        let table: Table
        if let places {
            let flow = places.flow(from: before, to: after, listingMoves: customers)
            table = customers ? list(flow, between: places) : matrix(flow, between: places)
        } else {
            table = membership(from: before, to: after, in: set)
        }
        print(try table.text(as: shop.format), terminator: "")
    }

    /// How many went from each place to each other one.
    private func matrix(_ flow: Flow<Int>, between places: FlowPlaces) -> Table {
        let targets = Array(places.places.indices)
        let total = ("total", "合计")
        var table = Table(shop.columns(("from", "从")) + targets.map { name(of: places[$0]) } + shop.columns(total))
        for source in targets.map(Optional.some) + [nil] {
            let counts = targets.map { flow.count(from: source, to: $0) }
            table.append(
                [.text(name(of: places[source]))] + (counts + [counts.reduce(0, +)]).map(Table.Cell.number)
            )
        }
        return table
    }

    /// Who went from one place to another; a customer who was not known before did not move.
    private func list(_ flow: Flow<Int>, between places: FlowPlaces) -> Table {
        var table = Table(shop.columns(("customer", "客户"), ("from", "从"), ("to", "到")))
        for move in flow.moves where move.source != nil {
            table.append([
                .text(move.customer.text), .text(name(of: places[move.source])), .text(name(of: places[move.target])),
            ])
        }
        return table
    }

    /// Who came into each segment, left it or stayed in it.
    private func membership(
        from before: [CustomerProfile],
        to after: [CustomerProfile],
        in set: SegmentSet?
    ) -> Table {
        guard let set else { preconditionFailure("segments were read") }
        let sources = Dictionary(uniqueKeysWithValues: before.map { ($0.customer, $0.segments) })
        var flow = SegmentFlow(of: set, listingMoves: customers)
        for profile in after {
            flow.add(profile.customer, from: sources[profile.customer] ?? nil, to: profile.segments)
        }
        let (entered, left, stayed) = (("entered", "新进入"), ("left", "已离开"), ("stayed", "仍在"))
        let segments = set.document.segments
        guard customers else {
            var table = Table(shop.columns(("segment", "客群"), ("name", "名称"), entered, left, stayed))
            for (position, segment) in segments.enumerated() {
                table.append([
                    .text(segment.id.text), .text(segment.name[shop.language]), .number(flow.entered(position)),
                    .number(flow.left(position)), .number(flow.flows[position].count(from: .holds, to: .holds)),
                ])
            }
            return table
        }
        var table = Table(shop.columns(("customer", "客户"), ("segment", "客群"), ("change", "变化")))
        for (segment, flow) in zip(segments, flow.flows) {
            for move in flow.moves where move.source == .holds || move.target == .holds {
                let change = shop.columns(move.target == .holds ? entered : left)
                table.append([.text(move.customer.text), .text(segment.id.text), .text(change[0])])
            }
        }
        return table
    }

    private func name(of place: FlowPlaces.Place) -> String {
        shop.format == .table ? place.name[shop.language] : place.id
    }
}
