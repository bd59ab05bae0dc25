/// TeX in, pictures out.

import Testing
import Typesetting

private func picture(_ tex: String) -> String {
  MathText.lines(ofTeX: tex).map { "|" + $0 }.joined(separator: "\n")
}

@Suite struct `A formula on its own` {
  @Test func `without rows is one line`() {
    #expect(picture(#"S = 1/(1-p)"#) == "|S = 1/(1 − p)")
    #expect(picture("") == "")
    #expect(picture(" % nothing\n") == "")
  }

  @Test func `by cases has a brace, and its point is on the formula's line`() {
    #expect(
      picture(#"f(n) = \begin{cases} 1, & n = 0 \\ n f(n-1), & n > 0 \end{cases}"#) == """
        |       ⎧ 1,           n = 0
        |f(n) = ⎨
        |       ⎩ n f(n − 1),  n > 0
        """)
    #expect(
      picture(
        #"x = \begin{cases} -1 & \text{if } a<0 \\ 0 \\ 1 & \text{otherwise} \end{cases}"#) == """
          |    ⎧ −1  if a < 0
          |x = ⎨ 0
          |    ⎩ 1   otherwise
          """)
    #expect(
      picture(#"\left\{ \begin{array}{rl} a & b \\ ccc & d \end{array} \right. = x"#) == """
        |⎧   a  b
        |⎨        = x
        |⎩ ccc  d
        """)
  }

  @Test func `with a matrix has parentheses as high as it is`() {
    #expect(
      picture(#"A^{-1} = \begin{pmatrix} a & b \\ -c & 10 \end{pmatrix}^T + 1"#) == """
        |A⁻¹ = ⎛a   b ⎞ᵀ + 1
        |      ⎝−c  10⎠
        """)
    #expect(
      picture(
        #"\begin{bmatrix} 1 & 0 \\ 0 & 1 \\ x & y \end{bmatrix} \begin{vmatrix} a \\ b \end{vmatrix}"#
      ) == """
        |⎡1  0⎤
        |⎢0  1⎥ │a│
        |⎣x  y⎦ │b│
        """)
    #expect(
      picture(#"\left( \begin{matrix} 1 \\ 2 \\ 3 \\ 4 \end{matrix} \right)"#) == """
        |⎛1⎞
        |⎜2⎟
        |⎜3⎟
        |⎝4⎠
        """)
    #expect(picture(#"\begin{bmatrix} 1 & 2 \end{bmatrix}"#) == "|[1, 2]")
  }

  @Test func `that is aligned is so at its relations`() {
    #expect(
      picture(
        #"\begin{align*} f(x) &= a + b \\[2pt] &= -c \\ x + y &\le 5 & z &= 1 \\ \end{align*}"#)
          == """
          | f(x) = a + b
          |      = −c
          |x + y ≤ 5        z = 1
          """)
    #expect(picture(#"a + b =& c \\ d =& e"#) == "|a + b = c\n|    d = e")
    #expect(picture(#"a = b \\ + c"#) == "|a = b\n|+c")
    #expect(picture(#"\begin{gather} a = b \\ ccc \end{gather}"#) == "|a = b\n|ccc")
    #expect(
      picture(#"\begin{eqnarray} a &=& b \\ aa &=& bb \end{eqnarray}"#) == "| a = b\n|aa = bb")
  }

  @Test func `holds matrices within matrices`() {
    #expect(
      picture(
        #"""
        M = \begin{bmatrix} \begin{pmatrix} a & b \\ c & d \end{pmatrix} & 0 \\ 0 & 1 \end{bmatrix}
        """#) == """
          |    ⎡⎛a  b⎞  0⎤
          |M = ⎢⎝c  d⎠   ⎥
          |    ⎣  0     1⎦
          """)
  }

  @Test func `stacks fractions, with the formula's line at their bar`() {
    #expect(
      picture(#"S(n) = \frac{1}{(1-p) + \frac{p}{n}} \le \frac{1}{1-p}"#) == """
        |             1           1
        |S(n) = ───────────── ≤ ─────
        |       (1 − p) + p/n   1 − p
        """)
    #expect(
      picture(#"\left( \frac{1}{n} \right)^n \log\frac{n}{k}"#) == """
        |⎛1⎞ⁿ     n
        |⎜─⎟  log ─
        |⎝n⎠      k
        """)
    #expect(
      picture(#"\frac{a}{b}^2"#) == """
        |⎛a⎞²
        |⎜─⎟
        |⎝b⎠
        """)
    #expect(
      MathText.lines(ofTeX: #"\frac{ab}{c}"#, ascii: true) == ["ab", "--", "c"])
  }

  @Test func `parts rows with fractions by an empty line`() {
    #expect(
      picture(#"\begin{align} a &= \frac{1}{2} \\ b &= \tfrac12 \end{align}"#) == """
        |    1
        |a = ─
        |    2
        |
        |b = 1/2
        """)
  }

  @Test func `stacks no fractions in those of others, in cases and where rows are few`() {
    #expect(picture(#"\frac{\frac{a}{b}}{c}"#) == "|a/b\n|───\n| c")
    #expect(picture(#"\frac{\dfrac{a}{b}}{c}"#) == "|a\n|─\n|b\n|─\n|c")
    #expect(
      picture(#"\begin{cases} \frac12 & a \\ 0 & b \end{cases}"#) == """
        |⎧ 1/2  a
        |⎨
        |⎩ 0    b
        """)
    #expect(MathText.lines(ofTeX: #"a = \frac{1}{1-p}"#, isLow: true) == ["a = 1/(1−p)"])
    #expect(MathText.text(ofTeX: #"\dfrac{a}{b}"#) == "a/b")
  }

  @Test func `within a small fraction or a script stays on one line`() {
    #expect(
      picture(#"\tfrac{1}{\begin{matrix} a \\ b \end{matrix}}"#) == "|1/(a; b)")
    #expect(picture(#"x^{\begin{matrix} a \\ b \end{matrix}}"#) == "|x^(a; b)")
  }

  @Test func `counts wide letters twice`() {
    #expect(
      picture(#"\begin{pmatrix} \text{漢字} & b \\ c & d \end{pmatrix}"#) == """
        |⎛漢字  b⎞
        |⎝ c    d⎠
        """)
  }

  @Test func `has no blanks at the ends of its lines`() {
    for line in MathText.lines(ofTeX: #"x = \begin{cases} a & b \\ ccc \end{cases} \text{ }"#) {
      #expect(line.last != " ")
    }
  }

  @Test func `with more rows than a slide could hold is one line`() {
    let rows = (1...101).map { "\($0)" }
    let lines = MathText.lines(ofTeX: rows.joined(separator: #" \\ "#))
    #expect(lines == [rows.joined(separator: "; ")])
    #expect(MathText.lines(ofTeX: rows.dropLast().joined(separator: #" \\ "#)).count == 100)
  }
}
