/// Pictures of the languages of functions, logic and proofs.

import Testing

@Suite struct `Languages of functions, logic and proofs` {
  @Test func `Haskell has primes in names, nested comments, operators that are no comments`() {
    expectPicture(
      "haskell",
      #"""
      {-# LANGUAGE GADTs #-}
      aaaaaaaaaaaaaaaaaaaaaa
      module Main (main) where
      kkkkkk tttt ,...., kkkkk
      --| it's a comment
      ##################
      {- outer {- inner -} still -}
      #############################
      data Tree a = Leaf | Node (Tree a) deriving (Show)
      kkkk tttt . , tttt , tttt ,tttt ., kkkkkkkk ,tttt,
      foldl' :: (b -> a -> b) -> b -> [a] -> b
      ffffff ,, ,. ,, . ,, ., ,, . ,, ,., ,, .
      foldl' f z' xs = go 'x' "str\n" -- it's
      ffffff . .. .. , .. sss ssssees #######
        where go x --> y = x' `div` 0x1F
        kkkkk .. . ,,, . , .. fffff nnnn
      class Log m where
      kkkkk ttt . kkkkk
        logAll :: m ()
        ffffff ,, . ,,
      main = do { let x = '\''; print $ map (+1) [1..10] }
      ffff , kk , kkk . , sees, ..... , ... ,,n, ,n,,nn, ,
      """#)
  }

  @Test func `OCaml has type variables, which are no characters`() {
    expectPicture(
      "ocaml",
      #"""
      (* it is (* nested *) *)
      ########################
      type 'a tree = Leaf | Node of 'a tree * 'a
      kkkk tt .... , tttt , tttt kk tt .... , tt
      let rec insert x = function
      kkk kkk ffffff . , kkkkkkkk
        | Leaf -> Node (Leaf, x') | _ -> 'c'
        , tttt ,, tttt ,tttt, .., , . ,, sss
      let name = "it's %d\n" and f () = 1.
      kkk .... , sssssseeees kkk f ,, , nn
      let add ~x y = List.map (fun z -> z + 1) []
      kkk fff ,. . , tttt,... ,kkk . ,, . , n, ,,
      """#)
  }

  @Test func `Elixir has atoms, sigils, heredocs`() {
    expectPicture(
      "elixir",
      ##"""
      defmodule Math.Sum do
      kkkkkkkkk tttt,ttt kk
        @moduledoc """
        aaaaaaaaaa sss
        it's #{1 + 1}
      ssssssseen , ne
        """
      sssss
        def add(a, b \\ 0) when is_integer(a), do: {:ok, a + b} # it's
        kkk fff,., . ,, n, kkkk ffffffffff,.,, kk, ,ccc, . , ., ######
        x = "v #{inspect(y)} \n" |> String.trim() |> valid?(key: 'c')
        . , ssseefffffff,.,esees ,, tttttt,ffff,, ,, ffffff,cccc sss,
        Regex.match?(~r/a"b/i, x) && ~w(a b)a
        ttttt,ffffff,ssssssss, ., ,, ssssssss
      end
      kkk
      """##)
  }

  @Test func `Erlang has variables with capitals and atoms with quotes`() {
    expectPicture(
      "erlang",
      #"""
      -module(main). % it's
      aaaaaaa,....,, ######
      -export([fact/1]).
      aaaaaaa,,....,n,,,
      fact(N) when N > 0 -> N * fact(N - 1);
      ffff,v, kkkk v , n ,, v , ffff,v , n,,
      fact(0) -> io:format("it's ~p~n", ['an atom', $a, 16#FF, #rec{x = 1}]), true.
      ffff,n, ,, ..,ffffff,sssssssssss, ,ccccccccc, ss, nnnnn, tttt,. , n,,,, cccc,
      """#)
  }

  @Test func `Lisps have functions after parentheses and names with signs`() {
    expectPicture(
      "clojure",
      #"""
      ; it's
      ######
      (defn add-one [x & rest]
      ,kkkk fffffff ,. . ....,
        (let [y (+ x 1)] (println "it's" :key 'sym nil)))
        ,kkk ,. ,f . n,, ,fffffff ssssss cccc cccc ccc,,,
      """#)
  }

  @Test func `Scheme has comments between bars, and constants with a number sign`() {
    expectPicture(
      "scheme",
      #"""
      (define (fact n) #| it's |#
      ,kkkkkk ,ffff ., ##########
        (if (= n 0) #t (* n (fact (- n 1)))))
        ,kk ,f . n, cc ,f . ,ffff ,f . n,,,,,
      """#)
  }

  @Test func `Prolog has variables with capitals`() {
    expectPicture(
      "prolog",
      #"""
      parent(X, 'it is') :- male(X), \+ X = "it's". % it's
      ffffff,v, ccccccc, ,, ffff,v,, ,, v , ssssss, ######
      """#)
  }

  @Test func `Lean has theorems and tactics`() {
    expectPicture(
      "lean",
      #"""
      theorem add_comm' (a b : Nat) : a + b = b + a := by -- it's
      kkkkkkk fffffffff ,. . , ttt, , . , . , . , . ,, kk #######
        induction a /- it's /- nested -/ -/ with | zero => simp
        fffffffff . ####################### kkkk , .... ,, ffff
      #check add_comm
      aaaaaa ........
      """#)
  }

  @Test func `Coq has definitions, tactics, nested comments`() {
    expectPicture(
      "coq",
      #"""
      Theorem plus_n_O : forall n : nat, n = n + 0. (* it's (* nested *) *)
      kkkkkkk ffffffff , kkkkkk . , ttt, . , . , n, #######################
      Proof. intros n'. reflexivity. Qed.
      kkkkk, ffffff .., fffffffffff, kkk,
      """#)
  }

  @Test func `a grammar has what it defines at the start of a line`() {
    expectPicture(
      "ebnf",
      #"""
      expr = term, { ("+" | '-'), term } ; (* it's *)
      ffff , ...., , ,sss , sss,, .... , , ##########
      <expr> ::= <term> | <expr> "+" <term>
      tttttt ,,, tttttt , tttttt sss tttttt
      """#)
  }
}
