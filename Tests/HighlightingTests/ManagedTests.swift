/// Pictures of the languages of virtual machines.

import Testing

@Suite struct `Languages of virtual machines` {
  @Test func `Java has annotations, text blocks, generics`() {
    expectPicture(
      "java",
      #"""
      package com.example.app; // it's
      kkkkkkk ...,.......,..., #######
      @Override @SuppressWarnings("unchecked")
      aaaaaaaaa aaaaaaaaaaaaaaaaa,sssssssssss,
      public record Point(int x, double y) implements Shape<T> {
      kkkkkk kkkkkk ttttt,ttt ., tttttt ., kkkkkkkkkk ttttt,t, ,
        private static final int MAX_SIZE = 1_000L;
        kkkkkkk kkkkkk kkkkk ttt cccccccc , nnnnnn,
        /** it's a doc */
        #################
        List<String> list = new ArrayList<>();
        tttt,tttttt, .... , kkk ttttttttt,,,,,
        String s = """
        tttttt . , sss
            it's "text" \n
      ssssssssssssssssssee
            """ + 'c' + this.getClass().getName() + Foo.class;
      sssssssss , sss , vvvv,ffffffff,,,fffffff,, , ttt,.....,
        var x = list.stream().map(String::length); int[] record = {};
        kkk . , ....,ffffff,,,fff,tttttt,,......,, ttt,, ...... , ,,,
      }
      ,
      """#)
  }

  @Test func `Kotlin has templates in its strings`() {
    expectPicture(
      "kotlin",
      #"""
      data class User(val name: String, var age: Int = 0)
      kkkk kkkkk tttt,kkk ...., tttttt, kkk ..., ttt , n,
      /* a /* b */ c */
      #################
      @Composable fun <T> String.greet(x: T?): String {
      aaaaaaaaaaa kkk ,t, tttttt,fffff,., t,,, tttttt ,
        val s = "Hi $name, ${user.age + "x".length} \n" // it's
        kkk . , ssssvvvvvssee....,... , sss,......esees #######
        val raw = """it's $x \n ${y}"""
        kkk ... , ssssssssvvssssee.esss
        when (x) { is Int -> 'c'; else -> null }
        kkkk ,., , kk ttt ,, sss, kkkk ,, cccc ,
        return list.filter { it > 0 }.joinToString(", ") ?: data
        kkkkkk ....,...... , vv , n ,,ffffffffffff,ssss, ,, ....
      }
      ,
      """#)
  }

  @Test func `Scala has interpolators and methods without parentheses`() {
    expectPicture(
      "scala",
      #"""
      case class Point(x: Int, y: Double) extends Shape
      kkkk kkkkk ttttt,., ttt, ., tttttt, kkkkkkk ttttt
      object Main extends App {
      kkkkkk tttt kkkkkkk ttt ,
        def greet(name: String) = s"Hi $name ${x + 1} it's" // it's
        kkk fffff,...., tttttt, , sssssvvvvvsee. , nessssss #######
        val c = 'c'; val t = """it's
        kkk . , sss, kkk . , sssssss
          "raw" """; for (i <- 1 to 10) yield i
      sssssssssssss, kkk ,. ,, n .. nn, kkkkk .
      }
      ,
      """#)
  }

  @Test func `C# has verbatim and interpolated strings, attributes, directives`() {
    expectPicture(
      "c#",
      #"""
      #region it's
      aaaaaaaaaaaa
      using System.Text; // it's
      kkkkk tttttt,...., #######
      [Fact(Skip = "no")]
      aaaaaaaaaaaaaaaaaaa
      public async Task<int> RunAsync(string[] args) {
      kkkkkk kkkkk tttt,ttt, ffffffff,tttttt,, ...., ,
        var s = $"x = {x:F2} {{}} {list.Count(y => y > 1)}\n" + @"C:\dir ""it""";
        kkk . , sssssse.eeeeseessse....,fffff,. ,, . , n,eees , ssssssssseessees,
        Console.WriteLine("{0}", new Point(1, 2) { X = 5 });
        ttttttt,fffffffff,seees, kkk ttttt,n, n, , t , n ,,,
        int Age { get; set; } = 'c';
        ttt ttt , kkk, kkk, , , sss,
      }
      ,
      """#)
  }

  @Test func `F# has curried functions and comments that nest`() {
    expectPicture(
      "f#",
      #"""
      module Main
      kkkkkk tttt
      (* it is (* nested *) *)
      ########################
      let rec fact n = if n <= 1 then 1 else n * fact (n - 1) // it's
      kkk kkk ffff . , kk . ,, n kkkk n kkkk . , .... ,. , n, #######
      let name = "it's %d" in let x' : 'a list = []
      kkk .... , ssssssees kk kkk .. , tt tttt , ,,
      type Shape = | Circle of float
      kkkk ttttt , , tttttt kk ttttt
      [<EntryPoint>]
      aaaaaaaaaaaaaa
      let main argv = printfn $"{argv.[0]}"; 0
      kkk ffff .... , ....... sse....,,n,es, n
      """#)
  }

  @Test func `Dart has templates in strings of either quote`() {
    expectPicture(
      "dart",
      #"""
      import 'dart:io'; // it's
      kkkkkk sssssssss, #######
      class Foo extends Bar<int> {
      kkkkk ttt kkkkkkk ttt,ttt, ,
        final String name; @override
        kkkkk tttttt ...., aaaaaaaaa
        Future<void> run() async => print('$name ${a + b} it\'s');
        tttttt,tttt, fff,, kkkkk ,, fffff,svvvvvsee. , .essseess,,
      }
      ,
      """#)
  }
}
