import ArgumentParser

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check a policy, read it in sentences, compare versions, explain, try and simulate its rules.",
        discussion: """
            EXAMPLES
              giftctl policy check shop/policy.json --strict
              giftctl policy render shop/policy.json --language zh
              giftctl policy diff shop/policy.json shop/draft.json
              giftctl policy explain --customer 17850 --as-of 2011-12-10
              giftctl policy try shop/draft.json --rule reactivation
              giftctl policy simulate shop/draft.json --against shop/policy.json
            """,
        subcommands: [
            PolicyCheckCommand.self, PolicyRenderCommand.self, PolicyDiffCommand.self, PolicyExplainCommand.self,
            PolicyTryCommand.self, PolicySimulateCommand.self,
        ]
    )
}
