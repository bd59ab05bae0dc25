/// TeX in, one line of text out.

import Testing
import Typesetting

@Suite struct `A formula in a line` {
  @Test(arguments: [
    // Amdahl, Gustafson, the universal scalability law, Little
    (#"S(n) = \frac{1}{(1-p) + \frac{p}{n}}"#, "S(n) = 1/((1−p)+p/n)"),
    (#"S(N) = N - (1-p)(N-1)"#, "S(N) = N − (1 − p)(N − 1)"),
    (
      #"C(N) = \frac{N}{1 + \alpha(N-1) + \beta N(N-1)}"#,
      "C(N) = N/(1+α(N−1)+βN(N−1))"
    ),
    (#"L = \lambda W"#, "L = λW"),
    (#"\boxed{\huge{L = \small \lambda W}}"#, "L = λW"),
    (#"\rho = \frac{\lambda}{\mu}, \quad W = \frac{1}{\mu - \lambda}"#, "ρ = λ/μ,  W = 1/(μ−λ)"),
    (#"T_p \le \frac{T_1}{p} + T_\infty"#, "Tₚ ≤ T₁/p + T_∞"),
    (#"\text{speedup} = \frac{T_1}{T_p} \le p"#, "speedup = T₁/Tₚ ≤ p"),
    (
      #"f(n) = O(g(n)) \iff \exists c > 0\, \forall n \ge n_0 : f(n) \le c \cdot g(n)"#,
      "f(n) = O(g(n)) ⟺ ∃c > 0 ∀n ≥ n₀ : f(n) ≤ c · g(n)"
    ),
    (#"T(n) = 2T\left(\frac{n}{2}\right) + \Theta(n)"#, "T(n) = 2T(n/2) + Θ(n)"),
    (#"O(1) \subset O(\log n) \subset O(n\log n)"#, "O(1) ⊂ O(log n) ⊂ O(n log n)"),
    (#"\Theta(n^{\log_b a})"#, "Θ(n^(log_b a))"),
    (#"H_n = \sum_{k=1}^n \frac1k \approx \ln n + \gamma"#, "Hₙ = ∑ₖ₌₁ⁿ 1/k ≈ ln n + γ"),
  ])
  func `of a lecture on concurrency`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    (#"E = mc^2"#, "E = mc²"),
    (#"e^{i\pi} + 1 = 0"#, "e^(iπ) + 1 = 0"),
    (#"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}"#, "∑ᵢ₌₁ⁿ i = n(n+1)/2"),
    (#"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}"#, "∫₀^∞ e^(−x²) dx = √π/2"),
    (#"\oint_C \vec{F} \cdot d\vec{r} = 0"#, "∮_C F⃗ · dr⃗ = 0"),
    (
      #"\frac{dy}{dx} = \lim_{h \to 0} \frac{f(x+h)-f(x)}{h}"#,
      "dy/dx = lim_(h→0) (f(x+h)−f(x))/h"
    ),
    (#"\frac{\partial^2 u}{\partial t^2} = c^2 \nabla^2 u"#, "∂²u/∂t² = c²∇²u"),
    (#"x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"#, "x_(1,2) = (−b±√(b²−4ac))/(2a)"),
    (#"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#, "C(n, k) = n!/(k!(n−k)!)"),
    (
      #"\prod_{i=1}^{n} x_i \le \left( \frac{1}{n} \sum_{i=1}^n x_i \right)^n"#,
      "∏ᵢ₌₁ⁿ xᵢ ≤ (1/n ∑ᵢ₌₁ⁿ xᵢ)ⁿ"
    ),
    (#"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}"#, "P(A | B) = (P(B|A) P(A))/P(B)"),
    (#"\operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2"#, "Var(X) = 𝔼[X²] − 𝔼[X]²"),
    (#"f\colon \mathbb{R}^n \to \mathbb{R}"#, "f: ℝⁿ → ℝ"),
    (#"\{x \in \mathbb{N} \mid x^2 < 10\}"#, "{x ∈ ℕ | x² < 10}"),
    (#"\forall x \in S : x \notin T \implies x \ne y"#, "∀x ∈ S : x ∉ T ⟹ x ≠ y"),
    (#"\lfloor x/2 \rfloor + \lceil \log_2 n \rceil"#, "⌊x/2⌋ + ⌈log₂ n⌉"),
    (#"\mathcal{L}(\theta) = -\log p(x)"#, "ℒ(θ) = −log p(x)"),
    (#"\sin^2 x + \cos^2 x = 1"#, "sin² x + cos² x = 1"),
    (#"\sigma(x) = \frac{1}{1+e^{-x}}"#, "σ(x) = 1/(1+e⁻ˣ)"),
    (#"\|\mathbf{x}\|_2 = \sqrt{\sum_i x_i^2}"#, "‖x‖₂ = √(∑ᵢ xᵢ²)"),
    (#"a \equiv b \pmod{n}, \quad r = a \bmod b"#, "a ≡ b (mod n),  r = a mod b"),
    (#"p \land q \lor \neg r"#, "p ∧ q ∨ ¬r"),
    (#"A^\top A \ne A^{-1} A^*"#, "AᵀA ≠ A⁻¹ A*"),
    (#"f(x_0) = \left. \frac{df}{dx} \right|_{x=0}"#, "f(x₀) = df/dx|ₓ₌₀"),
  ])
  func `of other lectures`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    ("x^2", "x²"), ("x^{a b}", "xᵃᵇ"), ("x^10", "x¹0"), ("x^{10}", "x¹⁰"), ("a_{i+1}", "aᵢ₊₁"),
    ("e^{-x}", "e⁻ˣ"),
    ("10^{-9}", "10⁻⁹"), ("x^q", "x^q"), ("x^{q+1}", "x^(q+1)"), ("T_{seq}", "T_(seq)"),
    (#"T_{\text{serial}}"#, "Tₛₑᵣᵢₐₗ"), ("x_i^2", "xᵢ²"), ("x^2_i", "xᵢ²"), ("2^{2^n}", "2^(2ⁿ)"),
    ("f'(x) + f''", "f′(x) + f′′"), ("f^{(n)}", "f⁽ⁿ⁾"), ("f^{(q)}", "f^(q)"), ("{}^nC", "ⁿC"),
    (#"90^\circ"#, "90°"), ("{x^2}^3", "(x²)³"), (#"\frac{a}{b}^2"#, "(a/b)²"), ("^2", "²"),
    (#"\sqrt{x}^2"#, "(√x)²"), ("(a+b)^2", "(a + b)²"), ("x ^ 2", "x²"), ("a_{i,j}", "a_(i,j)"),
    (#"\sum\limits_{i \in I} x"#, "∑_(i∈I) x"), (#"x^\frac12"#, "x^(1/2)"), ("x_", "x"),
    (#"\sum_{\substack{i<j \\ j<n}} a"#, "∑_(i<j,j<n) a"), ("x^a^b", "xᵃᵇ"), ("x'_i", "xᵢ′"),
    (#"\underbrace{a+a}_{n}"#, "(a + a)ₙ"), (#"x \stackrel{\text{def}}{=} y"#, "x =ᵈᵉᶠ y"),
    (#"A \xrightarrow[u]{f} B"#, "A →ᵤᶠ B"), (#"\underset{x}{\max} f"#, "maxₓ f"),
  ])
  func `with scripts`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    (#"\frac{a}{b}"#, "a/b"), (#"\frac{a b}{c}"#, "ab/c"), (#"\frac{a+b}{c-d}"#, "(a+b)/(c−d)"),
    (#"\tfrac12"#, "1/2"),
    (#"\frac{1}{2a}"#, "1/(2a)"), (#"\frac{2a}{10}"#, "2a/10"), (#"\frac{1}{(a+b)}"#, "1/(a+b)"),
    (#"\frac{1}{(a)(b)}"#, "1/((a)(b))"), (#"\frac{1}{n(n-1)}"#, "1/(n(n−1))"),
    (#"\frac{1}{f(x)}"#, "1/f(x)"), (#"\frac{\log n}{n}"#, "(log n)/n"),
    (#"\frac{-x}{y}"#, "−x/y"),
    (#"\frac{\frac{a}{b}}{\frac{c}{d}}"#, "(a/b)/(c/d)"), (#"\log\frac{n}{k}"#, "log(n/k)"),
    (#"\frac12 m v^2"#, "1/2 m v²"), (#"2\frac{a}{b}"#, "2 a/b"),
    (#"\frac{|x|}{|y-1|}"#, "|x|/|y−1|"),
    (#"\frac{total}{\text{work done}}"#, "total/(work done)"), (#"\frac{a/b}{c}"#, "(a/b)/c"),
    (#"\sqrt2"#, "√2"), (#"\sqrt{10}"#, "√10"), (#"\sqrt{x+1}"#, "√(x+1)"),
    (#"\sqrt{ab}"#, "√(ab)"),
    (#"\sqrt[3]{x}"#, "∛x"), (#"\sqrt[n]{x}"#, "ⁿ√x"), (#"\sqrt{x^2}"#, "√(x²)"),
    (#"\frac{(a+b)^2}{(c+d)^2}"#, "(a+b)²/(c+d)²"), (#"\frac{1}{10^{-9}}"#, "1/10⁻⁹"),
  ])
  func `with fractions and roots`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    ("a=b", "a = b"), ("a+b-c", "a + b − c"), ("-x", "−x"), ("a=-b", "a = −b"), ("(-1)", "(−1)"),
    ("a - -b", "a − −b"), (#"x = \pm 1"#, "x = ±1"), (#"\lim_{x\to-\infty} f"#, "lim_(x→−∞) f"),
    ("|-1|", "|−1|"), ("f(x,y)", "f(x, y)"), ("1,5", "1,5"), ("0{,}5", "0,5"), ("1, 2", "1, 2"),
    (#"2 \cdot 3"#, "2 · 3"), (#"a\!b"#, "ab"), (#"a\,b\;c\ d~e"#, "a b c d e"),
    ("a:=b", "a := b"),
    (#"a\quad b\qquad c"#, "a  b    c"), (#"a\;=\;b"#, "a = b"), (#"n\log n"#, "n log n"),
    (#"\log(n)"#, "log(n)"), (#"\sin\theta\cos\theta"#, "sin θ cos θ"), ("n!", "n!"),
    ("n f(n-1)", "n f(n − 1)"), (#"\int f(x) dx"#, "∫ f(x) dx"), (#"10^{-9} s"#, "10⁻⁹ s"),
    (#"1, \ldots, n"#, "1, …, n"), (#"a_1+\cdots+a_n"#, "a₁ + ⋯ + aₙ"), ("a≤b→c", "a ≤ b → c"),
    (#"\bigl(x+y\bigr)\Big|_0^1"#, "(x + y)|₀¹"), (#"\left<x\middle|y\right>"#, "⟨x | y⟩"),
    (#"\left[0, 1\right)"#, "[0, 1)"), ("2 x", "2x"), (#"\sum_i -x_i"#, "∑ᵢ −xᵢ"),
  ])
  func `with blanks where a reader needs them`(tex: String, text: String) {
    expectText(tex, text)
  }

  @Test(arguments: [
    ("0,95", "0,95"), ("x=1,5y", "x = 1,5y"), ("1,000,000", "1,000,000"), ("(0,95)", "(0,95)"),
    ("N(0,1)", "N(0, 1)"), ("[-1,1]", "[−1, 1]"), (#"\{1,2,3\}"#, "{1, 2, 3}"),
    (#"1,2,\dots,n"#, "1, 2, …, n"), (#"\ldots,-1,0,1,\ldots"#, "…, −1, 0, 1, …"),
    ("(1-0,5)", "(1 − 0,5)"), ("x_{1,2}", "x_(1,2)"), ("0,5, 1,5", "0,5, 1,5"),
  ])
  func `with commas in numbers and between them`(tex: String, text: String) {
    expectText(tex, text)
  }

  @Test(arguments: [
    ("||x||", "||x||"), ("||-1||", "||−1||"), ("|a||b|", "|a||b|"), ("|a||-b|", "|a||−b|"),
    ("|-a|-|b|", "|−a| − |b|"), ("||x||-||y||", "||x|| − ||y||"), ("x-|y|", "x − |y|"),
  ])
  func `with bars that open and close`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    (#"\sqrt a\sqrt b"#, "sqrt a sqrt b"), (#"\forall x\exists y"#, "for all x exists y"),
    (#"\nabla f"#, "nabla f"), (#"\frac{\partial f}{\partial x}"#, "df/dx"),
    ("A^{T}A", "A^T A"), ("x^2y", "x^2 y"), ("x_iy_j", "x_i y_j"), ("x^2-y", "x^2 - y"),
    ("f_X(t)", "f_X(t)"), (#"(-1)^i\binom ni"#, "(-1)^i C(n, i)"), (#"A\subset B"#, "A subset B"),
    (#"2\pi r"#, "2πr"),
  ])
  func `in ASCII with words for signs, and blanks around them`(tex: String, text: String) {
    #expect(MathText.text(ofTeX: tex, ascii: true) == text)
  }

  @Test func `where marks of scripts stay a letter behind them stands apart`() {
    expectText("x^q y", "x^q y")
    expectText("x^qy", "x^q y")
  }

  @Test(arguments: [
    (#"\hat{y} \bar x \vec{v} \dot{z} \tilde w"#, "y\u{302}x\u{304}v\u{20D7}z\u{307}w\u{303}"),
    (#"\overline{AB}"#, "A̅B̅"),
    (#"\hat{x}_i + \hat{x_i}"#, "x̂ᵢ + x̂ᵢ"), (#"\hat\imath"#, "ı̂"),
    (#"\mathbb{RNZQCPE}"#, "ℝℕℤℚℂℙ𝔼"), (#"\mathbb{1}"#, "1"), (#"\mathcal{LO}"#, "ℒO"),
    (#"\mathfrak{RA}"#, "ℜA"), (#"\mathbf{A}x"#, "Ax"), (#"\mathrm{d}x"#, "dx"),
    (#"a \not= b \not\in C"#, "a ≠ b ∉ C"), (#"\varepsilon \epsilon \varphi \phi"#, "εεφφ"),
    (##"100\% \text{ of } \$5 \& \{x\} \#1 a\_b"##, "100% of $5&{x}#1a_b"),
    (#"x = 1 \text{ if $x > 0$, and so on}"#, "x = 1 if x > 0, and so on"),
    (#"\text{a_b^c — don't {nest}}"#, "a_b^c — don't nest"), (#"\text{при } x>0"#, "при x > 0"),
    ("x % a comment\n+ y", "x + y"), ("x\n\n= 1", "x = 1"),
    (#"\textcolor{red}{x} + \color{red}y"#, "x + y"),
    (#"\displaystyle x \label{eq} \nonumber"#, "x"), (#"\boxed{a+b}"#, "a + b"),
    (#"E = mc^2 \tag{1}"#, "E = mc² (1)"), ("Скорость = 5", "Скорость = 5"),
  ])
  func `with letters, words and signs`(tex: String, text: String) { expectText(tex, text) }

  @Test(arguments: [
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^T x"#, "(a, b; c, d)ᵀ x"),
    (#"f = \begin{cases} 1 & n = 0 \\ -1, & n > 0 \end{cases}"#, "f = { 1, n = 0; −1, n > 0"),
    (#"\begin{aligned} a &= b \\ &= c \end{aligned}"#, "a = b; = c"), (#"a \\ b"#, "a; b"),
  ])
  func `with rows that have no lines of their own`(tex: String, text: String) {
    expectText(tex, text)
  }

  private func expectText(_ tex: String, _ text: String) {
    let found = MathText.text(ofTeX: tex)
    #expect(same(found, text), "\(tex): \(found)")
  }
}

/// Two texts that are the same to their scalars: `==` would take `=` with a stroke for `≠`.
func same(_ first: String?, _ second: String) -> Bool {
  first.map { Array($0.unicodeScalars) == Array(second.unicodeScalars) } ?? false
}
