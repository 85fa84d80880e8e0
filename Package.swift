// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "gift-kit",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "GiftModel", targets: ["GiftModel"]),
        .library(name: "Segmentation", targets: ["Segmentation"]),
        .library(name: "LoyaltyPoints", targets: ["LoyaltyPoints"]),
        .library(name: "GiftPolicy", targets: ["GiftPolicy"]),
        .library(name: "GiftFoundation", targets: ["GiftFoundation"]),
        .library(name: "GiftTesting", targets: ["GiftTesting"]),
    ],
    targets: [
        .target(name: "GiftNumerics"),
        .target(name: "GiftModel", dependencies: ["GiftNumerics"]),
        .target(name: "Segmentation", dependencies: ["GiftModel", "GiftNumerics"]),
        .target(name: "LoyaltyPoints", dependencies: ["GiftModel", "GiftNumerics"]),
        .target(name: "GiftPolicy", dependencies: ["GiftModel", "GiftNumerics", "Segmentation"]),
        .target(name: "GiftFoundation", dependencies: ["GiftModel", "GiftPolicy"]),
        .target(name: "GiftTesting", dependencies: ["GiftModel", "GiftNumerics"]),

        .testTarget(
            name: "GiftNumericsTests",
            dependencies: ["GiftNumerics", "GiftTesting"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "GiftModelTests", dependencies: ["GiftModel", "GiftTesting"], exclude: ["Fixtures"]),
        .testTarget(
            name: "SegmentationTests",
            dependencies: ["GiftModel", "GiftTesting", "Segmentation"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "LoyaltyPointsTests", dependencies: ["GiftModel", "GiftTesting", "LoyaltyPoints"]),
        .target(
            name: "GiftPolicyFixtures",
            dependencies: ["GiftModel", "GiftPolicy", "GiftTesting", "Segmentation"],
            path: "Tests/GiftPolicyFixtures"
        ),
        .testTarget(
            name: "GiftPolicyDocumentTests",
            dependencies: ["GiftModel", "GiftPolicy", "GiftPolicyFixtures", "GiftTesting", "Segmentation"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "GiftPolicyTests",
            dependencies: [
                "GiftModel", "GiftPolicy", "GiftPolicyFixtures", "GiftTesting", "LoyaltyPoints", "Segmentation",
            ]
        ),
        .testTarget(
            name: "GiftFoundationTests",
            dependencies: ["GiftFoundation", "GiftModel", "GiftPolicy"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "GiftTestingTests", dependencies: ["GiftModel", "GiftTesting"]),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
