/// Which letters look like others, and which are a letter with a mark.

enum BlockComposition {
  /// The letter that is drawn in place of this one.
  static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    for (letters, models) in twins {
      if let model = counterpart(of: scalar, letters, models) { return model }
    }
    return nil
  }

  /// The letter and the mark that this one consists of.
  static func parts(of scalar: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
    for (mark, letters, bases) in marked {
      if let base = counterpart(of: scalar, letters, bases) { return (base, mark) }
    }
    return nil
  }

  /// The letter without the dot that a mark above it replaces.
  static func bare(_ letter: Unicode.Scalar, under mark: Unicode.Scalar) -> Unicode.Scalar {
    let isBelow = mark == "¸" || mark == "˛"
    return (isBelow ? nil : counterpart(of: letter, "iіjј", "ııȷȷ")) ?? letter
  }

  /// The key of a combining mark in the sheets.
  static func mark(combining scalar: Unicode.Scalar) -> Unicode.Scalar? {
    counterpart(
      of: scalar,
      "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}\u{30B}\u{30C}",
      "`´ˆ˜¯˘˙¨˚˝ˇ") ?? counterpart(of: scalar, "\u{326}\u{327}\u{328}", "¸¸˛")
  }

  private static func counterpart(
    of scalar: Unicode.Scalar, _ from: String, _ to: String
  ) -> Unicode.Scalar? {
    zip(from.unicodeScalars, to.unicodeScalars).first { $0.0 == scalar }?.1
  }

  static let twins: [(String, String)] = [
    ("АВЕІЈКМНОРСТХЅ", "ABEIJKMHOPCTXS"),
    ("аеіјорсухѕ", "aeijopcyxs"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("ΓΠΦκνοφ", "ГПФкvoф"),
    ("Đµ\u{2126}", "Ðμ\u{3A9}"),
    ("\u{A0}\u{202F}\u{2009}", "   "),
    ("‚\u{2010}\u{2011}", ",--"),
  ]

  static let marked: [(Unicode.Scalar, String, String)] = [
    ("`", "ÀÈÌÒÙǸẀỲàèìòùǹẁỳЀЍѐѝ", "AEIOUNWYaeiounwyЕИеи"),
    ("´", "ÁÉÍÓÚÝĆĹŃŔŚŹẂǴáéíóúýćńŕśźẃǵЃЌѓќ", "AEIOUYCLNRSZWGaeiouycnrszwgГКгк"),
    ("´", "ĺģḱΆΈΉΊΌΎΏάέήίόύώ", "lgkΑΕΗΙΟΥΩαεηιουω"),
    ("ˆ", "ÂÊÎÔÛĈĜĤĴŜŴŶâêîôûĉĝĥĵŝŵŷ", "AEIOUCGHJSWYaeioucghjswy"),
    ("˜", "ÃÑÕĨŨãñõĩũ", "ANOIUanoiu"),
    ("¨", "ÄËÏÖÜŸẄäëïöüÿẅЁЇёї", "AEIOUYWaeiouywЕІеі"),
    ("¨", "ΪΫϊϋ", "ΙΥιυ"),
    ("˚", "ÅŮåů", "AUau"),
    ("ˇ", "ČĎĚŇŘŠŤŽǍǏǑǓǦčěňřšžǎǐǒǔǧ", "CDENRSTZAIOUGcenrszaioug"),
    ("˘", "ĂĔĞĬŎŬăĕğĭŏŭЎЙўйӁӂ", "AEGIOUaegiouУИуиЖж"),
    ("¯", "ĀĒĪŌŪȲāēīōūȳӢӣӮӯ", "AEIOUYaeiouyИиУу"),
    ("˙", "ĊĖĠİŻȦĊċėġżȧ", "CEGIZACcegza"),
    ("˝", "ŐŰőű", "OUou"),
    ("¸", "ÇŞŢĢĶĻŅŖȘȚçşţķļņŗșț", "CSTGKLNRSTcstklnrst"),
    ("˛", "ĄĘĮŲąęįų", "AEIUaeiu"),
    ("’", "ďľťĽ", "dltL"),
  ]
}
