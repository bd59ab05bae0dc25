/// Texts in the block font, as pictures.

import Testing

@testable import Typesetting

@Suite struct BlockTextTests {
  /// Rows without the blanks at their ends, which an editor would not keep either.
  private func picture(_ rows: [String]?) -> String {
    (rows ?? []).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  @Test func capitalsAndSmallLetters() {
    #expect(
      picture(BlockText("Ждём & g")?.asciiRows()) == """
        #  #  #         # #            ##
        #  #  #                       #  #
         # # #    ###   ###  #   #    #  #       ####
          ###    #  #  #   # ## ##     ##       #   #
         # # #   #  #  ##### # # #    #  # #    #   #
        #  #  #  #  #  #     #   #    #   #     #   #
        #  #  # ######  ###  #   #     ### #     ####
                #    #                              #
                                                 ###
        """)
  }

  @Test func halves() {
    #expect(
      picture(BlockText("Größe 50%")?.rows(.halves)) == """
         ▄▄▄        ▄ ▄   ▄▄            ▄▄▄▄▄  ▄▄▄   ▄    ▄
        █   ▀ ▄ ▄▄  ▄▄▄  █  █   ▄▄▄     █▄▄▄  █   █ ▀▄▀ ▄▀
        █ ▀▀█ █▀   █   █ █ ▀▀▄ █▄▄▄█        █ █ ▀ █   ▄▀ ▄
        ▀▄▄▄▀ █    ▀▄▄▄▀ █ ▄▄▀ ▀▄▄▄     ▀▄▄▄▀ ▀▄▄▄▀ ▄▀  ▀▄▀
        """)
  }

  @Test func quarters() {
    #expect(
      picture(BlockText("Щука")?.rows(.quarters)) == """
        ▖▗ ▖
        ▌▐ ▌▗ ▗▗ ▖▗▄
        ▌▐ ▌▐ ▐▐▞ ▗▄▌
        ▙▟▄▙▝▄▟▐▝▖▚▄▌
           ▝ ▄▞
        """)
  }

  @Test func wholePixels() {
    #expect(
      picture(BlockText("йj")?.rows(.full)) == """
          ██  ██      ██
            ██
        ██      ██    ██
        ██    ████    ██
        ██  ██  ██    ██
        ████    ██    ██
        ██      ██    ██
                      ██
                  ████
        """)
  }

  @Test func marksAboveAndBelow() {
    #expect(
      picture(BlockText("ĄÉçЙ")?.asciiRows()) == """
                #
               #         # #
                          #
         ###  ####      #   #
        #   # #         #   #
        #   # #     ### #  ##
        ##### ###  #    # # #
        #   # #    #    ##  #
        #   # #    #    #   #
        #   # ####  ### #   #
           #         #
            #       #
        """)
  }

  /// A blank column would tear a hole after Т, but not after Л.
  @Test func letterFitsUnderTheBar() {
    #expect(
      picture(BlockText("ТоЛо")?.asciiRows()) == """
        #####        ###
          #         #  #
          #   ###   #  #  ###
          #  #   #  #  # #   #
          #  #   #  #  # #   #
          #  #   #  #  # #   #
          #   ###  #   #  ###
        """)
  }

  @Test(arguments: [
    ("и\u{306}", "й"), ("Е\u{308}", "Ё"), ("e\u{301}", "é"), ("i\u{308}", "ї"), ("A", "А"),
    ("a\u{328}", "ą"), ("a\u{A0}b", "a b"),
  ])
  func sameInOtherScalars(text: String, same: String) {
    #expect(BlockText(text) == BlockText(same))
    #expect(BlockText(text) != nil)
  }

  @Test(arguments: ["日本", "Й语", "a\nb", "a\tb", "🙂", "a\u{20DD}", "я\u{FE0F}"])
  func notDrawable(text: String) {
    #expect(BlockText(text) == nil)
  }

  @Test(arguments: BlockScale.allCases)
  func rowsAreAsWideAsPromised(scale: BlockScale) throws {
    let texts = [
      "", " ", " \u{301}", "е\u{301}\u{328}", "i", "Ждём у моря погоды", "Ąčěñÿ ", "№ 5 — «…»",
    ]
    for text in texts {
      let block = try #require(BlockText(text))
      #expect(block.rows(scale).allSatisfy { $0.count == block.width(scale) })
      #expect(block.asciiRows().allSatisfy { $0.count == block.width(.halves) })
    }
  }

  /// The heights of what is trimmed at the top and at the bottom.
  @Test(arguments: [("ace", 3, 5), ("Ace", 4, 7), ("agé", 5, 10), ("Éy", 6, 12), (" ", 0, 0)])
  func emptyRowsAreTrimmed(text: String, cells: Int, pixels: Int) {
    #expect(BlockText(text)?.rows(.halves).count == cells)
    #expect(BlockText(text)?.rows(.quarters).count == cells)
    #expect(BlockText(text)?.rows(.full).count == pixels)
  }
}
