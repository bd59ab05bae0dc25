/// The demos that ship with the program, by their names.

import DemoKit

extension DemoCatalog {
  package static let shipped: DemoCatalog = {
    var catalog = DemoCatalog()
    catalog.add(Compare.self)
    catalog.add(Gil.self)
    catalog.add(Scale.self)
    catalog.add(Share.self)
    catalog.add(Timeline.self)
    catalog.add(Tree.self)
    catalog.add(Triangle.self)
    catalog.add(Wait.self)
    return catalog
  }()
}
