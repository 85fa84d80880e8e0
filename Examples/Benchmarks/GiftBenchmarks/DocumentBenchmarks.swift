import Benchmark
import Foundation
import GiftPolicy

func documentBenchmarks() {
    for copies in [1, 10, 100] {
        let text = DemoPolicy.text(repeatingRules: copies)
        let name = "Policy of \(3 * copies) rules: read \(text.utf8.count) bytes"
        Benchmark(name, configuration: .slow) { benchmark in
            for _ in benchmark.scaledIterations { blackHole(try? PolicyDocument(json: text)) }
        }
    }
}

/// The policy of the demonstration data.
enum DemoPolicy {
    static let document: PolicyDocument = {
        let file = URL(filePath: #filePath).appending(path: "../../../Data/online-retail/policy.json").standardized
        guard let text = try? String(contentsOf: file, encoding: .utf8), let document = try? PolicyDocument(json: text)
        else { preconditionFailure("\(file.path()) is not the policy of the demonstration") }
        return document
    }()

    static let policy: Policy = {
        guard let policy = try? Policy(validating: document) else { preconditionFailure("the policy has faults") }
        return policy
    }()

    /// Its text with every rule so many times, indented.
    static func text(repeatingRules count: Int) -> String {
        var longer = document
        longer.rules = (0..<count).flatMap { _ in document.rules }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(longer) else { preconditionFailure("a policy has a text") }
        return String(decoding: data, as: UTF8.self)
    }
}
