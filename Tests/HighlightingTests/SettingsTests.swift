/// Pictures of settings, of text with commands, and of the languages of science.

import Testing

@Suite struct `Settings and science` {
  @Test func `Terraform has blocks, keys, templates`() {
    expectPicture(
      "terraform",
      #"""
      resource "aws_s3" "b" { # it's
      kkkkkkkk ssssssss sss , ######
        name = "x-${var.name} $${no}" // it's
        yyyy , ssseevvv,....eseeessss #######
        count = length(local.list) == 0 ? 1 : 2
        yyyyy , ffffff,vvvvv,...., ,, n , n , n
        text = <<-EOT
        yyyy , ssssss
          it's ${each.key}
      ssssssssseevvvv,...e
        EOT
        sss
      }
      ,
      """#)
  }

  @Test func `Nix has strings between two quotes`() {
    expectPicture(
      "nix",
      #"""
      { pkgs ? import <nixpkgs> {} }: # it's
      , .... , kkkkkk ,......., ,, ,, ######
      let name = "x-${pkgs.foo}"; in ''
      kkk yyyy , sssee....,...es, kk ss
        it's ${name} ''${no}
      sssssssee....eseeessss
      ''
      ss
      """#)
  }

  @Test func `Protobuf has messages and services`() {
    expectPicture(
      "proto",
      #"""
      message Point { repeated int32 x = 1; } // it's
      kkkkkkk ttttt , kkkkkkkk ttttt . , n, , #######
      service S { rpc Get (Id) returns (stream Point); }
      kkkkkkk t , kkk fff ,tt, kkkkkkk ,kkkkkk ttttt,, ,
      """#)
  }

  @Test func `CMake has commands, variables, constants`() {
    expectPicture(
      "cmake",
      #"""
      if(NOT WIN32) # it's
      kk,kkk ccccc, ######
        target_link_libraries(app PRIVATE "${LIB}/it's" ON)
        fffffffffffffffffffff,... ccccccc svvvvvvssssss cc,
        set(X \") #[[ it's
        fff,. ee, ########
      long ]]
      #######
      """#)
  }

  @Test func `nginx has directives at the start of a statement`() {
    expectPicture(
      "nginx",
      #"""
      server { # it's
      kkkkkk , ######
        listen 80; server_name x.org;
        kkkkkk nn, kkkkkkkkkkk .....,
        location ~ /a { return 301 https://$host$uri; }
        kkkkkkkk . .. , kkkkkk nnn ........vvvvvvvvv, ,
      }
      ,
      """#)
  }

  @Test func `a graph of dot has nodes and attributes`() {
    expectPicture(
      "dot",
      #"""
      digraph G { a -> b [label = "it's", color=red]; /* it's */ }
      kkkkkkk . , . ,, . ,yyyyy , ssssss, yyyyy,...,, ########## ,
      """#)
  }

  @Test func `LaTeX has commands, and a percent sign that is none`() {
    expectPicture(
      "latex",
      #"""
      \section{It's} % it's
      kkkkkkkk,..,., ######
      \begin{align} 50\% \frac{1}{2} \\ \end{align}
      kkkkkk,....., nnkk kkkkk,n,,n, kk kkkk,.....,
      """#)
  }

  @Test func `Vim has comments where no string ends`() {
    expectPicture(
      "vim",
      #"""
      " it's
      ######
      let g:x = "it's" | echo 'a' " it's
      kkk ... , ssssss , kkkk sss ######
      """#)
  }

  @Test func `R has names with dots`() {
    expectPicture(
      "r",
      #"""
      x.y <- function(a, b = TRUE) { sum(a, na.rm = NA) } # it's
      ... ,, kkkkkkkk,., . , cccc, , fff,., ..... , cc, , ######
      """#)
  }

  @Test func `Julia has transpositions, which are no characters`() {
    expectPicture(
      "julia",
      #"""
      function f!(x::Vector{T}) where T # it's
      kkkkkkkk ff,.,,tttttt,t,, kkkkk t ######
        println("v $x $(x[1]) \n"); x' * :sym; 'c'
        fffffff,sssvvsee.,n,esees,, ., , cccc, sss
      end
      kkk
      #= it's #= nested =# =#
      #######################
      """#)
  }

  @Test func `MATLAB has them as well`() {
    expectPicture(
      "matlab",
      #"""
      function y = f(x) % it's
      kkkkkkkk . , f,., ######
        y = x' * [1 2]' + 'it''s';
        . , ., , ,n n,, , ssseess,
      """#)
  }

  @Test func `Fortran has keywords in any case`() {
    expectPicture(
      "fortran",
      #"""
      SUBROUTINE add(x) ! it's
      kkkkkkkkkk fff,., ######
        real(8), intent(in) :: x; if (x .gt. 1.0d0) print *, 'it''s'
        tttt,n,, kkkkkk,kk, ,, ., kk ,. ccc, nnnnn, kkkkk ,, ssseess
      """#)
  }
}
