import GiftModel
import Mustache

/// A run as one page to look at, which needs nothing but itself.
///
/// The same run gives the same bytes: the page knows no clock, no locale and no order but the run's own.
struct Report {
    let html: String

    init(_ run: PlanRun, in language: Language) throws { try self.init(ReportPage(run, in: language)) }

    init(_ page: ReportPage) throws {
        // Before the template is read, which asks for it by name.
        MustacheContentTypes.register(MarkupText(), named: "MARKUP")
        let template = try MustacheTemplate(string: String(decoding: PackageResources.report_mustache, as: UTF8.self))
        self.html = template.render(page)
    }
}
