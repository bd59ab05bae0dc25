/// What the environment says: variables, the locale's language, where the program lies.

import ArgumentParser
import Glibc
import Screen
import Wording

enum Surroundings {
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The first of the locale variables that says anything.
  static var language: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = variable(name), !locale.isEmpty else { continue }
      return Language(tag: locale) ?? .english
    }
    return .english
  }

  /// `COLORFGBG`, as rxvt and others set it: whether the background is one of the light colours; nil
  /// where it does not say.
  static var isGroundLight: Bool? {
    guard let ground = variable("COLORFGBG")?.split(separator: ";").last else { return nil }
    return UInt8(ground).map { $0 == 7 || $0 == 15 }
  }

  /// A deck that ships with the program: beside the binary, in its share folder, or in the package
  /// that the binary was built in.
  static func shipped(_ deck: String) -> (found: String?, looked: [String]) {
    let name = "slides/" + deck
    guard var folder = executable?.parentFolder else { return (nil, []) }
    var places = [folder + "/" + name, folder.parentFolder + "/share/lectern/" + name]
    for _ in 0..<5 where folder != "/" {
      folder = folder.parentFolder
      places.append(folder + "/" + name)
    }
    return (places.first { access($0, R_OK) == 0 }, places)
  }

  private static var executable: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink("/proc/self/exe", start, buffer.count - 1)
      guard count > 0 else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

extension String {
  fileprivate var parentFolder: String {
    let parent = lastIndex(of: "/").map { String(self[..<$0]) } ?? "."
    return parent.isEmpty ? "/" : parent
  }
}

enum StandardFiles {
  /// Where one is closed, the next file that is opened would be taken for it: something that can be neither
  /// read nor written stands in its place.
  static func fill() {
    for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 {
      _ = open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// Standard output and error, without buffering.
enum Output {
  /// What was asked for. Where it cannot be written whole the program says so and ends with 74: half
  /// a result must not look like one.
  static func print(_ text: String) {
    let problem = write(text, to: STDOUT_FILENO)
    guard problem != 0 else { return }
    complain(
      Phrase("standard output: ", "стандартный вывод: ")(Surroundings.language)
        + Phrase.system(String(cString: strerror(problem)))(Surroundings.language))
    exit(74)
  }

  static func complain(_ text: String) { note("lectern: " + text) }

  /// What it quotes of the command line or the environment drives no terminal either.
  static func note(_ line: String) {
    write(line.withVisibleControls + "\n", to: STDERR_FILENO)
  }

  /// Returns errno, or 0.
  @discardableResult
  private static func write(_ text: String, to file: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return written < 0 ? errno : EIO }
      bytes = bytes.dropFirst(written)
    }
    return 0
  }
}
