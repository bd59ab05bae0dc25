/// Short codes in, emoji out.

import Markup
import Testing

@Suite struct `Short codes of emoji` {
  @Test(arguments: [
    ("rocket", "🚀"), ("+1", "👍"), ("-1", "👎"), ("thumbsup", "👍"), ("thumbsdown", "👎"),
    ("white_check_mark", "✅"), ("heavy_check_mark", "✔\u{FE0F}"), ("x", "❌"), ("tada", "🎉"),
    ("warning", "⚠\u{FE0F}"), ("bulb", "💡"), ("fire", "🔥"), ("zap", "⚡"), ("eyes", "👀"),
    ("ru", "🇷🇺"), ("us", "🇺🇸"), ("kazakhstan", "🇰🇿"), ("100", "💯"), ("1234", "🔢"), ("e-mail", "📧"),
    ("man_technologist", "👨\u{200D}💻"), ("arrow_right", "➡\u{FE0F}"), ("zzz", "💤"),
    ("england", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"), ("apple", "🍎"),
    ("one", "1\u{FE0F}\u{20E3}"), ("snake", "🐍"), ("gear", "⚙\u{FE0F}"), ("lock", "🔒"),
  ])
  func `are GitHub's`(name: String, emoji: String) {
    #expect(same(EmojiNames.emoji(named: name), emoji), "\(name)")
  }

  @Test(arguments: [
    ("flag-ru", "🇷🇺"), ("thinking_face", "🤔"), ("large_green_circle", "🟢"),
    ("man-shrugging", "🤷‍♂️"),
    ("hugging_face", "🤗"), ("ladybug", "🐞"), ("female-technologist", "👩‍💻"),
  ])
  func `may be Slack's where GitHub has none`(name: String, emoji: String) {
    #expect(same(EmojiNames.emoji(named: name), emoji), "\(name)")
  }

  @Test(arguments: ["", "Rocket", "rocket ", ":rocket:", "rocke", "rockets", "ракета", "=", "a=🅰️"])
  func `that nobody knows are none`(name: String) {
    #expect(EmojiNames.emoji(named: name) == nil)
  }

  @Test func `are all there, as the packages have them`() {
    #expect(entries(of: EmojiNames.table).count == 1913)
    #expect(checksum(of: EmojiNames.table) == 0xD6F2_6CAC_346C_1444)
    expectSorted(EmojiNames.table)
    #expect(entries(of: EmojiNames.slackTable).count == 611)
    #expect(checksum(of: EmojiNames.slackTable) == 0xE019_9FAE_3DC1_E6B4)
    expectSorted(EmojiNames.slackTable)
  }

  @Test func `are each found by their names, alone and in a text`() {
    for entry in entries(of: EmojiNames.table) + entries(of: EmojiNames.slackTable) {
      #expect(same(EmojiNames.emoji(named: entry.name), entry.text), "\(entry.name)")
      #expect(same(EmojiNames.replacing(in: ":\(entry.name):"), entry.text), "\(entry.name)")
    }
  }
}

@Suite struct `Short codes in a text` {
  @Test(arguments: [
    (":rocket:", "🚀"), ("Поехали :rocket:!", "Поехали 🚀!"), ("(:+1:)", "(👍)"),
    (":tada::rocket: :x:", "🎉🚀 ❌"), (":+1:/:-1:", "👍/👎"), ("—:zap:—", "—⚡—"),
    (":unknown: :zap:", ":unknown: ⚡"), (": :zap: :", ": ⚡ :"), ("key: :zap:", "key: ⚡"),
    ("«:zap:»\n:zap:\t:zap:", "«⚡»\n⚡\t⚡"), (":zap: 10:30:45", "⚡ 10:30:45"),
    (":not one:zap: :zap:", ":not one:zap: ⚡"), (":tada::no_such: :zap:", ":tada::no_such: ⚡"),
  ])
  func `are replaced`(text: String, replaced: String) {
    #expect(same(EmojiNames.replacing(in: text), replaced), "\(text)")
  }

  @Test(arguments: [
    "", "no colon", ":", "::", ":::", ":rocket", "rocket:", "10:30:45", "10:100:30", "1:100:",
    "a::b::c", "::b::", "std::map", "http://x:80:", "http://x:100:", "a:b:c", "word:zap:",
    ":zap:word", "слово:zap:", ":zap:слово", "_:zap:", ":zap:_", ":zap::", "::zap:", ":Zap:",
    ": zap :", ":zap :", ":zap:zap:", "²:zap:", ":tada::zap:x", ":🚀:", ":unknown:", "[::1:8:]",
  ])
  func `stay where colons mean something else`(text: String) {
    #expect(same(EmojiNames.replacing(in: text), text))
  }

  @Test(.timeLimit(.minutes(1))) func `are found in the time that reading takes`() {
    let count = 20_000
    for part in [":", ":a", ":zap:", ":zap", "a:", ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
      let text = String(repeating: part, count: count)
      let replaced = EmojiNames.replacing(in: text)
      #expect(replaced == (part == ":zap:" ? String(repeating: "⚡", count: count) : text))
    }
    // One chain that its end spoils: not to be tried again from each of its links.
    let spoilt = String(repeating: ":zap:", count: count) + "x"
    #expect(EmojiNames.replacing(in: spoilt) == spoilt)
  }
}
