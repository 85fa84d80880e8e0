import ArgumentParser

@main
struct Giftctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "giftctl",
        abstract: "Who gets which gift, when and why: GiftKit on the files of a shop.",
        discussion: """
            EXAMPLES
              giftctl plan
              giftctl plan --data shop --policy shop/policy.json --as-of 2011-12-10 --budget 5000.00 --language zh
              giftctl profile --as-of 2011-12-09 --format csv
              giftctl explain --customer 17850
              giftctl decide --customer 17850 --as-of 2011-12-10
              giftctl policy check shop/policy.json
              giftctl segments flow --from 2011-09-11 --to 2011-12-10 --by stage
            """,
        subcommands: [
            PlanCommand.self, DecideCommand.self, ProfileCommand.self, ExplainCommand.self, PolicyCommand.self,
            SegmentsCommand.self,
        ]
    )
}
