import Benchmark
import Segmentation

func conditionBenchmarks() {
    for customers in [10_000, 100_000, 1_000_000] {
        Benchmark("Conditions: 20 rules, \(customers) customers, one by one", configuration: .slow) {
            benchmark,
            columns in
            var evaluator = SegmentEvaluator(of: columns.questions.set)
            for _ in benchmark.scaledIterations {
                for customer in 0..<columns.count { blackHole(evaluator.answers(for: columns, at: customer)) }
            }
        } setup: {
            ConditionShop.columns(customers)
        }
        Benchmark("Conditions: 20 rules, \(customers) customers, explained", configuration: .slow) {
            benchmark,
            columns in
            var explainer = SegmentExplainer(of: columns.questions)
            for _ in benchmark.scaledIterations {
                for customer in 0..<columns.count {
                    blackHole(explainer.explain(columns, at: customer))
                    for detail in explainer.details { blackHole(detail) }
                }
            }
        } setup: {
            ConditionShop.columns(customers)
        }
        Benchmark("Conditions: 20 rules, \(customers) customers, all at once", configuration: .slow) {
            benchmark,
            columns in
            for _ in benchmark.scaledIterations { blackHole(columns.questions.set.answers(for: columns)) }
        } setup: {
            ConditionShop.columns(customers)
        }
    }
}
