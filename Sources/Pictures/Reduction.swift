/// How small a picture is made, and how much of that libjpeg does.

struct Reduction {
  /// The size of what a decoder hands over, and what is made of it.
  let arriving: (width: Int, height: Int)
  let kept: (width: Int, height: Int)
  /// How many times smaller it is decoded.
  let shrink: Int

  init(_ header: PictureHeader, within most: Int) {
    let (width, height) = (header.storedWidth, header.storedHeight)
    let kept = Self.kept(width, height, most)
    let arriving = { (shrink: Int) in
      (width: (width + shrink - 1) / shrink, height: (height + shrink - 1) / shrink)
    }
    let shrinks = header.format == .jpeg ? [8, 4, 2] : []
    shrink =
      shrinks.first {
        arriving($0).width >= kept.width && arriving($0).height >= kept.height
      } ?? 1
    (self.arriving, self.kept) = (arriving(shrink), kept)
  }

  private static func kept(_ width: Int, _ height: Int, _ most: Int) -> (width: Int, height: Int) {
    let longer = max(width, height)
    guard longer > most else { return (width, height) }
    return (max(1, width * most / longer), max(1, height * most / longer))
  }
}
