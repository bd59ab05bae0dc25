/// Short codes of emoji (stub until the table is in).

enum EmojiNames {
  static func replacing(in text: String) -> String { text }
}
