/// What a watch hears of: files by whatever name they have, links that are turned, folders that go and
/// come.

import Glibc
import Staging
import Testing

/// A folder with whatever is put into it, gone with its test.
private final class Tree {
  let path: String

  init() {
    var name = Array("/tmp/lectern-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&name))
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    guard let folder = opendir(path) else { return }
    var inner: [String] = []
    while let entry = readdir(folder) {
      inner.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    closedir(folder)
    for name in inner where name != "." && name != ".." { remove(path + "/" + name) }
    rmdir(path)
  }

  func place(_ name: String) -> String { path + "/" + name }
  func folder(_ name: String) { mkdir(place(name), 0o755) }
  func link(_ name: String, to target: String) { symlink(target, place(name)) }
  func move(_ name: String, to other: String) { rename(place(name), place(other)) }

  func write(_ name: String, _ text: String = "text") {
    guard let file = fopen(place(name), "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  /// The way here from where the program was started.
  var relative: String {
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    let steps = String(cString: here).split(separator: "/").count
    return String(repeating: "../", count: steps) + path.dropFirst()
  }
}

/// Whether the watch has heard of a change of its files by now.
private func hears(_ watch: FileWatch) -> Bool {
  guard let descriptor = watch.descriptor else { return false }
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&polled, 1, 0) == 1 && watch.hear()
}

@Suite struct `What a watch over files hears of` {
  @Test func `every name of a folder, whichever was there first`() {
    for number in 0..<8 {
      let tree = Tree()
      let names = ["deck\(number).md", "part\(number).md", "later\(number).png"]
      let watch = FileWatch()
      // As a deck is named on the command line, and what it includes.
      watch.follow([
        "./" + tree.relative + "/" + names[0], tree.relative + "//" + names[1],
        tree.path + "/./" + names[2],
      ])
      for name in names + names {
        tree.write(name)
        #expect(hears(watch), "\(name)")
        #expect(!hears(watch))
      }
      tree.write("another")
      #expect(!hears(watch))
    }
  }

  @Test func `a link that is turned, and then what it leads to`() {
    let tree = Tree()
    for version in ["v1", "v2"] {
      tree.folder(version)
      tree.write(version + "/x.md")
    }
    tree.link("stage", to: "v1")
    tree.link("cur", to: tree.place("stage"))
    let watch = FileWatch()
    watch.follow([tree.place("cur/x.md")])
    tree.write("v1/x.md")
    #expect(hears(watch))
    // as it is done so that there is never none
    tree.link("next", to: "v2")
    tree.move("next", to: "stage")
    #expect(hears(watch))
    tree.write("v1/x.md")
    #expect(!hears(watch))
    tree.write("v2/x.md")
    #expect(hears(watch))
    tree.link("next", to: "v1")
    tree.move("next", to: "cur")
    #expect(hears(watch))
    tree.write("v1/x.md")
    #expect(hears(watch))
    #expect(!watch.mustLook)
  }

  @Test func `links that lead to each other lead nowhere`() {
    let tree = Tree()
    tree.link("a", to: "b")
    tree.link("b", to: "a")
    let watch = FileWatch()
    watch.follow([tree.place("a/x.md")])
    unlink(tree.place("b"))
    #expect(hears(watch))
    tree.folder("b")
    #expect(hears(watch))
    tree.write("b/x.md")
    #expect(hears(watch))
  }

  @Test func `a folder that has gone and comes back, without looking for it`() {
    let tree = Tree()
    tree.folder("inner")
    tree.write("inner/c.md")
    let watch = FileWatch()
    watch.follow([tree.place("inner/c.md")])
    tree.move("inner", to: "moved")
    #expect(hears(watch))
    #expect(!watch.mustLook)
    tree.write("moved/c.md")
    #expect(!hears(watch))
    tree.move("moved", to: "inner")
    #expect(hears(watch))
    tree.write("inner/c.md")
    #expect(hears(watch))
    unlink(tree.place("inner/c.md"))
    rmdir(tree.place("inner"))
    #expect(hears(watch))
    tree.folder("inner")
    #expect(hears(watch))
    tree.write("inner/c.md")
    #expect(hears(watch))
    #expect(!watch.mustLook)
  }

  @Test func `a file whose folders are not there yet`() {
    let tree = Tree()
    let watch = FileWatch()
    watch.follow([tree.place("deep/inner/p.png")])
    #expect(!watch.mustLook)
    tree.folder("deep")
    tree.folder("deep/inner")
    #expect(hears(watch))
    tree.write("deep/inner/p.png")
    #expect(hears(watch))
  }

  @Test func `a whole folder that is made anew`() {
    let tree = Tree()
    tree.folder("whole")
    let watch = FileWatch()
    watch.followFolder(tree.place("whole"))
    tree.write("whole/one")
    #expect(hears(watch))
    tree.write("beside")
    #expect(!hears(watch))
    unlink(tree.place("whole/one"))
    rmdir(tree.place("whole"))
    #expect(hears(watch))
    tree.folder("whole")
    #expect(hears(watch))
    tree.write("whole/two")
    #expect(hears(watch))
  }
}
