/// Pictures of the languages of the web.

import Testing

@Suite struct `Languages of the web` {
  @Test func `JavaScript has templates, patterns, and divisions that are none`() {
    expectPicture(
      "js",
      #"""
      import { x as y } from "./it's.js"; // it's
      kkkkkk , . kk . , kkkk sssssssssss, #######
      const re = /[/"']+\/x/gi, z = (a / b) / c;
      kkkkk .. , sssssssssssss, . , ,. , ., , .,
      async function* load(url = 'http://x.org//y') {
      kkkkk kkkkkkkk, ffff,... , sssssssssssssssss, ,
        const s = `sum ${a + `in ${b}`} it's
        kkkkk . , sssssee. , ssssee.esesssss
          ${f({ k: 1 })}`;
      sssseef,, ., n ,,es,
        for (const x of list) await $f(of?.[0x1F] ?? 1_000n);
        kkk ,kkkkk . kk ...., kkkkk ff,..,,,nnnn, ,, nnnnnn,,
        return s.replace(/ +$/, '').class === undefined;
        kkkkkk .,fffffff,sssss, ss,,..... ,,, ccccccccc,
      }
      ,
      class Foo extends Bar { static #n = 1; get n() { return this.#n; } }
      kkkkk ttt kkkkkkk ttt , kkkkkk ,. , n, kkk f,, , kkkkkk vvvv,,., , ,
      """#)
  }

  @Test func `JSX has tags, text in them, code in that`() {
    expectPicture(
      "jsx",
      #"""
      const App = ({ n }) => (
      kkkkk ttt , ,, . ,, ,, ,
        <div className="it's" onClick={() => set(n < 1)}>
        ,ggg yyyyyyyyy,ssssss yyyyyyy,,,, ,, fff,. , n,,,
          it's {n > 0 ? <b>yes</b> : "no"} // text
          .... ,. , n , ,g,...,,g, , ssss, .. ....
          <Foo.Bar {...props} />
          ,ggggggg ,,,,....., ,,
        </div>
        ,,ggg,
      );
      ,,
      const less = a < b; if (a<b && c>d) it = 's';
      kkkkk .... , . , ., kk ,.,. ,, .,., .. , sss,
      """#)
  }

  @Test func `TypeScript has types, generics, decorators`() {
    expectPicture(
      "ts",
      #"""
      @Component({ selector: 'x' })
      aaaaaaaaaa,, ........, sss ,,
      export abstract class Foo<T extends object> implements Bar {
      kkkkkk kkkkkkkk kkkkk ttt,t kkkkkkk tttttt, kkkkkkkkkk ttt ,
        private readonly map: Map<string, number> = new Map();
        kkkkkkk kkkkkkkk ..., ttt,tttttt, tttttt, , kkk ttt,,,
        type = useState<string | null>(null); // it's
        .... , ffffffff,tttttt , cccc,,cccc,, #######
      }
      ,
      type Id = keyof typeof x; interface A { type: string }
      kkkk tt , kkkkk kkkkkk ., kkkkkkkkk t , ...., tttttt ,
      """#)
  }

  @Test func `CSS has selectors, properties, values, rules`() {
    expectPicture(
      "css",
      #"""
      @import url(http://x.org/a.css);
      kkkkkkk fff,ssssssssssssssssss,,
      /* it's */
      ##########
      a:hover, .card > #main[href="x"]::before { color: #ff8800; }
      gffffff, ttttt , ccccc,yyyy,sss,ffffffff , yyyyy, nnnnnnn, ,
      @media (min-width: 600px) {
      kkkkkk ,yyyyyyyyy, nnnnn, ,
        body {
        gggg ,
          margin: -1.5em auto 0 50%; --gap: 2px !important;
          yyyyyy, nnnnnn cccc n nnn, vvvvv, nnn kkkkkkkkkk,
          font: bold 12px/1.5 "Arial", var(--font);
          yyyy, cccc nnnn,nnn sssssss, fff,vvvvvv,,
        }
        ,
      }
      ,
      """#)
  }

  @Test func `SCSS has variables and selectors in selectors`() {
    expectPicture(
      "scss",
      #"""
      $main: #333; // it's
      vvvvv, nnnn, #######
      .nav {
      tttt ,
        &:hover { color: darken($main, 10%); }
        ,ffffff , yyyyy, ffffff,vvvvv, nnn,, ,
        a { @include flex($gap: 1px); width: calc(100% - #{$x}); }
        g , kkkkkkkk ffff,vvvv, nnn,, yyyyy, ffff,nnnn c vvvvv,, ,
      }
      ,
      """#)
  }

  @Test func `PHP lies within HTML`() {
    expectPicture(
      "php",
      #"""
      <p class="<?= $x ?>">it's</p>
      ,g yyyyy,saaa vv aas,....,,g,
      <?php
      aaaaa
      namespace App; # it's
      kkkkkkkkk ttt, ######
      #[Route("/")]
      aaaaaaaaaaaaa
      """#)
  }

  @Test func `PHP ends in a comment, but not in a string`() {
    expectPicture(
      "php",
      #"""
      final class Foo extends Bar {
      kkkkk kkkkk ttt kkkkkkk ttt ,
        public function run(?string $s = null): array { // it's ?> <b>
        kkkkkk kkkkkkkk fff,,tttttt vv , cccc,, ttttt , ########aa ,g,
        <?php $x = "a $s {$this->y} \n" . 'it\'s <?xml ?>'; return [$x => 1.5];
        aaaaa vv , sssvvssvvvvvsssssees , ssseesssssssssss, kkkkkk ,vv ,, nnn,,
        }
        ,
      }
      ,
      """#)
  }

  @Test func `PHP may stand on a slide without its tag`() {
    expectPicture(
      "php",
      #"""
      $x = strlen("it's"); // it's
      vv , ffffff,ssssss,, #######
      echo <<<EOT
      kkkk ssssss
        it's $x
      sssssssvv
        EOT;
        sss,
      """#)
  }

  @Test func `HTML has tags, attributes, entities, scripts, styles`() {
    expectPicture(
      "html",
      #"""
      <!DOCTYPE html>
      aaaaaaaaaaaaaaa
      <!-- it's
      #########
      <b> --> <a href="x?a=1" disabled data-x='y'>it's &amp; {{ name }}</a>
      ####### ,g yyyy,sssssss yyyyyyyy yyyyyy,sss,.... eeeee vvvvvvvvvv,,g,
      <script>
      ,gggggg,
        let x = "</b>"; // it's
        kkk . , ssssss, #######
      </script>
      ,,gggggg,
      <style>p { color: red; }</style><br/> a < b
      ,ggggg,g , yyyyy, ccc, ,,,ggggg,,gg,, . . .
      """#)
  }

  @Test func `XML has instructions and sections of text`() {
    expectPicture(
      "xml",
      #"""
      <?xml version="1.0"?>
      aaaaaaaaaaaaaaaaaaaaa
      <ns:item id="1"><![CDATA[ <b> it's ]]></ns:item>
      ,ggggggg yy,sss,ssssssssssssssssssssss,,ggggggg,
      """#)
  }

  @Test func `GraphQL has fields and types`() {
    expectPicture(
      "graphql",
      #"""
      query Q($id: ID!) { user(id: $id) @include(if: true) { name } } # it's
      kkkkk t,vvv, tt,, , ....,yy, vvv, aaaaaaaa,yy, cccc, , .... , , ######
      type User implements Node { type: String! }
      kkkk tttt kkkkkkkkkk tttt , yyyy, tttttt, ,
      """#)
  }
}
