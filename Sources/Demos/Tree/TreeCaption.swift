/// What is said below the tree: the chain of numbers, what letters mean, what a branch did.

import DemoKit
import Machine
import Screen
import Wording

struct TreeCaption {
  let picture: TreePicture

  private var state: TreeState { picture.state }
  private var palette: DemoPalette { picture.palette }
  private var topology: Topology { picture.topology }

  /// What there is room for: paragraphs are told whole or not at all.
  func lines(room: Int) -> [TreePicture.Drawing] {
    if state.isPruned || picture.demo.shape != .full { return Array(pathLines.prefix(room)) }
    return fullParagraphs.reduce(into: []) { rows, paragraph in
      if rows.count + paragraph.count <= room { rows += paragraph }
    }
  }

  private func lines(_ text: String, _ style: Style) -> [TreePicture.Drawing] {
    text.wrapped(to: picture.size.columns - 2).map { part in
      { canvas in canvas.put(part, at: Point(row: 0, column: 1), style) }
    }
  }

  // MARK: The whole tree

  private var fullParagraphs: [[TreePicture.Drawing]] {
    var paragraphs = [lines(chain, palette.text)]
    if state.grown > topology.levels.count { paragraphs.append(lines(meaning, palette.faint)) }
    if let outcome = state.outcome, state.showsOwn { paragraphs.append([verdict(outcome)]) }
    if topology.isSMT, state.grown >= topology.levels.count {
      paragraphs.append(lines(siblings, palette.faint))
    }
    if state.showsOwn, let model = topology.model {
      paragraphs.append(lines(model.fitted(to: picture.size.columns - 2), palette.faint))
    }
    return paragraphs
  }

  /// `1 компьютер → 2 процессора → 8 ядер → 16 аппаратных потоков → 24 программных`
  private var chain: String {
    let language = picture.language
    let parts = [
      language.counted(
        1, one: Phrase("computer", "компьютер"), few: "компьютера",
        many: Phrase("computers", "компьютеров")),
      language.counted(
        topology.packages, one: Phrase("processor", "процессор"), few: "процессора",
        many: Phrase("processors", "процессоров")),
      language.counted(
        topology.cores, one: Phrase("core", "ядро"), few: "ядра", many: Phrase("cores", "ядер")),
      language.counted(
        topology.hardwareThreads, one: Phrase("hardware thread", "аппаратный поток"),
        few: "аппаратных потока", many: Phrase("hardware threads", "аппаратных потоков")),
      language.counted(
        state.threadCount, one: Phrase("software", "программный"), few: "программных",
        many: Phrase("software", "программных")),
    ]
    return parts.prefix(min(parts.count, shownParts)).joined(separator: " → ")
  }

  /// No more numbers than levels have grown.
  private var shownParts: Int {
    let levels = topology.levels.filter { $0 != .numaNode && $0 != .l3 }.count
    return state.grown > topology.levels.count ? 5 : min(state.grown, levels)
  }

  private var siblings: String {
    let each = topology.root.nodes(at: .core).map { $0.pus.count }.max() ?? 2
    return picture.words(
      "SMT (Intel calls it Hyper-Threading): \(each) hardware threads share a core",
      "SMT (у Intel — Hyper-Threading): аппаратных потоков на ядро — \(each)")
  }

  private var meaning: String {
    if state.showsOwn, topology.hardwareThreads == 1 {
      return picture.words("the tree has become a branch", "дерево вырождено в ветку")
    }
    if state.showsOwn {
      let hops = picture.language.grouped(state.wanderers.map(\.migrations).reduce(0, +))
      return picture.words(
        "letters are live threads where they last ran; moves so far: \(hops)",
        "буквы — живые потоки там, где исполнялись последними; переездов: \(hops)")
    }
    return picture.words(
      "letters are drawn threads; on this machine (o) they are alive and measured",
      "буквы — учебные потоки; на своей машине (o) они живые: место — замер")
  }

  private func verdict(_ outcome: DemoOutcome) -> TreePicture.Drawing {
    let seated = "\(state.probed ?? 0)"
    let all = "\(topology.allowedPUs.count)"
    let text = picture.words(
      "probe: \(seated) of \(all) sat where they were pinned",
      "проба: сели, куда просили, — \(seated) из \(all)")
    return { canvas in
      let end = canvas.put(text, at: Point(row: 0, column: 1), palette.faint)
      let worst = outcome.verdicts.map(\.verdict).first { $0 != .confirmed } ?? .confirmed
      let words = canvas.ascii ? worst.asciiSign : worst.words(picture.language)
      if end + words.columns + 2 < canvas.size.columns {
        canvas.putRight(words, row: 0, inset: 1, palette.style(of: worst))
      }
    }
  }

