import Foundation
import GiftModel
import Segmentation
import Testing

@testable import giftctl

@Suite struct `The report` {
    private func html(_ arguments: String...) throws -> String {
        let shop = try SmallShop()
        _ = try Run(["plan", "--data", shop.folder.path, "--out", shop.out.path] + arguments)
        return try String(contentsOf: shop.out.appending(path: "report.html"), encoding: .utf8)
    }

    @Test func `R-SEG-12 Shows who moved between stages in 90 days`() throws {
        let page = try html("--as-of", "2011-04-10")
        #expect(page.contains("<title>New to Dormant: 1</title>"))
        #expect(page.contains(">2011-01-10</text>") && page.contains(">2011-04-10</text>"))
        #expect(page.contains("Moved to another stage: 1; became known: 0."))
        #expect(try html("--language", "zh").contains("<title>沉睡→沉睡：1</title>"))
    }

    @Test func `R-SEG-05 Shows what each tier takes, and who stands on it`() throws {
        let page = try html()
        #expect(
            page.contains(
                "<span class=\"name\">Gold</span><span class=\"needs\">from 2,000.00 GBP</span><b>0</b>"
            )
        )
        #expect(page.contains("sales less refunds in the calendar year"))
        #expect(try html("--language", "zh").contains("<span class=\"needs\">2,000.00 GBP起</span>"))
    }

    @Test func `R-SEG-12 Shows who buys again, as soon as anybody can`() throws {
        #expect(try html().contains("<td class=\"s0 t0\" title=\"Month 1 after 2011-01: 0 of 1\">0</td>"))
        #expect(try !html("--as-of", "2011-01-31").contains("class=\"cohorts\""))
    }
}

@Suite struct `A chart of who moved` {
    static let places = (0..<9).map { "place \($0)" }

    static func chart(_ moves: [SankeyChart.Move]) -> SankeyChart {
        SankeyChart(moves, between: places, from: "then", to: "now", label: "", in: .english)
    }

    @Test(arguments: [
        [SankeyChart.Move(from: 0, to: 1, count: 1)],
        (0..<9).map { SankeyChart.Move(from: $0, to: 8 - $0, count: $0 == 4 ? 1_000_000 : 1) },
        (0..<81).map { SankeyChart.Move(from: $0 / 9, to: $0 % 9, count: Int64($0 * $0)) },
    ])
    func `R-SEG-12 Leaves room for the text of every place, and is equally wide on both sides`(
        moves: [SankeyChart.Move]
    ) {
        let chart = Self.chart(moves)
        for side in ["start", "end"] {
            let nodes = chart.nodes.filter { $0.side == side }
            for (upper, lower) in zip(nodes, nodes.dropFirst()) {
                #expect(lower.textY - upper.textY >= 289 && lower.y >= upper.y + upper.height)
            }
            #expect(nodes.allSatisfy { $0.y >= 400 && $0.y + $0.height <= 4_620 })
        }
        let heights = ["start", "end"]
            .map { side in chart.nodes.filter { $0.side == side }.reduce(0) { $0 + $1.height } }
        #expect(abs(heights[0] - heights[1]) <= 12 * 9)
        #expect(chart.bands.count == moves.count { $0.count > 0 })
    }

    @Test func `R-SEG-12 Is empty when nobody is known`() {
        #expect(Self.chart([]).nodes.isEmpty && Self.chart([]).bands.isEmpty)
    }
}
