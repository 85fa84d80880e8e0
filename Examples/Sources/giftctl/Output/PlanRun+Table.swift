import GiftModel
import GiftPolicy
import Segmentation

extension PlanRun {
    /// What the run did, one figure a row; programs get the figures under English names whatever the language.
    func table(in language: Language, as format: OutputFormat) -> Table {
        let language = format == .table ? language : .english
        var table = Table(language == .english ? ["figure", "value"] : ["指标", "数值"])
        func add(_ english: String, _ chinese: String, _ value: Table.Cell) {
            let title = LocalizedText(english: english, chinese: chinese)
            table.append([.text(title[language]), value])
        }
        let waitEndsNextDay = waitEndsNextDay
        add("as of", "截至日期", .text(asOf.description))
        add("orders", "订单数", .number(Int64(shop.customers.orders)))
        add("returns", "退货数", .number(Int64(shop.customers.returns)))
        add("rows left out", "剔除行数", .number(Int64(rejected.count)))
        add("customers", "客户数", .number(Int64(profiles.count)))
        add("customers with sales", "有购买的客户", .number(Int64(profiles.count { $0.purchases != nil })))
        for stage in Stage.allCases {
            let count = profiles.count { $0.stage.stage == stage }
            add("stage: \(stage.title.english)", "阶段：\(stage.title.chinese)", .number(Int64(count)))
        }
        add("stage: undetermined", "阶段：未定", .number(Int64(profiles.count { $0.stage.stage == nil })))
        for rule in shop.policy.document.rules {
            let name = rule.name
            let waiting = waitEndsNextDay.count { $0.rule == rule.id }
            add("\(name.english): candidates", "\(name.chinese)：候选", .number(Int64(candidates(of: rule.id))))
            add("\(name.english): wait ends the next day", "\(name.chinese)：次日期满", .number(Int64(waiting)))
            add("\(name.english): grants", "\(name.chinese)：发放", .number(Int64(grants(of: rule.id).count)))
        }
        add("grants", "发放合计", .number(Int64(plan.grants.count)))
        add("suppressed by the cap", "受频次上限抑制", .number(Int64(refusals(of: .suppressed))))
        add("unfunded", "预算或库存不足", .number(Int64(refusals(of: .unfunded))))
        add("cost", "成本", .text(plan.budget.committed.description))
        add("budget", "预算", .text(plan.budget.limit.description))
        return table
    }
}
