/// What the last runs were and came to, in words.

import DemoKit
import Screen
import Wording

struct TimelineHistory {
  let picture: TimelinePicture

  var runs: [PastRun] {
    picture.state.history.map { PastRun(what($0), numbers($0), $0.verdict) }
  }

  /// `3 × 2,00 с, квант ОС`
  private func what(_ run: TimelineRun) -> String {
    let language = picture.language
    var text = "\(run.options.tasks) × " + language.seconds(run.options.work)
    switch run.options.mode {
    case .seq: break
    case .conc:
      text += picture.words(", quantum ", ", квант ") + picture.quantumName(run.quantum)
    case .par where run.options.place == .os: text += picture.words(", by the system", ", ОС")
    case .par: text += run.options.siblings == .siblings ? picture.words(", SMT", ", SMT") : ""
    }
    return text
  }

  private func numbers(_ run: TimelineRun) -> [String] {
    let language = picture.language
    return [
      picture.words("theory ", "теория ") + picture.range(run.forecast),
      picture.words("measured ", "замер ") + language.seconds(run.makespan),
      "L \(language.decimal(run.begun, 2))", "P \(language.decimal(run.running, 2))",
    ]
  }
}
