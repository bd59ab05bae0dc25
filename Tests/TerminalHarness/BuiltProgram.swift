/// Where the programs of this package lie: beside the one that is running.

import Glibc

/// The path of another product of the same build, such as `lectern` beside its tests.
package func builtProgram(named name: String) -> String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = max(readlink("/proc/self/exe", &path, path.count), 0)
  let own = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  return own.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(name)"
}
