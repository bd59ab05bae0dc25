/// Bytes that only claim to be UTF-8 as such that are.

extension [UInt8] {
  /// With U+FFFD for NUL and for what is no UTF-8, one for each maximal part of a sequence, as
  /// Unicode recommends (15.0, 3.9), and with LF for a CR that no LF follows.
  var repairedUTF8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in String(decoding: self, as: UTF8.self).utf8 {
      if bytes.last == 0x0D, byte != 0x0A { bytes[bytes.count - 1] = 0x0A }
      if byte == 0 { bytes += "\u{FFFD}".utf8 } else { bytes.append(byte) }
    }
    if bytes.last == 0x0D { bytes[bytes.count - 1] = 0x0A }
    return bytes
  }
}
