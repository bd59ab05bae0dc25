/// What keeps a file from becoming a picture, and what is too much of a picture.

package enum PictureError: Error, Equatable, Sendable {
  /// Nothing that is known to be a picture.
  case unknownFormat
  /// A kind of picture that is known by name only: "GIF", "12-bit JPEG".
  case unsupported(String)
  /// The file ends before the picture does.
  case truncated
  case tooManyBytes(Int)
  /// More than `PictureLimits` allow, or than fits into the memory that decoding may take.
  case tooLarge(width: Int, height: Int)
  /// What the library found wrong, in its words.
  case broken(String)
}

package enum PictureLimits {
  /// Of a file; who reads one may stop there.
  package static let bytes = 64 << 20
  package static let side = 20_000
  package static let pixels = 64_000_000
  /// Of all that are decoded for one slide, which takes a second or two.
  package static let pixelsOfSlide = 128_000_000
  /// Of pixels that are in memory at the same time, 64 MiB of them, and of a side of a square of so
  /// many.
  package static let pixelsKept = sideKept * sideKept
  package static let sideKept = 4096
}
