import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The findings about segments` {
    static func fixture(_ name: String) -> String {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
        return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }

    private func findings(_ segments: [SegmentCondition], groups: [SegmentGroup] = []) -> [String] {
        let named = segments.enumerated().map { SampleSegments.segment(.init("s\($0)")!, $1) }
        let document = SegmentDocument(
            id: "d",
            currency: .eur,
            tiers: SampleCustomer.tiers,
            segments: named,
            groups: groups
        )
        return document.findings.map(\.description)
    }

    @Test func `R-SEG-12 Are none in a clean file of 40`() throws {
        let document = try SegmentDocument(json: Self.fixture("segments_clean"))
        #expect(document.segments.count == 40)
        #expect(document.findings.map(\.description) == [])
        _ = try SegmentSet(validating: document)
    }

    @Test func `R-SEG-12 Are each fault that was planted in a file of 40, at its place`() throws {
        let text = Self.fixture("segments_planted")
        let document = try SegmentDocument(json: text)
        #expect(document.segments.count == 40)
        let places = try document.places(of: document.findings, in: text)
        #expect(places.map(\.description) == [])
        let invalid = #expect(throws: InvalidSegments.self) { try SegmentSet(validating: document) }
        #expect(invalid?.findings == document.findings.filter(\.isError))
    }
}