  // MARK: A branch

  private var pathLines: [TreePicture.Drawing] {
    guard state.showsOwn else {
      return lines(
        picture.words(
          "teaching topology: tasks run on this machine (o)",
          "учебная топология: задачи пускают на своей машине (o)"), palette.faint)
    }
    return [{ drawTasks(on: &$0) }, { _ in }]
      + picture.demo.branch(state).prefix(3).map { cpu in { drawCPU(cpu, on: &$0) } }
      + [{ drawRest(on: &$0) }] + lines(summary, palette.faint)
      + (state.outcome.map { [verdict($0)] } ?? [])
  }

  private var plan: CrewPlan { picture.demo.pathPlan(state) }

  private func drawTasks(on canvas: inout Canvas) {
    let isChain = plan.members.count == 1
    var column = canvas.put(
      picture.words("tasks", "задачи"), at: Point(row: 0, column: 1), palette.text)
    column = max(column + 2, TreePicture.margin)
    for task in 0..<plan.taskCount {
      if task > 0 {
        column = canvas.put(
          isChain ? "→" : " ", at: Point(row: 0, column: column), palette.faint)
      }
      column = canvas.put(
        "[ \(DemoPalette.letter(task)) ]", at: Point(row: 0, column: column), palette.task(task))
    }
    // The longest that fits is said.
    let ways =
      isChain
      ? [
        picture.words(
          "one after another, in one software thread", "по очереди, в одном программном потоке"),
        picture.words("one after another, in one thread", "по очереди, в одном потоке"),
        picture.words("one after another", "по очереди"),
      ]
      : [picture.words("each in a thread of its own", "каждая в своём потоке")]
    let room = max(0, canvas.size.columns - column - 4)
    let how = ways.first { $0.columns <= room } ?? ways[ways.count - 1].fitted(to: room)
    canvas.put(how, at: Point(row: 0, column: column + 3), palette.faint)
  }

  private var width: Int { max(10, picture.size.columns - TreePicture.margin - 10) }

  private func drawCPU(_ cpu: Int, on canvas: inout Canvas) {
    canvas.put("CPU \(cpu)", at: Point(row: 0, column: 1), palette.text)
    guard let record = state.record else { return }
    let whole = max(record.now, Double(plan.members[0].tasks.count) * plan.work)
    let end = record.isFinished ? record.tasks.compactMap(\.end).max() ?? whole : record.now
    let columns = record.occupancy(ofCPU: cpu, from: 0, to: whole, columns: width)
    Lanes.occupancy(
      columns, isMixed: plan.members.count > 1 && picture.demo.branch(state).count == 1,
      upTo: Int(end / whole * Double(width)), on: &canvas, left: TreePicture.margin, palette)
    canvas.putRight(
      picture.language.percent(record.busy(cpu: cpu)), row: 0, inset: 1, palette.text)
  }

  private func drawRest(on canvas: inout Canvas) {
    let rest = topology.allowedPUs.map(\.osIndex).filter {
      !picture.demo.branch(state).contains($0)
    }
    guard !rest.isEmpty else { return }
    let name = picture.words("hardware threads left alone: ", "остальные аппаратные потоки: ")
    canvas.put(name + "\(rest.count)", at: Point(row: 0, column: 1), palette.faint)
    guard let record = state.record else { return }
    let share = rest.map { record.busy(cpu: $0) }.reduce(0, +)
    canvas.putRight(picture.language.percent(share), row: 0, inset: 1, palette.text)
  }

  private var summary: String {
    let kept = picture.demo.branch(state)
    let all = topology.allowedPUs.count
    var parts = [
      picture.words(
        "branches in use \(kept.count) of \(all)", "занято веток \(kept.count) из \(all)")
    ]
    if kept.count == 1 {
      parts.append(
        picture.words("pinned to CPU \(kept[0])", "закреплено за CPU \(kept[0])"))
    }
    if let record = state.record {
      parts.append(picture.words("migrations ", "миграций ") + "\(record.migrations)")
    }
    return parts.joined(room: picture.size.columns - 2, by: "   ·   ", or: "  ·  ")
  }
}
