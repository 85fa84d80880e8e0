import Foundation
import GiftNumerics
import GiftTesting
import Testing

@Suite struct `A power` {
    @Test func `Is within two units in the last place of the platform's`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let exponent = Double.random(in: -1000...1000, using: &random)
            let ofTwo = Exponential.powerOfTwo(exponent)
            #expect(abs(ofTwo - Foundation.exp2(exponent)) <= 2 * ofTwo.ulp, "2^\(exponent)")
            let ofE = Exponential.powerOfE(exponent * 0.7)
            #expect(abs(ofE - Foundation.exp(exponent * 0.7)) <= 2 * ofE.ulp, "e^\(exponent * 0.7)")
            let small = Double.random(in: -1...1, using: &random)
            #expect(abs(Exponential.powerOfTwo(small) - Foundation.exp2(small)) <= 2 * Foundation.exp2(small).ulp)
            #expect(abs(Exponential.powerOfE(small) - Foundation.exp(small)) <= 2 * Foundation.exp(small).ulp)
        }
    }

    @Test func `Of two is exact at whole numbers, down to the smallest and up to the greatest`() {
        for exponent in -1074...1023 {
            let exact = Double(sign: .plus, exponent: exponent, significand: 1)
            #expect(Exponential.powerOfTwo(Double(exponent)) == exact)
        }
        #expect(Exponential.powerOfTwo(-1076) == 0)
        #expect(Exponential.powerOfTwo(1024) == .infinity)
    }

    @Test func `Has the bits that it has everywhere`() {
        #expect(Exponential.powerOfE(1) == 2.7182818284590455)
        #expect(Exponential.powerOfE(0) == 1)
        #expect(Exponential.powerOfTwo(0.5) == 1.414213562373095)
        #expect(Exponential.powerOfTwo(-0.5) == 0.7071067811865475)
    }

    @Test func `Runs out at both ends and passes on what is no number`() {
        #expect(Exponential.powerOfE(-.infinity) == 0)
        #expect(Exponential.powerOfE(-800) == 0)
        #expect(Exponential.powerOfE(800) == .infinity)
        #expect(Exponential.powerOfE(.infinity) == .infinity)
        #expect(Exponential.powerOfE(.nan).isNaN)
        #expect(Exponential.powerOfTwo(.nan).isNaN)
        #expect(Exponential.powerOfTwo(-.infinity) == 0)
        #expect(Exponential.scaled(1, byPowerOfTwo: 5000) == .infinity)
        #expect(Exponential.scaled(1, byPowerOfTwo: -5000) == 0)
        #expect(Exponential.scaled(0x1p-1074, byPowerOfTwo: 2097) == 0x1p1023)
    }
}

@Suite struct `A decay` {
    @Test(arguments: [1, 7, 14, 30, 90, 365])
    func `Halves exactly after each half-life and never rises`(days: Int) {
        let decay = HalfLifeDecay(halfLifeInDays: days)
        #expect(decay.halfLifeInDays == days)
        var previous = Double.infinity
        for day in 0..<1000 * days where day < 40 * days || day % days == 0 {
            let factor = decay.factor(afterDays: day)
            if day % days == 0 { #expect(factor == Double(sign: .plus, exponent: -day / days, significand: 1)) }
            #expect(factor < previous)
            previous = factor
        }
    }

    @Test func `Is two to the power of minus the half-lives`() {
        let decay = HalfLifeDecay(halfLifeInDays: 30)
        for day in 0..<3000 {
            let power = Foundation.pow(2, -Double(day) / 30)
            #expect(abs(decay.factor(afterDays: day) - power) <= 1e-14 * power)
        }
        #expect(decay.factor(afterDays: .max) == 0)
    }

    @Test func `Says when something falls below one`() {
        let decay = HalfLifeDecay(halfLifeInDays: 30)
        #expect(decay.days(untilBelowOneFrom: 1) == 1)
        #expect(decay.days(untilBelowOneFrom: 16) == 121)
        #expect(decay.days(untilBelowOneFrom: 1.5) == 18)
        #expect(HalfLifeDecay(halfLifeInDays: 1).days(untilBelowOneFrom: 1.5) == 1)
        for tenths in 10..<2000 {
            let ratio = Double(tenths) / 10
            let day = decay.days(untilBelowOneFrom: ratio)
            #expect(ratio * decay.factor(afterDays: day) < 1)
            #expect(ratio * decay.factor(afterDays: day - 1) >= 1)
        }
        #expect(decay == HalfLifeDecay(halfLifeInDays: 30))
        #expect(decay.hashValue == HalfLifeDecay(halfLifeInDays: 30).hashValue)
        #expect(decay != HalfLifeDecay(halfLifeInDays: 31))
    }
}
