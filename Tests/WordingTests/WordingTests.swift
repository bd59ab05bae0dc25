/// Numbers, plurals and suggestions in both languages.

import Testing
import Wording

@Suite struct `Wording` {
  @Test func `Russian numbers have a comma and thousands apart`() {
    #expect(Language.russian.decimal(6.025, 2) == "6,03")
    #expect(Language.russian.grouped(361_000) == "361 000")
    #expect(Language.russian.percent(0.9963) == "99,6 %")
    #expect(Language.english.percent(0.9963) == "99.6%")
    #expect(Language.russian.decimal(-0.001, 1) == "0,0")
    #expect(Language.english.decimal(-12.34, 1) == "−12.3")
    #expect(Language.russian.signedPercent(-1e-17) == "+0,0 %")
    #expect(Language.russian.signedPercent(-0.021) == "−2,1 %")
  }

  @Test func `nouns follow their numbers`() {
    let tasks = [1, 2, 5, 11, 21, 22, 112].map {
      Language.russian.counted(
        $0, one: Phrase("task", "задача"), few: "задачи", many: Phrase("tasks", "задач"))
    }
    #expect(
      tasks == [
        "1 задача", "2 задачи", "5 задач", "11 задач", "21 задача", "22 задачи", "112 задач",
      ])
  }

  @Test func `a misspelt name finds its neighbour, a foreign one nobody`() {
    let names = ["compare", "share", "timeline", "tree"]
    #expect(nearestName(to: "timelime", among: names) == "timeline")
    #expect(nearestName(to: "teer", among: names) == "tree")
    #expect(nearestName(to: "кофе", among: names) == nil)
    #expect(nearestName(to: "onc", among: ["off", "on", "once"]) == "once")
  }

  @Test func `a locale's name tells its language`() {
    #expect(Language(tag: "ru_RU.UTF-8") == .russian)
    #expect(Language(tag: "en-GB") == .english)
    #expect(Language(tag: "C.UTF-8") == nil)
  }
}
