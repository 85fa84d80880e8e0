import Foundation
import FuzzParsers
import GiftModel
import LoyaltyPoints
import Segmentation

/// Decodes the bytes as a stored type.
///
/// What is read must come back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt { types.run(start, count) }

private let types = ParserTable<Data>([
    "words": {
        comeBack($0, as: GiftCharacter.self, GiftHorizon.self, DeliveryChannel.self, CouponStacking.self)
        comeBack($0, as: ShortMonthRule.self, LeapDayRule.self, LeapMonthRule.self, Weekday.self, LunarFestival.self)
        comeBack($0, as: Rounding.self, GiftKind.self, PreferenceOrigin.self, GrantState.self, ConsentChange.Kind.self)
        comeBack($0, as: ActivityKind.self, ActivityField.self, ComplaintGrade.self, ComplaintState.self)
        comeBack($0, as: SolarTerm.self)
        comeBack($0, as: SurveyScale.self, TierWindow.self, SpendBasis.self, Stage.self, WeekdayOfMonth.Position.self)
        comeBack($0, as: CutRule.self, ValueBand.self, ValueQuadrant.self, LabelType.self, SegmentValue.Kind.self)
        comeBack($0, as: Sensitivity.self, SensitivityRules.Basis.self, ChurnSignal.self, TierReason.self)
        comeBack($0, as: PromotionEvidence.self, PromotionRiskBand.self)
    },
    "names": {
        comeBack($0, as: Culture.self, Emotion.self, MessageTone.self, DataKind.self, SentimentLabel.self)
        comeBack($0, as: Purpose.self, Occasion.self, JobRole.self, ContactChannel.self, RecipientKind.self)
        comeBack($0, as: ActivityChannel.self, InteractionKind.self, Gift.ID.self, LanguageTag.self, CountryCode.self)
        comeBack($0, as: [Gift.ID: Points].self)
    },
    "texts": {
        comeBack($0, as: CalendarDate.self, TimeOfDay.self, Period.self, AnnualDate.self, ISOWeek.self, Currency.self)
        comeBack($0, as: RequestKey.self, ContentHash.self, Ratio.self)
    },
    "numbers": { comeBack($0, as: Timestamp.self, Points.self, LunarYear.self) },
    "money": { comeBack($0, as: Money.self) },
    "exchange-rate": { data in
        guard let rate = comesBack(data, as: ExchangeRate.self) else { return }
        for units in [Int64.min, -1, 12_34, .max] {
            _ = try? Money(minorUnits: units, in: rate.source).converted(by: rate, rounding: .halfEven)
        }
    },
    "landed-cost": { data in
        guard let cost = comesBack(data, as: LandedCost.self) else { return }
        precondition(cost.expected.minorUnits >= cost.sending.minorUnits, "`\(cost)` sends for more than it costs")
    },
    "coupon-terms": { data in
        guard let terms = comesBack(data, as: CouponTerms.self) else { return }
        for units in [0, terms.minimumSpend.minorUnits, .max] {
            let spend = Money(minorUnits: units, in: terms.minimumSpend.currency)
            _ = try? terms.expectedCost(usedBy: .percent(30), typicalSpend: spend)
        }
        for issue in [Int64.min, 0, .max] { _ = terms.expiry(ofIssue: Timestamp(milliseconds: issue)) }
    },
    "lunar-date": { data in
        guard let date = comesBack(data, as: LunarDate.self) else { return }
        precondition((try? LunarDate(CalendarDate(date))) == date, "`\(date)` is not the day that it is")
    },
    "annual-lunar-date": { data in
        guard let date = comesBack(data, as: AnnualLunarDate.self) else { return }
        for leapMonth in LeapMonthRule.allCases {
            _ = date.days(in: LunarYear(2025)!, leapMonth: leapMonth, shortMonth: .lastDay)
        }
    },
    "zone-table": { data in
        guard let zone = comesBack(data, as: ZoneTable.self) else { return }
        for instant in [zone.from, zone.until] + zone.transitions.prefix(8).map(\.instant) {
            guard let date = zone.date(of: instant), let time = zone.time(of: instant) else { continue }
            _ = zone.instant(of: date, at: time, gap: .end, overlap: .later)
            _ = zone.startOfDay(date)
        }
    },
    "holiday": { data in
        guard let holiday = comesBack(data, as: Holiday.self) else { return }
        for text in ["0001-01-01", "2000-02-29", "2026-11-22", "9999-12-31"] {
            let day = CalendarDate(text)!
            _ = try? holiday.nextDay(onOrAfter: day)
            _ = try? holiday.previousDay(onOrBefore: day)
            _ = try? holiday.days(inYear: day.year)
        }
    },
    "weekend": { comeBack($0, as: Weekend.self, WeekdayOfMonth.self, WorkCalendar.self, Observance.self) },
    "reason": { data in
        guard let reason = comesBack(data, as: Reason.self) else { return }
        for language in Language.allCases {
            let books = [Phrasebook.cleaning, .consent, .segmentation]
            _ = reason.text(in: language, from: books[0].merging(books[1]).merging(books[2]))
        }
    },
    "tier": { comeBack($0, as: Tier.self) },
    "consents": { data in
        guard let consents = comesBack(data, as: Consents.self) else { return }
        for change in consents.changes.prefix(8) { _ = consents.finding(on: change.purpose, at: change.at) }
        var twice = consents
        twice.merge(consents)
        precondition(twice == consents, "merging a history with itself changes it")
    },
    "customer-record": { data in
        guard let record = comesBack(data, as: CustomerRecord.self) else { return }
        for text in ["0001-01-01", "2026-11-22", "9999-12-31"] {
            _ = record.birthday?.age(on: CalendarDate(text)!, leapDay: .dayBefore)
        }
    },
    "birthday": { comeBack($0, as: Birthday.self) },
    "contact-preferences": { comeBack($0, as: ContactPreferences.self, QuietHours.self, OptDown.self) },
    "identity-map": { data in
        guard let map = comesBack(data, as: IdentityMap.self) else { return }
        for merge in map.trail.prefix(8) {
            precondition(map.identities(of: merge.smaller) == map.identities(of: merge.greater))
        }
        for customer in map.erased { precondition(map.identity(of: customer) == .erased) }
    },
    "affiliations": { data in
        guard let affiliations = comesBack(data, as: Affiliations.self) else { return }
        for affiliation in affiliations.all.prefix(8) {
            let organization = affiliations.organization(of: affiliation.contact, on: affiliation.from)
            precondition(organization != nil, "`\(affiliation)` is of nobody on its first day")
        }
    },
    "data-use": { data in
        guard let use = comesBack(data, as: DataUse.self) else { return }
        precondition(use.isPermitted == use.finding.isGiven && !use.account().isEmpty)
    },
    "retention": { data in
        comeBack(data, as: LegalHold.self)
        guard let rules = comesBack(data, as: RetentionRules.self) else { return }
        for text in ["0001-01-01", "9999-12-31"] {
            let day = CalendarDate(text)!
            let record = KeptRecord("r", about: "c", kind: .orders, for: [.marketing], on: day)
            _ = rules.finding(on: record, asOf: day).reasons
        }
    },
    "preference": { comeBack($0, as: Preference<Gift.ID>.self) },
    "host-facts": { data in
        guard let series = comesBack(data, as: HostFactSeries.self) else { return }
        for fact in series.facts.prefix(8) {
            precondition(series.reading(on: fact.from) != .neverReported, "`\(fact)` was reported")
        }
    },
    "activity": { data in
        guard let activity = comesBack(data, as: Activity.self) else { return }
        _ = (activity.kind, activity.customer, activity.occurredAt, activity.channel)
    },
    "complaint-steps": { data in
        guard let steps = comesBack(data, as: [ComplaintStep].self) else { return }
        let report = ComplaintReport(on: steps)
        precondition(report == ComplaintReport(on: steps.reversed()), "a report depends on the order of steps")
        let told = report.complaints.reduce(report.rejected.count) { $0 + $1.steps.count }
        precondition(told == Set(steps).count, "a step is lost")
    },
    "verbatim": { comeBack($0, as: Verbatim.self, Sentiment.self, MentionCounts.self, SentimentLabel.self) },
    "gift": { data in
        guard let gift = comesBack(data, as: Gift.self) else { return }
        _ = gift.restrictions.joined(with: gift.restrictions)
        var reach = Reach()
        reach.hasPostalAddress = true
        for text in ["0001-01-01", "9999-12-31"] {
            let day = CalendarDate(text)!
            _ = gift.delivery(to: reach, orderedOn: day, neededBy: day, isCustomized: true)
        }
    },
    "gift-set": { comeBack($0, as: GiftSet.self) },
    "gift-facets": {
        comeBack($0, as: GiftAppeal.self, GiftRestrictions.self, DeliveryOption.self, Customization.self)
        comeBack($0, as: GiftBand.self, PriceBand.self, GiftScenario.self, GiftMessage.self, Share.self)
    },
    "offer": { comeBack($0, as: OfferTerms.self, GiftChoice.self, GiftPart.self) },
    "grant-entries": { data in
        guard let entries = comesBack(data, as: [GrantEntry].self), let first = entries.first else { return }
        guard case .planned(let terms) = first.change else { return }
        var grant = GiftGrant(id: terms.id)
        for entry in entries { try? grant.apply(entry) }
        _ = (grant.held, grant.settled, grant.stockTaken, grant.stands, grant.choice)
        for instant in [Int64.min, 0, .max] { _ = grant.offerTask(at: Timestamp(milliseconds: instant)) }
    },
    "points-entries": { data in
        guard let entries = comesBack(data, as: [PointsEntry].self) else { return }
        var account = PointsAccount(of: "c-1")
        for entry in entries { try? account.apply(entry) }
        precondition(account.balance.available >= 0, "an account is below zero")
    },
    "snapshot": { comeBack($0, as: Snapshot<IdentityMap>.self, Append<PointsEntry>.self) },
    "cut-points": { data in
        guard let points = comesBack(data, as: CutPoints.self) else { return }
        for value in [Int64.min, 0, .max] + points.values.prefix(8) {
            let range = points.range(ofScore: points.score(of: value))
            precondition(range.map { $0.least ?? .min <= value && value <= $0.greatest ?? .max } == true)
        }
    },
    "cut-point-search": checkCutPointSearch,
    "value-counts": checkValueCounts,
    "score-counts": checkScoreCounts,
    "score-rules": checkScoreRules,
    "score-scale": checkScoreScale,
    "score-weights": checkScoreWeights,
    "quadrants": checkQuadrants,
    "purchase-summary": checkPurchaseSummary,
    "purchase-summaries": checkPurchaseSummaries,
    "activity-summary": checkActivitySummary,
    "interaction-summary": checkInteractionSummary,
    "daily-counts": checkDailyCounts,
    "channel-use": checkChannelUse,
    "gift-kind-use": checkGiftKindUse,
    "labels": checkLabels,
    "sensitivity": checkSensitivity,
    "tags": checkTags,
    "engagement-rules": checkEngagementRules,
    "churn-signal-rules": checkChurnSignalRules,
    "promotion-risk": checkPromotionRisk,
    "value-band-rules": checkValueBandRules,
    "stage-rules": checkStageRules,
    "stage-mark": checkStageMark,
    "tier-ladder": checkTierLadder,
    "tier-entries": checkTierEntries,
    "clustering": checkClustering,
    "activity-model": checkActivityModel,
    "population": checkPopulation,
])
