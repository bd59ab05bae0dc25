/// Looks at the tree's threads as a recording keeps them.

import DemoKit
import Machine

extension TreeSample: RecordableSample {
  package var json: JSON {
    .object([
      (
        "wanderers",
        .array(
          wanderers.map {
            .array([
              .integer($0.cpu), .integer($0.id), .integer($0.migrations), .bool($0.strayed),
            ])
          })
      ),
      ("probed", probed.map { .integer($0) } ?? .null), ("crew", crew.json),
    ])
  }

  package init?(_ json: JSON) {
    guard let entries = json["wanderers"]?.values, let crew = json["crew"].flatMap(CrewSample.init)
    else { return nil }
    let wanderers = entries.compactMap { entry -> Wanderer? in
      guard let own = entry.values, own.count == 4, let cpu = own[0].whole, let id = own[1].whole,
        let migrations = own[2].whole
      else { return nil }
      return Wanderer(cpu: cpu, id: id, migrations: migrations, strayed: own[3].isTrue)
    }
    guard wanderers.count == entries.count else { return nil }
    self.init(wanderers: wanderers, probed: json["probed"]?.whole, crew: crew)
  }

  package var withoutNews: TreeSample {
    TreeSample(wanderers: wanderers, probed: probed, crew: crew.withoutNews)
  }
}
