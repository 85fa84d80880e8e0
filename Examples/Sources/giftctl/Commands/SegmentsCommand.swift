import ArgumentParser

struct SegmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segments",
        abstract: "Check segments, count who is in them, and tell who moved.",
        discussion: """
            EXAMPLES
              giftctl segments check --segments shop/segments.json
              giftctl segments count --as-of 2011-12-10
              giftctl segments flow --from 2011-09-11 --to 2011-12-10 --by stage
            """,
        subcommands: [SegmentCheckCommand.self, SegmentCountCommand.self, SegmentFlowCommand.self]
    )
}
