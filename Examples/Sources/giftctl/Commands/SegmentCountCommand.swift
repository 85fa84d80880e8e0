import ArgumentParser
import GiftModel
import Segmentation

struct SegmentCountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count how many customers are in each segment.",
        discussion: """
            Undetermined are those of whom too little is known to tell.

            EXAMPLES
              giftctl segments count
              giftctl segments count --as-of 2011-06-30 --segments shop/segments.json --format csv
            """
    )

    @OptionGroup var shop: ShopOptions
    @OptionGroup var segments: SegmentsOption
    @OptionGroup var day: DayOption
    @OptionGroup var spend: SpendOption

    func run() throws {
        let files = try shop.read()
        let set = try segments.file(in: shop.folder).segments(for: files.policy)
        Notice.progress("working out \(files.customers.all.count) profiles")
        var counts = SegmentCounts(of: set)
        for profile in try files.profiles(asOf: day.asOf, spend: spend.basis, segments: set) {
            if let answers = profile.segments { counts.add(answers) }
        }
        var table = Table(
            shop.columns(
                ("segment", "客群"),
                ("name", "名称"),
                ("in", "属于"),
                ("out", "不属于"),
                ("undetermined", "未定")
            )
        )
        for (segment, count) in zip(set.document.segments, counts.counts) {
            table.append([
                .text(segment.id.text), .text(segment.name[shop.language]), .number(count.inside),
                .number(count.outside), .number(count.undetermined),
            ])
        }
        print(try table.text(as: shop.format), terminator: "")
    }
}
