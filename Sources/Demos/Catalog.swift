/// The demos that ship with the program, by their names.

import DemoKit

extension DemoCatalog {
  package static let shipped: DemoCatalog = {
    var catalog = DemoCatalog(
      announced: ["gil", "scale", "triangle"])
    catalog.add(Compare.self)
    catalog.add(Share.self)
    catalog.add(Timeline.self)
    catalog.add(Tree.self)
    catalog.add(Wait.self)
    return catalog
  }()
}
