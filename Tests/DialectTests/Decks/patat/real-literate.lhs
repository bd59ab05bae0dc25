---
title: Literate slides
author: Ines Duarte
...

Literate slides
===============

This deck is also a program.

The module
==========

> module Main where
> import Data.List (sort)

A function
==========

> median :: [Double] -> Double
> median xs = sort xs !! (length xs `div` 2)

. . .

It fails on the empty list, on purpose.

The LaTeX way
=============

\begin{code}
main :: IO ()
main = print (median [3, 1, 2])
\end{code}

Running it
==========

```sh
runghc slides.lhs
```

Thanks
======

Literate is polite.
