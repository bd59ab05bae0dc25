/// Pictures of the languages of scripts.

import Testing

@Suite struct `Languages of scripts` {
  @Test func `Python has quotes of three over lines, formats, decorators`() {
    expectPicture(
      "python",
      #"""
      @app.route("/it's")  # don't
      aaaaaaaaaa,sssssss,  #######
      async def add(self, a: int = 0x1F) -> list[str]:
      kkkkk kkk fff,vvvv, ., ttt , nnnn, ,, tttt,ttt,,
          """Adds # no comment
          ssssssssssssssssssss
          it's "quoted" text"""
      sssssssssssssssssssssssss
          s = f"sum {a + d['x']:>10.2f} {{}} {b!r}\n" + rb'\d\''
          . , sssssse. , .,sss,eeeeeeeeseessse.eeeees , ssssssss
          match a:
          kkkkk .,
              case Point(x=1.5e3): return None
              kkkk ttttt,.,nnnnn,, kkkkkk cccc
          match = re.match(r"\w+", s) @ m
          ..... , ..,fffff,ssssss, ., , .
          print('''x''' , MAX_SIZE, not True, lambda x: x ** 2)
          fffff,sssssss , cccccccc, kkk cccc, kkkkkk ., . ,, n,
      class Foo(Base): pass
      kkkkk ttt,tttt,, kkkk
      """#)
  }

  @Test func `Ruby has symbols, names with marks, comments between =begin and =end`() {
    expectPicture(
      "ruby",
      #"""
      =begin
      ######
      it's a comment
      ##############
      =end
      ####
      class Dog < Animal
      kkkkk ttt , tttttt
        attr_reader :name # it's
        fffffffffff ccccc ######
        def bark!(times: 2, &block) = block&.call(:it)
        kkk fffff,cccccc n, ,....., , .....,,ffff,ccc,
      end
      kkk
      """#)
  }

  @Test func `Ruby has interpolations, heredocs, patterns, words in brackets`() {
    expectPicture(
      "ruby",
      #"""
          puts "#{@name} says #{"wo#{1 + 1}f"} \n" if times > 0 && name =~ /b[/]#k/i
          ffff seevvvvvesssssseessseen , nessesees kk ..... , n ,, .... ,, sssssssss
          text = <<~EOS.strip
          .... , ssssss,.....
            it's #{@@count} #{$stdout}
      ssssssssssseevvvvvvveseevvvvvvve
          EOS
          sss
          %w[a b].each { |x| yield x.empty? ? nil : x / 2 }
          sssssss,.... , ,., kkkkk .,...... , ccc , . , n ,
      """#)
  }

  @Test func `Lua has long brackets for strings and for comments`() {
    expectPicture(
      "lua",
      #"""
      --[[ it's
      #########
         long ]] local x = 5 -- short
      ########## kkkkk . , n ########
      --[==[ ]] ]==]
      ##############
      local s = [[
      kkkkk . , ss
        raw "text" \n ]] .. 'it\'s' .. [==[ ]] ]==]
      ssssssssssssssssss ,, ssseess ,, ssssssssssss
      function M.add(self, a) return self.n + a // 2 end
      kkkkkkkk .,fff,vvvv, ., kkkkkk vvvv,. , . ,, n kkk
      if t[a[1]] ~= nil then print "x" end
      kk .,.,n,, ,, ccc kkkk fffff sss kkk
      """#)
  }

  @Test func `Perl has sigils, and quotes of any sign`() {
    expectPicture(
      "perl",
      #"""
      use strict; # it's
      kkk ......, ######
      my ($x, @list, %map) = (1, qw(a b c), q{it's {nested}});
      kk ,vv, vvvvv, vvvv, , ,n, sssssssss, ssssssssssssssss,,
      $map{key} =~ s/a#b/$1/g; my $y = "Hello $x @list\n";
      vvvv,..., ,, ssssssssss, kk vv , sssssssvvsvvvvvees,
      print <<"END" if $x =~ m{^/path} and keys %map;
      fffff sssssss kk vv ,, sssssssss kkk ffff ,fff,
      it's $x
      sssssvv
      END
      sss
      """#)
  }

  @Test func `Perl has documents between its code`() {
    expectPicture(
      "perl",
      #"""
      =pod
      ####


      it's text
      #########


      =cut
      ####
      sub add { return $_[0] + $#list; }
      kkk fff , kkkkkk vv,n, , vvvvvv, ,
      """#)
  }

  @Test func `a shell has comments where a word begins, commands where a statement does`() {
    expectPicture(
      "bash",
      #"""
      #!/bin/bash
      ###########
      # it's a comment
      ################
      for f in *.txt; do echo "$f: ${f#*.} $(wc -l < "$f")" >> out#put; done
      kkk . kk ,...., kk ffff svvssvvvvvvvseeff aa , svvses ,, ...,..., kkkk
      if [[ $# -gt 0 && -f ~/x ]]; then sudo apt-get install -y foo | grep 'it"s'; fi
      kk ,, vv aaa n ,, aa ... ,,, kkkk ffff fffffff ....... aa ... , ffff ssssss, kk
      """#)
  }

  @Test func `a shell has assignments, lists, arithmetic`() {
    expectPicture(
      "bash",
      #"""
      x=$((x << 2 + 1)) y=5 FOO=bar make -j4 --file=x 2>&1 # done
      v,,,,. ,, n , n,, v,n vvv,... .... aaa aaaaaa,. n,,n ######
      arr=(a "b" c); ((i++))
      vvv,,. sss .,, ,,.,,,,
      """#)
  }

  @Test func `a shell has heredocs, with what is expanded in them and without`() {
    expectPicture(
      "bash",
      #"""
      cat <<'EOF' > file
      fff sssssss , ....
      it's $x # no comment
      ssssssssssssssssssss
      EOF
      sss
      cat << EOF
      fff ssssss
      $(date) it's ${x}
      eeffffessssssvvvv
      EOF
      sss
      """#)
  }

  @Test func `a shell has the patterns of a case, which are no commands`() {
    expectPicture(
      "bash",
      #"""
      case "$1" in
      kkkk svvs kk
        start) run "it \"is\"" \' & ;;
        ....., fff sssseessees ee , ,,
      esac
      kkkk
      greet() { local name=$1; return 0; }
      fffff,, , kkkkk vvvv,vv, kkkkkk n, ,
      function build { docker build .; }
      kkkkkkkk fffff , ffffff ..... ., ,
      """#)
  }

  @Test func `PowerShell has variables, cmdlets, comments in brackets`() {
    expectPicture(
      "powershell",
      #"""
      <# it's
      #######
      long #>
      #######
      function Get-Sum($a) { $a -eq 'it''s' } # end
      kkkkkkkk fffffff,vv, , vv aaa ssseess , #####
      Get-Item -Path "C:\$env:X `n $($a.b)" | Where-Object { $_.Length -gt 10kb }
      ffffffff aaaaa ssssvvvvvvseeseevv,.es , ffffffffffff , vv,...... aaa nnnn ,
      """#)
  }

  @Test func `a session has prompts, commands and what they print`() {
    expectPicture(
      "console",
      #"""
      $ echo "it's" # comment
      , ffff ssssss #########
      it's for output
      .... ... ......
      user@host:~/dir$ docker run \
      ,,,,,,,,,,,,,,,, ffffff ... ,
          -p 80:80 nginx
          aa ..... .....
      if nothing
      .. .......
      # cat <<EOF
      , fff sssss
      > it's
      , ssss
      > EOF
      , sss
      >>> print("x")
      ,,, fffff,sss,
      x
      .
      """#)
  }

  @Test func `a Dockerfile has instructions, and commands after RUN`() {
    expectPicture(
      "dockerfile",
      #"""
      # it's a comment
      ################
      FROM python:3.12-slim AS build
      kkkk ................ kk .....
      ENV PATH="/bin:$PATH" N=5
      kkk vvvv,ssssssvvvvvs v,n
      RUN apt-get update && \
      kkk fffffff ...... ,, ,
          pip install --no-cache-dir -r req.txt
          fff ....... aaaaaaaaaaaaaa aa .......
      COPY --from=build /app/run /app
      kkkk aaaaaa,..... ........ ....
      EXPOSE 8080
      kkkkkk nnnn
      CMD ["python", "-m", "app"]
      kkk ,ssssssss, ssss, sssss,
      """#)
  }

  @Test func `a makefile has targets, variables, recipes`() {
    expectPicture(
      "makefile",
      #"""
      CC := gcc -O2 # it's
      vv ,, ... aaa ######
      OBJS = $(wildcard *.c) \
      vvvv , vvvvvvvvvvvvvvv ,
             more.o
             ......
      ifeq ($(DEBUG),1)
      kkkk ,vvvvvvvv,n,
      endif
      kkkkk
      .PHONY: all
      aaaaaa, ...
      all: $(OBJS) main.o
      fff, vvvvvvv ......
      	@echo "building $@"
       ,ffff ssssssssssvvs
      	$(CC) -o $@ $^ && ./run
       vvvvv aa vv vv ,, fffff
      """#)
  }

  @Test func `Groovy has templates and closures`() {
    expectPicture(
      "groovy",
      #"""
      def list = [1, 2].collect { it * 2 } // it's
      kkk .... , ,n, n,,....... , vv , n , #######
      println "x ${list.size()} $x" + 'it\'s' + '''a
      ....... sssee....,ffff,,esvvs , ssseess , ssss
      b'''
      ssss
      """#)
  }

  @Test func `awk has fields and patterns`() {
    expectPicture(
      "awk",
      #"""
      BEGIN { FS = "," } # it's
      kkkkk , vv , sss , ######
      /^a[/]b/ { print $1, NF, length($0) / 2 }
      ssssssss , fffff vv, vv, ffffff,vv, , n ,
      """#)
  }

  @Test func `Tcl has commands and escapes`() {
    expectPicture(
      "tcl",
      #"""
      # it's
      ######
      proc add {a b} { return [expr {$a + $b}] }
      kkkk fff ,. ., , kkkkkk ,kkkk ,vv , vv,, ,
      puts "it's ${x} [add 1 2] \$" \" -nonewline
      kkkk ssssssvvvvsssssssssssees ee aaaaaaaaaa
      """#)
  }

  @Test func `a batch file has variables between percent signs`() {
    expectPicture(
      "bat",
      #"""
      @echo off
      ,kkkk kkk
      REM it's
      ########
      set X=%PATH%;%1
      kkk .,vvvvvv,vv
      for %%i in (*.txt) do echo "%%i" /q
      kkk vvv kk ,,,..., kk kkkk sssss aa
      :end
      ffff
      """#)
  }
}
