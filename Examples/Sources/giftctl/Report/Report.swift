import GiftModel

/// The planning run as a page to look at.
struct Report {
    let html: String

    init(_ run: PlanRun, in language: Language) throws {
        self.html = "<!doctype html>\n"
    }
}
