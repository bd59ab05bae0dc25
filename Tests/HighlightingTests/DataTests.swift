/// Pictures of data, settings and text.

import Testing

@Suite struct `Data and text` {
  @Test func `JSON has keys, with and without quotes`() {
    expectPicture(
      "json",
      #"""
      {
      ,
        "it's": [1, -2.5e3, true, null], // it's
        yyyyyy, ,n, ,nnnnn, cccc, cccc,, #######
        "a\"b" : "x: \u00e9", 'c': {"d": {}},
        yyeeyy , sssseeeeees, yyy, ,yyy, ,,,,
        e: 0x1F
        y, nnnn
      }
      ,
      """#)
  }

  @Test func `YAML has keys, block scalars, anchors, flows`() {
    expectPicture(
      "yaml",
      #"""
      # it's
      ######
      %YAML 1.2
      aaaaaaaaa
      ---
      ,,,
      name: it's a "text" # comment
      yyyy, sssssssssssss #########
      "on": [push, {a: 1, b: "x"}] # x
      yyyy, ,ssss, ,y, n, y, sss,, ###
      jobs: &base
      yyyy, vvvvv
        - run: |
        , yyy, ,
            it's: text # no comment
      sssssssssssssssssssssssssssss


            echo
      ssssssssss
          port: 8080
          yyyy, nnnn
        - uses: actions/checkout@v4
        , yyyy, sssssssssssssssssss
        - <<: *base
        , yy, vvvvv
      """#)
  }

  @Test func `YAML has scalars without quotes, which may be numbers and constants`() {
    expectPicture(
      "yaml",
      #"""
      url: http://x.org:80/a#b
      yyy, sssssssssssssssssss
      done: true
      yyyy, cccc
      text: 'it''s
      yyyy, ssssss
        over: lines'
      ssssssssssssss
      last: !!str 3.12
      yyyy, ttttt nnnn
      """#)
  }

  @Test func `TOML has sections, keys and dates`() {
    expectPicture(
      "toml",
      #"""
      [package] # it's
      hhhhhhhhh ######
      name = "it's \n"
      yyyy , ssssssees
      a.b-c = { x = 1.5, "y" = 'raw\' }
      y,yyy , , y , nnn, yyy , ssssss ,
      date = 2024-12-24T18:30:00Z
      yyyy , nnnnnnnnnnnnnnnnnnnn
      [[bin]]
      hhhhhhh
      list = [
      yyyy , ,
        [1, 2], [3],
        ,n, n,, ,n,,
      ]
      ,
      text = '''
      yyyy , sss
      it's = x'''
      sssssssssss
      """#)
  }

  @Test func `INI has sections, and values that are free text`() {
    expectPicture(
      "ini",
      #"""
      ; it's
      ######
      [remote "origin"]
      hhhhhhhhhhhhhhhhh
        url = https://x.org/a=b;c # no
        yyy , .....,,,.......,.,. ####
      Description=It's on
      yyyyyyyyyyy,..,. ..
      Environment="A=b" %h
      yyyyyyyyyyy,sssss vv
      """#)
  }

  @Test func `SQL has keywords in any case, and quotes that are doubled`() {
    expectPicture(
      "sql",
      #"""
      -- it's
      #######
      SELECT u.name, COUNT(*) AS n FROM users u -- it's
      kkkkkk .,...., fffff,,, kk . kkkk ..... . #######
      where name = 'it''s -- no' and id = :id OR x > 1.5;
      kkkkk .... , ssseessssssss kkk .. , vvv kk . , nnn,
      /* it's */ CREATE TABLE t (id SERIAL PRIMARY KEY, d timestamp default now());
      ########## kkkkkk kkkkk . ,.. tttttt kkkkkkk kkk, . ttttttttt kkkkkkk fff,,,,
      create function f() returns int as $$ begin return 'x'; end $$ language plpgsql;
      kkkkkk kkkkkkkk f,, kkkkkkk ttt kk ss kkkkk kkkkkk sss, kkk ss kkkkkkkk kkkkkkk,
      """#)
  }

  @Test func `a difference has lines that came and lines that went`() {
    expectPicture(
      "diff",
      #"""
      diff --git a/x b/x
      aaaaaaaaaaaaaaaaaa
      --- a/x
      aaaaaaa
      +++ b/x
      aaaaaaa
      @@ -1,3 +1,2 @@ func f()
      @@@@@@@@@@@@@@@ .... ...
       same
       ....
      --- removed
      -----------
      -gone
      -----
      +new
      ++++
      --- a/y
      aaaaaaa
      """#)
  }

  @Test func `Markdown has front matter, headings, emphasis`() {
    expectPicture(
      "markdown",
      #"""
      ---
      ,,,
      title: it's
      yyyyy, ssss
      ---
      ,,,
      # Heading *x*
      hhhhhhhhhhhhh
      Text with **strong**, *emphasis*, `code * x`, a_b_c and 2 * 3 * 4.
      .... .... bbbbbbbbbb. iiiiiiiiii. ssssssssss. ..... ... . . . . ..
      """#)
  }

  @Test func `Markdown has items, links, quotes, comments over lines`() {
    expectPicture(
      "markdown",
      #"""
      - [x] item [link](http://x.org) ![img](a.png) \*no\*
      k ccc .... ,gggg,,ssssssssssss, ,,ggg,,sssss, ee..ee
      > 1. quoted <b>tag</b> <!-- it's
      k kk ...... ggg...gggg #########
      comment --> ~~gone~~ https://x.org/a_b_c
      ########### -------- sssssssssssssssssss
      """#)
  }

  @Test func `Markdown has code in the language that its fence names`() {
    expectPicture(
      "markdown",
      #"""
      ```python
      ,,,aaaaaa
      def f(): return "it's"
      kkk f,,, kkkkkk ssssss
      ```
      ,,,
      | a | b |
      , . , . ,
      |---|---|
      ,...,...,
      Setext
      ......
      ======
      hhhhhh
      """#)
  }
}
