/// A stack machine with reference counts: small enough to be explained in one frame, and with the
/// reason for a global lock in it.

import Machine
import Synchronization

/// What keeps the interpreter's own data whole when two threads use it.
package enum MiniLock: String, CaseIterable, Sendable {
  /// One lock around the evaluation loop, handed over as CPython does.
  case gil
  case none
  /// Every count is changed by an atomic instruction.
  case atomic
}

/// `while n: n -= 1` in instructions of the machine.
enum MiniCode: Sendable {
  /// Pushes the thread's `n`, or the number 1, which all threads share.
  case loadN, loadOne
  /// Pops two numbers, pushes their difference.
  case subtract
  /// Pops a number into `n`.
  case storeN
  /// Goes on at an instruction while `n` is not 0; here the lock is let go when another wants it.
  case jump(Int)

  static let loop: [MiniCode] = [.loadN, .loadOne, .subtract, .storeN, .jump(0)]
}

/// A number on the heap with the number of references to it. With its count at 0 an interpreter would
/// free it; this one never frees the number that is shared, and so lives to tell what it counted.
struct MiniNumber: ~Copyable {
  typealias Place = UnsafeMutablePointer<MiniNumber>
  /// Digits of 30 bits, the lowest first, as CPython keeps them; a fixed number of them is enough here.
  typealias Digits = InlineArray<48, UInt32>

  let references: Atomic<Int>
  var digits: Digits

  /// A number with one reference.
  static func make(_ value: Int) -> Place {
    let place = Place.allocate(capacity: 1)
    place.initialize(to: MiniNumber(references: Atomic(1), digits: Digits(repeating: 0)))
    place.pointee.set(value)
    return place
  }

  static func destroy(_ place: Place) {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  mutating func set(_ value: Int) {
    var rest = value
    for index in digits.indices {
      digits[index] = UInt32(rest & 0x3FFF_FFFF)
      rest >>= 30
    }
  }

  var isZero: Bool {
    var all: UInt32 = 0
    for index in digits.indices { all |= digits[index] }
    return all == 0
  }

  mutating func set(_ left: borrowing MiniNumber, minus right: borrowing MiniNumber) {
    var borrow: UInt32 = 0
    for index in digits.indices {
      let digit = left.digits[index] &- right.digits[index] &- borrow
      digits[index] = digit & 0x3FFF_FFFF
      borrow = digit >> 31
    }
  }
}

/// How references are counted. Without a lock a count is a relaxed load and a relaxed store: defined
/// behaviour that loses what a plain `+= 1` loses.
protocol MiniCounting {
  static func add(_ change: Int, to references: borrowing Atomic<Int>) -> Int
}

enum PlainCounting: MiniCounting {
  @inline(__always)
  static func add(_ change: Int, to references: borrowing Atomic<Int>) -> Int {
    let count = references.load(ordering: .relaxed) &+ change
    references.store(count, ordering: .relaxed)
    return count
  }
}

enum AtomicCounting: MiniCounting {
  @inline(__always)
  static func add(_ change: Int, to references: borrowing Atomic<Int>) -> Int {
    references.wrappingAdd(change, ordering: .acquiringAndReleasing).newValue
  }
}

/// A few numbers, one on top of the other; deep enough for what the code needs.
private struct MiniStack {
  private let base: UnsafeMutablePointer<MiniNumber.Place>
  private var count = 0
  private static let depth = 16

  init() { base = .allocate(capacity: Self.depth) }

  func free() { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func push(_ number: MiniNumber.Place) {
    precondition(count < Self.depth)
    (base + count).initialize(to: number)
    count += 1
  }

  @inline(__always)
  mutating func pop() -> MiniNumber.Place {
    precondition(count > 0)
    count -= 1
    return base[count]
  }
}

/// One thread's part of the interpreter: its stack, its `n`, its free numbers.
final class MiniThread<Counting: MiniCounting> {
  private let code: [MiniCode]
  private let one: MiniNumber.Place
  private var n: MiniNumber.Place
  /// Numbers that nobody refers to, to be used again.
  private var free = MiniStack()

  init(_ code: [MiniCode], sharing one: MiniNumber.Place) {
    self.code = code
    self.one = one
    n = MiniNumber.make(0)
  }

  deinit {
    MiniNumber.destroy(n)
    while !free.isEmpty { MiniNumber.destroy(free.pop()) }
    free.free()
  }

  /// Counts down from a number; at every jump back it is asked whether to go on at once.
  func run(from start: Int, atJump: () -> Void) {
    n.pointee.set(start)
    var stack = MiniStack()
    defer { stack.free() }
    code.withUnsafeBufferPointer { code in
      var place = 0
      while place < code.count {
        switch code[place] {
        case .loadN: stack.push(Self.using(n))
        case .loadOne: stack.push(Self.using(one))
        case .subtract: subtract(&stack)
        case .storeN:
          forget(n)
          n = stack.pop()
        case .jump(let target):
          atJump()
          place = n.pointee.isZero ? place + 1 : target
          continue
        }
        place += 1
      }
    }
  }

  @inline(__always)
  private static func using(_ number: MiniNumber.Place) -> MiniNumber.Place {
    _ = Counting.add(1, to: number.pointee.references)
    return number
  }

  @inline(__always)
  private func subtract(_ stack: inout MiniStack) {
    let (right, left) = (stack.pop(), stack.pop())
    let difference = free.isEmpty ? MiniNumber.make(0) : Self.using(free.pop())
    difference.pointee.set(left.pointee, minus: right.pointee)
    forget(right)
    forget(left)
    stack.push(difference)
  }

  @inline(__always)
  private func forget(_ number: MiniNumber.Place) {
    if Counting.add(-1, to: number.pointee.references) == 0, number != one { free.push(number) }
  }
}
