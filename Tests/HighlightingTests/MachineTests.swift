/// Pictures of hardware, and of languages near to C.

import Testing

@Suite struct `Hardware, and what is near to C` {
  @Test func `Verilog has sizes in its numbers, and macros`() {
    expectPicture(
      "verilog",
      #"""
      module m(input clk, output reg [7:0] q); // it's
      kkkkkk t,kkkkk ..., kkkkkk ttt ,n,n, .,, #######
        always @(posedge clk) q <= 8'hFF + `WIDTH; $display("it's");
        kkkkkk ,,kkkkkkk ..., . ,, nnnnn , aaaaaa, ffffffff,ssssss,,
      """#)
  }

  @Test func `VHDL has comments after two dashes`() {
    expectPicture(
      "vhdl",
      #"""
      entity e is port (q : out std_logic := '1'); end; -- it's
      kkkkkk t kk kkkk ,. , kkk ttttttttt ,, sss,, kkk, #######
      """#)
  }

  @Test func `LLVM has names with signs before them`() {
    expectPicture(
      "llvm",
      #"""
      define i32 @main(ptr %0) #0 { ; it's
      kkkkkk ttt fffff,ttt vv, aa , ######
        %2 = add nsw i32 %x.1, 1
        vv , kkk kkk ttt vv,n, n
        call void @f(ptr @.str), !dbg !5
        kkkk tttt ff,ttt ,,...,, aaaa aa
      """#)
  }

  @Test func `WebAssembly has functions and instructions`() {
    expectPicture(
      "wat",
      #"""
      (func $add (param $a i32) ;; it's
      ,kkkk vvvv ,kkkkk vv ttt, #######
        (i32.add (local.get $a) (i32.const 0x1F)) (; it's ;) )
        ,fffffff ,fffffffff vv, ,fffffffff nnnn,, ########## ,
      """#)
  }

  @Test func `Objective-C has its keywords after an at sign`() {
    expectPicture(
      "objc",
      #"""
      @interface Foo : NSObject // it's
      kkkkkkkkkk ttt , tttttttt #######
      @property (nonatomic, strong) NSString *name;
      kkkkkkkkk ,aaaaaaaaa, aaaaaa, tttttttt ,....,
      - (void)run:(int)x { NSLog(@"it's %@ \n", self.name); [foo bar:nil]; }
      , ,tttt,...,,ttt,. , fffff,ssssssseesees, vvvv,....,, ,... ...,ccc,, ,
      @end
      kkkk
      """#)
  }

  @Test func `D has comments that nest, and attributes`() {
    expectPicture(
      "d",
      #"""
      /+ it's /+ nested +/ +/ @safe void main() { auto s = `it's \n` ~ "x\n"; }
      ####################### aaaaa tttt ffff,, , kkkk . , sssssssss , ssees, ,
      """#)
  }

  @Test func `Nim has types, pragmas, formats`() {
    expectPicture(
      "nim",
      #"""
      proc add(a, b: int): int = # it's
      kkkk fff,., ., ttt,, ttt , ######
        echo fmt"{a}" & """it's""" & 'c' #[ it's #[ nested ]# ]#
        ffff sssse.es , ssssssssss , sss #######################
      """#)
  }

  @Test func `a shader has vectors`() {
    expectPicture(
      "glsl",
      #"""
      #version 450
      aaaaaaaa nnn
      uniform vec3 color; // it's
      kkkkkkk tttt ....., #######
      void main() { gl_FragColor = vec4(color.rgb, 1.0); }
      tttt ffff,, , ............ , tttt,.....,..., nnn,, ,
      """#)
  }

  @Test func `Solidity has contracts`() {
    expectPicture(
      "solidity",
      #"""
      contract Token is ERC20 { // it's
      kkkkkkkk ttttt kk ccccc , #######
        function send(address to, uint256 n) public payable { msg.sender; emit Sent(1 ether); }
        kkkkkkkk ffff,ttttttt .., ttttttt ., kkkkkk kkkkkkk , vvv,......, kkkk tttt,n ccccc,, ,
      """#)
  }

  @Test func `Pascal has comments in braces`() {
    expectPicture(
      "pascal",
      #"""
      program Hello; { it's } {$R+}
      kkkkkkk ....., ######## aaaaa
      var x: Integer; begin WriteLn('it''s', #10, $FF); (* it's *) end.
      kkk ., ttttttt, kkkkk fffffff,ssseess, sss, nnn,, ########## kkk,
      """#)
  }

  @Test func `Ada has attributes, which are no characters`() {
    expectPicture(
      "ada",
      #"""
      procedure Main is -- it's
      kkkkkkkkk ffff kk #######
        X : Integer := Integer'First + 16#FF#; C : Character := 'x';
        . , ttttttt ,, ttttttt,..... , nnnnnn, . , ttttttttt ,, sss,
      """#)
  }
}
