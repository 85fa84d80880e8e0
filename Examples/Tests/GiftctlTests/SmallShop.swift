import Foundation

/// The files of a very small shop in a folder of their own, without a fault until a test puts one in.
final class SmallShop {
    let folder: URL

    var out: URL { folder.appending(path: "out") }

    static let orders = """
        order_id,customer_id,placed_at,kind,total,units,country,currency
        1,ann,2011-01-05T10:00:00,sale,1500.00,10,France,GBP
        2,bob,2011-12-01T10:00:00,sale,20.00,1,France,GBP
        R3,ann,2011-01-09T10:00:00,return,-10.00,-1,France,GBP

        """

    static let gifts = """
        gift,name_en,name_zh,kind,cost,currency,stock,tiers,occasions
        cup,"Cup, blue",蓝杯子,physical,5.00,GBP,3,,
        card,Card,卡片,physical,1.00,GBP,3,standard|silver,welcome

        """

    init() throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "small-shop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(Self.orders, to: "orders.csv")
        try write(Self.gifts, to: "gifts.csv")
        try write(Self.bundledPolicy, to: "policy.json")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let data = URL(filePath: #filePath).appending(path: "../../../Data/online-retail").standardizedFileURL

    private static var bundledPolicy: String {
        get throws { try String(contentsOf: data.appending(path: "policy.json"), encoding: .utf8) }
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: file))
    }

    /// Replaces the first `found` in `file`, which must hold it.
    func replace(_ found: String, in file: String, with replacement: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        precondition(text.contains(found), "\(file) does not hold \(found)")
        try write(text.replacing(found, with: replacement, maxReplacements: 1), to: file)
    }

    func run(_ command: String = "plan", _ arguments: String...) throws -> Run {
        let out = command == "plan" ? ["--out", out.path] : []
        return try Run([command, "--data", folder.path] + out + arguments)
    }
}
