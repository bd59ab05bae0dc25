/// Pictures of the languages that programs near the machine are written in.

import Testing

@Suite struct `Languages of systems` {
  @Test func `C has directives, which may go on over lines`() {
    expectPicture(
      "c",
      #"""
      #include <stdio.h>
      aaaaaaaa sssssssss
      #define MAX(a, b) ((a) > (b) \
      aaaaaaa fff,., ., ,,., , ,., ,
                         ? (a) : (b))
                         , ,., , ,.,,
      #error it's wrong
      aaaaaaaaaaaaaaaaa
      """#)
  }

  @Test func `C has comments and strings, each with the marks of the other inside`() {
    expectPicture(
      "c",
      #"""
      /* don't
      ########
         stop */ static size_t n = 0x1FUL;
      ########## kkkkkk tttttt . , nnnnnn,
      struct list *head = NULL; // it's a list
      kkkkkk tttt ,.... , cccc, ##############
      int main(void) {
      ttt ffff,tttt, ,
        char c = '\'', *s = "// no \"comment\" %5.2f\n";
        tttt . , sees, ,. , ssssssseessssssseeseeeeeees,
        for (int i = 0; i < 10'000; ++i) x->count += 1.5e-3f;
        kkk ,ttt . , n, . , nnnnnn, ,,., .,,..... ,, nnnnnnn,
        return f(s) && BUFFER_SIZE;
        kkkkkk f,., ,, ccccccccccc,
      }
      ,
      """#)
  }

  @Test func `C++ has raw strings, attributes, templates`() {
    expectPicture(
      "c++",
      #"""
      template <typename T> class Stack final : public Base<T> {
      kkkkkkkk ,kkkkkkkk t, kkkkk ttttt kkkkk , kkkkkk tttt,t, ,
        [[nodiscard]] auto top() const noexcept -> T& { return data_[size_ - 1]; }
        aaaaaaaaaaaaa kkkk fff,, kkkkk kkkkkkkk ,, t, , kkkkkk .....,..... , n,, ,
        std::vector<int> v{1, 2}; // '
        ...,,tttttt,ttt, .,n, n,, ####
      };
      ,,
      auto raw = R"x(a "quote" )" and
      kkkk ... , ssssssssssssssssssss
      more)x"; auto p = new Node(42, 'x', nullptr);
      sssssss, kkkk . , kkk tttt,nn, sss, ccccccc,,
      int arr[] = {v[v[0]]}; make_unique<Foo>(1);
      ttt ...,, , ,.,.,n,,,, fffffffffff,ttt,,n,,
      """#)
  }

  @Test func `Rust has lifetimes, which are no characters, and comments that nest`() {
    expectPicture(
      "rust",
      #"""
      #[derive(Debug, Clone)]
      aaaaaaaaaaaaaaaaaaaaaaa
      pub struct Text<'a> { part: &'a str, letter: char }
      kkk kkkkkk tttt,vv, , ...., ,vv ttt, ......, tttt ,
      /* outer /* inner */ still */
      #############################
      impl<'a> Text<'a> {
      kkkk,vv, tttt,vv, ,
          fn new(part: &'a str) -> Self { Text { part, letter: '\'' } }
          kk fff,...., ,vv ttt, ,, tttt , tttt , ...., ......, sees , ,
      }
      ,
      """#)
  }

  @Test func `Rust has formats, labels, macros and calls with types`() {
    expectPicture(
      "rust",
      #"""
      fn main() -> Result<(), Box<dyn Error>> {
      kk ffff,, ,, tttttt,,,, ttt,kkk ttttt,, ,
          let s = r#"a "quoted" \ text"#; // it's
          kkk . , ssssssssssssssssssssss, #######
          let x = vec![1u8, 0xFF, 1_000];
          kkk . , ffff,nnn, nnnn, nnnnn,,
          println!("{} and {:>5}: {{}}\n", s, 'x');
          ffffffff,seessssseeeeesseessees, ., sss,,
          'outer: for i in 0..10 { break 'outer; }
          vvvvvv, kkk . kk n,,nn , kkkkk vvvvvv, ,
          let v = it.map(|x| x * 2).collect::<Vec<_>>().await?;
          kkk . , ..,fff,,., . , n,,fffffff,,,ttt,.,,,,,kkkkk,,
          Some(x) == None && a != b
          tttt,., ,, cccc ,, . ,, .
      }
      ,
      """#)
  }

  @Test func `Go has raw strings in back quotes and capitals for what is exported`() {
    expectPicture(
      "go",
      #"""
      package main
      kkkkkkk ....
      import "fmt"
      kkkkkk sssss
      type Point struct { X, Y float64 }
      kkkk ttttt kkkkkk , t, t ttttttt ,
      func (p *Point) Move(dx int) error {
      kkkk ,. ,ttttt, ffff,.. ttt, ttttt ,
      	s := `raw \n
       . ,, sssssss
      "text"` + "esc \t %d"
      sssssss , ssssseesees
      	ch := make(chan rune, 10); ch <- 'x'
       .. ,, ffff,kkkk tttt, nn,, .. ,, sss
      	if err != nil { return fmt.Errorf("bad: %w", err) }
       kk ... ,, ccc , kkkkkk ...,ffffff,sssssssss, ..., ,
      	go func() { defer wg.Done() }()
       kk kkkk,, , kkkkk ..,ffff,, ,,,
      	return nil // done
       kkkkkk ccc #######
      }
      ,
      """#)
  }

  @Test func `Swift has attributes, soft keywords, names in back quotes`() {
    expectPicture(
      "swift",
      ##"""
      @MainActor final class Model: Sendable {
      aaaaaaaaaa kkkkk kkkkk ttttt, tttttttt ,
        var name: String { get { "x" } }
        kkk ...., tttttt , kkk , sss , ,
        func `a test`(_ items: [Int] = []) async throws -> Int? {
        kkkk ffffffff,. ....., ,ttt, , ,,, kkkkk kkkkkk ,, ttt, ,
          return items.map { $0 * 2 }.count > 0x1F ? 1_000 : Self.default
          kkkkkk .....,... , vv , n ,,..... , nnnn , nnnnn , tttt,.......
        }
        ,
      }
      ,
      """##)
  }

  @Test func `Swift has strings with code in them, and raw ones`() {
    expectPicture(
      "swift",
      ##"""
          let s = "sum \(items.reduce(0, +) + f("in \(x)")) // no\n"
          kkk . , sssssee.....,ffffff,n, ,, , f,ssssee.es,essssssees
          let raw = #"no \(x) but \#(y) "here""#
          kkk ... , sssssssssssssseee.esssssssss
          /* a /* nested */ one */ guard let x = items.first else { return nil }
          ######################## kkkkk kkk . , .....,..... kkkk , kkkkkk ccc ,
          let text = """
          kkk .... , sss
            it's \(x)
      sssssssssssee.e
            """
      sssssssss
      func draw(in view: View, for x: Int) { Task.sleep(for: .seconds(1)); for i in [x] {} }
      kkkk ffff,.. ...., tttt, ... ., ttt, , tttt,fffff,..., ,fffffff,n,,, kkk . kk ,., ,, ,
      #if DEBUG
      aaa ttttt
      let u = URL(string: "https://swift.org")
      kkk . , ttt,......, sssssssssssssssssss,
      """##)
  }

  @Test func `Zig has strings of lines that begin with two backslashes`() {
    expectPicture(
      "zig",
      #"""
      const std = @import("std");
      kkkkk ... , fffffff,sssss,,
      pub fn main() !void {
      kkk kk ffff,, ,tttt ,
          const text =
          kkkkk .... ,
              \\it's "raw" \n
              sssssssssssssss
              \\ // text
              ssssssssss
          ;
          ,
          var x: ?u32 = null; // it's
          kkk ., ,ttt , cccc, #######
          std.debug.print("{d} {s}\n", .{ x, 'a' });
          ...,.....,fffff,seeeseeeees, ,, ., sss ,,,
          while (i < 0xFF) : (i += 1) {}
          kkkkk ,. , nnnn, , ,. ,, n, ,,
      }
      ,
      """#)
  }

  @Test func `assembly of Intel has labels, registers and directives`() {
    expectPicture(
      "nasm",
      #"""
      section .data           ; it's data
      aaaaaaa .....           ###########
      msg:    db "Hello; world", 10, 'x'
      fff,    aa ssssssssssssss, nn, sss
      len     equ $ - msg
      fff     aaa , , ...
      global _start
      aaaaaa ......
      _start: mov eax, [rbx + 8*rcx - 0x10]
      ffffff, kkk vvv, ,vvv , n,vvv , nnnn,
              lea rdi, [rel msg]
              kkk vvv, ,... ...,
              rep movsb
              kkk kkkkk
              call printf     ; print
              kkkk ffffff     #######
      .loop:  jnz .loop
      fffff,  kkk .....
              mov dword ptr [r10d], 0FFh
              kkk ttttt ttt ,vvvv,, nnnn
      """#)
  }

  @Test func `assembly of AT&T and ARM has # for comments and for numbers`() {
    expectPicture(
      "asm",
      #"""
      	.globl main
       aaaaaa ....
      	.type main, @function
       aaaaa ...., aaaaaaaaa
      main:
      ffff,
      	pushq %rbp        # it's the frame
       kkkkk vvvv        ################
      	movl $5, -4(%rbp) // five
       kkkk nn, ,n,vvvv, #######
      	call puts@PLT
       kkkk ffffffff
      	ldr x0, [sp, #16]! @ a comment
       kkk vv, ,vv, nnn,, ###########
      	add w1, w2, #0x10
       kkk vv, vv, nnnnn
      	stmfd sp!, {r4, lr}
       kkkkk vv,, ,vv, vv,
      	b.eq .Lend
       kkkk .....
      """#)
  }
}
