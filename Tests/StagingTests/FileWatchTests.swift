/// What a watch hears of: files by whatever name they have, links that are turned, folders that go and
/// come.

import Glibc
import Staging
import TemporaryFiles
import Testing

extension TemporaryFolder {
  /// The way here from where the program was started.
  fileprivate var relative: String {
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
      let tree = TemporaryFolder()
      let names = ["deck\(number).md", "part\(number).md", "later\(number).png"]
      let watch = FileWatch()
      // As a deck is named on the command line, and what it includes.
      watch.follow([
        "./" + tree.relative + "/" + names[0], tree.relative + "//" + names[1],
        tree.path + "/./" + names[2],
      ])
      for name in names + names {
        tree.write("text", as: name)
        #expect(hears(watch), "\(name)")
        #expect(!hears(watch))
      }
      tree.write("text", as: "another")
      #expect(!hears(watch))
    }
  }

  @Test func `a link that is turned, and then what it leads to`() {
    let tree = TemporaryFolder()
    for version in ["v1", "v2"] {
      tree.makeFolder(version)
      tree.write("text", as: version + "/x.md")
    }
    tree.link("stage", to: "v1")
    tree.link("cur", to: tree.place("stage"))
    let watch = FileWatch()
    watch.follow([tree.place("cur/x.md")])
    tree.write("text", as: "v1/x.md")
    #expect(hears(watch))
    // as it is done so that there is never none
    tree.link("next", to: "v2")
    tree.move("next", to: "stage")
    #expect(hears(watch))
    tree.write("text", as: "v1/x.md")
    #expect(!hears(watch))
    tree.write("text", as: "v2/x.md")
    #expect(hears(watch))
    tree.link("next", to: "v1")
    tree.move("next", to: "cur")
    #expect(hears(watch))
    tree.write("text", as: "v1/x.md")
    #expect(hears(watch))
    #expect(!watch.mustLook)
  }

  @Test func `links that lead to each other lead nowhere`() {
    let tree = TemporaryFolder()
    tree.link("a", to: "b")
    tree.link("b", to: "a")
    let watch = FileWatch()
    watch.follow([tree.place("a/x.md")])
    unlink(tree.place("b"))
    #expect(hears(watch))
    tree.makeFolder("b")
    #expect(hears(watch))
    tree.write("text", as: "b/x.md")
    #expect(hears(watch))
  }

  @Test func `a folder that has gone and comes back, without looking for it`() {
    let tree = TemporaryFolder()
    tree.makeFolder("inner")
    tree.write("text", as: "inner/c.md")
    let watch = FileWatch()
    watch.follow([tree.place("inner/c.md")])
    tree.move("inner", to: "moved")
    #expect(hears(watch))
    #expect(!watch.mustLook)
    tree.write("text", as: "moved/c.md")
    #expect(!hears(watch))
    tree.move("moved", to: "inner")
    #expect(hears(watch))
    tree.write("text", as: "inner/c.md")
    #expect(hears(watch))
    unlink(tree.place("inner/c.md"))
    rmdir(tree.place("inner"))
    #expect(hears(watch))
    tree.makeFolder("inner")
    #expect(hears(watch))
    tree.write("text", as: "inner/c.md")
    #expect(hears(watch))
    #expect(!watch.mustLook)
  }

  @Test func `a file whose folders are not there yet`() {
    let tree = TemporaryFolder()
    let watch = FileWatch()
    watch.follow([tree.place("deep/inner/p.png")])
    #expect(!watch.mustLook)
    tree.makeFolder("deep")
    tree.makeFolder("deep/inner")
    #expect(hears(watch))
    tree.write("text", as: "deep/inner/p.png")
    #expect(hears(watch))
  }

  @Test func `a whole folder that is made anew`() {
    let tree = TemporaryFolder()
    tree.makeFolder("whole")
    let watch = FileWatch()
    watch.followFolder(tree.place("whole"))
    tree.write("text", as: "whole/one")
    #expect(hears(watch))
    tree.write("text", as: "beside")
    #expect(!hears(watch))
    unlink(tree.place("whole/one"))
    rmdir(tree.place("whole"))
    #expect(hears(watch))
    tree.makeFolder("whole")
    #expect(hears(watch))
    tree.write("text", as: "whole/two")
    #expect(hears(watch))
  }
}
