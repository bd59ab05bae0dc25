/// What is said of fences that are wrong: demos.

import DemoKit
import Demos
import Testing
import Wording

private func messages(_ name: String, _ pairs: [(key: String, value: String)]) -> [String] {
  DemoCatalog.shipped.problems(name, pairs).errors.map { $0.message(.russian) }
}

@Suite struct `Fences` {
  @Test func `every kind of mistake has its sentence`() {
    #expect(
      messages("timelime", []) == [
        "нет демо «timelime». Может быть, timeline? Есть: compare, gil, scale, share, timeline, tree, triangle, wait"
      ])
    #expect(
      messages("timeline", [("mode", "seq"), ("task", "3")]) == [
        "у timeline нет параметра «task». Может быть, tasks?"
      ])
    #expect(
      messages("timeline", [("mode", "seq"), ("tasks", "0")]) == [
        "tasks=0 — нужно целое от 1 до 9"
      ])
    #expect(
      messages("timeline", [("mode", "seq"), ("work", "2")]) == [
        "work=2 — нужна единица: 2s или 500ms"
      ])
    #expect(
      messages("timeline", [("mode", "seq"), ("quantum", "1ms")]) == [
        "quantum есть только у mode=conc"
      ])
    #expect(messages("timeline", []) == ["для timeline нужен параметр mode: seq, par, conc"])
    #expect(
      messages("timeline", [("mode", "paar")]) == [
        "mode=paar — допустимо: seq, par, conc. Может быть, par?"
      ])
    #expect(
      messages("tree", [("topo", "pack:2 corre:4")]) == [
        "topo=pack:2 corre:4 — позиция 8, «corre:4»: ждали numa, l3, core с числом: core:4"
      ])
  }

  @Test func `one mistake is told of once, and nothing is given twice`() {
    #expect(
      messages("timeline", [("mod", "par")]) == [
        "у timeline нет параметра «mod». Может быть, mode?"
      ])
    #expect(messages("timeline", [("mode", "par"), ("mode", "seq")]) == ["mode задан дважды"])
    #expect(
      messages("timeline", [("mode", "par"), ("place", "baton")]) == [
        "place=baton есть только у mode=conc"
      ])
    #expect(
      messages("timeline", [("mode", "conc"), ("place", "os")]) == [
        "place=os: у mode=conc все задачи на одном аппаратном потоке"
      ])
    #expect(
      messages("timeline", [("mode", "par"), ("tolerance", "5")]) == [
        "tolerance=5 — нужно auto или доля от 0.5% до 50%"
      ])
  }

  @Test func `a film of the lock has counting in it, and no deck says which Python`() {
    #expect(
      messages("gil", [("bars", "sha,wait")]) == [
        "в bars нужен count: фильм — его"
      ])
    #expect(
      messages("gil", [("bars", "count,threads")]) == [
        "bars=count,threads — из слов count, proc, sha, wait, ft, subint"
      ])
    #expect(
      messages("gil", [("engine", "mini"), ("bars", "count")]) == ["у engine=mini полос нет"])
    #expect(messages("gil", [("python", "/tmp/x")]) == ["у gil нет параметра «python»"])
    #expect(messages("gil", [("interval", "500us"), ("time", "0,5 с")]) == [])
  }

  @Test func `layers are a list that can only end earlier, sizes are whole tiles`() {
    #expect(messages("triangle", [("layers", "f0,f1,f2,color,folds:7"), ("size", "1024")]) == [])
    #expect(
      messages("triangle", [("layers", "f0,f2")]) == [
        "layers=f0,f2 — нужно начало списка f0,f1,f2,color,folds:5,light"
      ])
    #expect(messages("triangle", [("layers", "f0,f1,f2,color,folds:99")]).count == 1)
    #expect(
      messages("triangle", [("layers", "f0,f1,f2,color,folds:8"), ("size", "384")]) == [
        "folds:8 — слишком много для size=384"
      ])
    #expect(
      messages("triangle", [("size", "1000")]) == ["size=1000 — нужно кратное 64: 960 или 1024"])
    #expect(
      messages("triangle", [("threads", "0")]) == ["threads=0 — auto или число от 1 до 256"])
    #expect(
      messages("triangle", [("race", "python,rust")]) == [
        "race=python,rust — из слов python, numpy, scalar, simd, threads"
      ])
  }

  @Test func `good fences are silent`() {
    #expect(messages("timeline", [("mode", "conc"), ("quantum", "20us"), ("work", "0,5 с")]) == [])
    #expect(messages("tree", [("show", "fan:3"), ("topo", "hybrid"), ("threads", "0")]) == [])
    #expect(messages("triangle", [("view", "race"), ("spin", "on"), ("threads", "auto")]) == [])
  }

  @Test func `times are read with their units`() {
    #expect(TimeText.seconds("500ms") == 0.5)
    #expect(TimeText.seconds("0,5 с") == 0.5)
    #expect(TimeText.seconds("2") == nil)
    #expect(TimeText.seconds("с") == nil)
  }
}
