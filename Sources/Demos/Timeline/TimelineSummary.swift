/// The first line of the picture: who does what where.

import DemoKit
import Screen
import Wording

struct TimelineSummary {
  let picture: TimelinePicture

  private var choice: TimelineChoice { picture.choice }
  private var language: Language { picture.language }

  /// On one line where there is room.
  var lines: [String] {
    let tasks = language.counted(
      choice.options.tasks, one: Phrase("task", "задача"), few: "задачи",
      many: Phrase("tasks", "задач"))
    let each =
      (choice.options.tasks == 1 ? "T = " : picture.words("of T = ", "по T = "))
      + language.seconds(choice.options.work)
    let whole = ([who, tasks + " " + each] + extras).joined(separator: "  ·  ")
    if whole.columns <= picture.size.columns - 2 { return [whole] }
    let second = [tasks + " " + each] + extras
    return [who, second.joined(room: picture.size.columns - 2, by: "  ·  ")]
  }

  private var who: String {
    let cpu = choice.cpus.first.map(choice.name) ?? "?"
    if choice.allowed.count == 1, choice.options.mode == .par {
      return picture.words(
        "One hardware thread here: no parallelism, watch",
        "Аппаратный поток один, параллельно не бывает: смотрите")
    }
    switch choice.options.mode {
    case .seq where choice.options.place == .os:
      return picture.words(
        "1 software thread, placed by the system", "1 программный поток, место выбирает ОС")
    case .seq:
      return picture.words(
        "1 software thread on 1 hardware thread", "1 программный поток на 1 аппаратном")
        + " (\(cpu))"
    case .conc:
      if choice.isSubstituted {
        return softwareThreads
          + picture.words(
            ": a baton, as pinning is refused", ": эстафета, закрепить нельзя")
      }
      return softwareThreads + picture.words(" on ", " на ") + cpu
    case .par:
      if choice.options.place == .os {
        return softwareThreads + picture.words(", placed by the system", ", место выбирает ОС")
      }
      return softwareThreads + picture.words(" on ", " на ") + hardwareThreads
    }
  }

  private var softwareThreads: String {
    language.counted(
      choice.options.tasks, one: Phrase("software thread", "программный поток"),
      few: "программных потока", many: Phrase("software threads", "программных потоков"))
  }

  private var hardwareThreads: String {
    let one = choice.count % 10 == 1 && choice.count % 100 != 11
    return "\(choice.count) "
      + picture.words(
        choice.count == 1 ? "hardware thread" : "hardware threads",
        one ? "аппаратном" : "аппаратных")
  }

  private var extras: [String] {
    var parts: [String] = []
    if choice.options.mode == .conc {
      parts.append(picture.words("quantum: ", "квант: ") + picture.quantumName(choice.plan.quantum))
    }
    if choice.options.walksCache { parts.append(picture.words("cache", "кэш")) }
    if choice.options.siblings == .siblings, choice.hasSiblings {
      parts.append(picture.words("siblings", "соседи по ядру"))
    }
    if choice.slowest > 1.02 {
      let times = language.decimal(choice.slowest, 1)
      parts.append(picture.words("E cores ×\(times) slower", "E-ядро медленнее в \(times) раза"))
    }
    if let quota = choice.quota {
      let cores = language.decimal(quota, 1)
      parts.append(picture.words("quota: \(cores) cores", "квота: \(cores) ядра"))
    }
    return parts
  }
}
