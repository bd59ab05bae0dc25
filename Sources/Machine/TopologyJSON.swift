/// A topology for programs: JSON.

extension Topology {
  /// The topology on one line:
  ///
  ///     {"packages":1,"cores":2,"pus":3,"online":[0,1,2],"allowed":[0,1,2],"tree":TREE}
  ///
  /// The three counts are of what is online and allowed; `online` and `allowed` are sorted CPU
  /// numbers, `allowed` only of those online too. TREE is nested objects, each with a `type`:
  ///
  ///     {"type":"machine","model":"…","quota":1.5,"children":[
  ///       {"type":"package","index":0,"children":[
  ///         {"type":"numanode","index":0,"children":[
  ///           {"type":"l3","index":0,"bytes":33554432,"children":[
  ///             {"type":"core","index":0,"kind":"P","l2":1048576,"l3":33554432,"children":[
  ///               {"type":"pu","index":3,"online":true,"allowed":true}]}]}]}]}]}
  ///
  /// `numanode` and `l3` objects stand only where some parent has more than one. The index of a PU
  /// or a NUMA node is the kernel's number, others count from 0 over the whole machine; `null` is a
  /// group not known, as the core of an offline CPU. Sizes are in bytes, the quota in cores; what
  /// is not known (model, quota, bytes, kind, l2, l3) is left out.
  package var json: String { value.text }

  /// The same as a value.
  package var value: JSON {
    .object([
      ("packages", .integer(packages)),
      ("cores", .integer(cores)),
      ("pus", .integer(hardwareThreads)),
      ("online", Self.numbers(of: pus.filter(\.isOnline))),
      ("allowed", Self.numbers(of: allowedPUs)),
      ("tree", tree(root)),
    ])
  }

  /// The topology that was written so; nil where something else was.
  package init?(_ json: JSON) {
    guard let tree = json["tree"], let root = Node(tree), root.level == .machine else { return nil }
    self.init(root: root, model: tree["model"]?.word, quota: tree["quota"]?.decimal)
  }

  private static func numbers(of pus: [PU]) -> JSON {
    .array(pus.map(\.osIndex).sorted().map(JSON.integer))
  }

  private func tree(_ node: Node) -> JSON {
    var members: [(String, JSON)] = [("type", .string(Self.type(of: node)))]
    if node.level != .machine {
      members.append(("index", node.index.map(JSON.integer) ?? .null))
    }
    members += facts(of: node.object)
    if node.level != .pu {
      members.append(("children", .array(node.children.map(tree))))
    }
    return .object(members)
  }

  private static func type(of node: Node) -> String {
    switch node.object {
    case .machine: "machine"
    case .package: "package"
    case .numaNode: "numanode"
    case .l3: "l3"
    case .core: "core"
    case .pu: "pu"
    }
  }

  private func facts(of object: Object) -> [(String, JSON)] {
    switch object {
    case .machine: known([("model", model.map(JSON.string)), ("quota", quota.map(JSON.number))])
    case .package, .numaNode: []
    case .l3(_, let bytes): known([("bytes", bytes.map(JSON.integer))])
    case .core(let core):
      known([
        ("kind", core.kind.name.map(JSON.string)), ("l2", core.l2Bytes.map(JSON.integer)),
        ("l3", core.l3Bytes.map(JSON.integer)),
      ])
    case .pu(let pu): [("online", .bool(pu.isOnline)), ("allowed", .bool(pu.isAllowed))]
    }
  }

  private func known(_ facts: [(String, JSON?)]) -> [(String, JSON)] {
    facts.compactMap { name, value in value.map { (name, $0) } }
  }
}

extension Topology.Node {
  fileprivate init?(_ json: JSON) {
    guard let object = Topology.Object(json) else { return nil }
    let children = (json["children"]?.values ?? []).map { Topology.Node($0) }
    guard !children.contains(where: { $0 == nil }) else { return nil }
    self.init(object, children: children.compactMap { $0 })
  }
}

extension Topology.Object {
  fileprivate init?(_ json: JSON) {
    let index = json["index"]?.whole
    switch json["type"]?.word {
    case "machine": self = .machine
    case "package": self = .package(index)
    case "numanode": self = .numaNode(index)
    case "l3": self = .l3(index, bytes: json["bytes"]?.whole)
    case "core":
      let kinds: [String: Topology.CoreKind] = ["P": .performance, "E": .efficiency]
      self = .core(
        Topology.Core(
          number: index, kind: json["kind"]?.word.flatMap { kinds[$0] } ?? .unknown,
          l2Bytes: json["l2"]?.whole, l3Bytes: json["l3"]?.whole))
    case "pu":
      guard let index else { return nil }
      self = .pu(
        Topology.PU(
          osIndex: index, isOnline: json["online"]?.isTrue ?? false,
          isAllowed: json["allowed"]?.isTrue ?? false))
    default: return nil
    }
  }
}
