/// TeX's names of signs, by what they are in a formula (`tools/make-math-tables.py`).

/// Each table has entries `name=text`, sorted by the bytes of the names.
enum MathTables {
  /// Letters and other signs that stand for themselves.
  static var letters: StaticString {
    """
    #=# $=$ %=% &=& AA=Å AE=Æ Alpha=Α Beta=Β Box=□ Chi=Χ Complex=ℂ Delta=Δ Diamond=◇ Epsilon=Ε Eta=Η \
    Finv=Ⅎ Game=⅁ Gamma=Γ Im=ℑ Iota=Ι Kappa=Κ L=Ł Lambda=Λ Mu=Μ N=ℕ Nu=Ν O=Ø OE=Œ Omega=Ω Omicron=Ο \
    P=¶ Phi=Φ Pi=Π Psi=Ψ Q=ℚ QED=∎ R=ℝ Re=ℜ Rho=Ρ S=§ Sigma=Σ Tau=Τ Theta=Θ Upsilon=Υ Vert=‖ Xi=Ξ Z=ℤ \
    Zeta=Ζ _=_ aa=å ae=æ aleph=ℵ alpha=α angle=∠ backprime=‵ backslash=\\ beta=β beth=ℶ \
    bigstar=★ blacksquare=■ bot=⊥ checkmark=✓ chi=χ circledR=® circledS=Ⓢ clubsuit=♣ \
    complement=∁ copyright=© dag=† daleth=ℸ ddag=‡ degree=° delta=δ diamondsuit=♦ digamma=ϝ \
    ell=ℓ empty=∅ emptyset=∅ epsilon=ε eta=η eth=ð euro=€ exists=∃ flat=♭ forall=∀ gamma=γ gimel=ℷ \
    hbar=ℏ heartsuit=♥ hslash=ℏ i=ı imath=ı infty=∞ iota=ι j=ȷ jmath=ȷ kappa=κ l=ł lambda=λ \
    lnot=¬ lozenge=◊ lq=‘ maltese=✠ measuredangle=∡ mho=℧ mu=μ nabla=∇ natural=♮ neg=¬ \
    nexists=∄ nu=ν o=ø oe=œ omega=ω omicron=ο partial=∂ phi=φ pi=π pounds=£ prime=′ psi=ψ qed=∎ \
    rho=ρ rq=’ sharp=♯ sigma=σ slash=/ spadesuit=♠ sphericalangle=∢ square=□ ss=ß surd=√ tau=τ \
    textasciitilde=~ textbackslash=\\ textbar=| textdegree=° textemdash=— textendash=– \
    textgreater=> textless=< textmu=µ textunderscore=_ theta=θ top=⊤ triangle=△ upsilon=υ \
    varDelta=Δ varGamma=Γ varLambda=Λ varOmega=Ω varPhi=Φ varPi=Π varPsi=Ψ varSigma=Σ \
    varTheta=Θ varUpsilon=Υ varXi=Ξ varepsilon=ε varkappa=ϰ varnothing=∅ varphi=φ varpi=ϖ \
    varrho=ϱ varsigma=ς vartheta=ϑ vert=| wp=℘ xi=ξ yen=¥ zeta=ζ |=‖
    """
  }

  /// Binary operators.
  static var operators: StaticString {
    """
    Cap=⋒ Cup=⋓ amalg=⨿ ast=∗ barwedge=⊼ bigcirc=◯ bigtriangledown=▽ bigtriangleup=△ boxdot=⊡ \
    boxminus=⊟ boxplus=⊞ boxtimes=⊠ bullet=∙ cap=∩ cdot=· centerdot=· circ=∘ circledast=⊛ \
    circledcirc=⊚ circleddash=⊝ cup=∪ curlyvee=⋎ curlywedge=⋏ dagger=† ddagger=‡ diamond=⋄ \
    div=÷ divideontimes=⋇ dotplus=∔ intercal=⊺ land=∧ lhd=◁ lor=∨ ltimes=⋉ mp=∓ odot=⊙ ominus=⊖ \
    oplus=⊕ oslash=⊘ otimes=⊗ pm=± rhd=▷ rtimes=⋊ setminus=∖ smallsetminus=∖ sqcap=⊓ sqcup=⊔ \
    star=⋆ times=× triangleleft=◁ triangleright=▷ unlhd=⊴ unrhd=⊵ uplus=⊎ vee=∨ veebar=⊻ \
    wedge=∧ wr=≀
    """
  }

  /// Relations and arrows.
  static var relations: StaticString {
    """
    Bumpeq=≎ Downarrow=⇓ Join=⋈ Leftarrow=⇐ Leftrightarrow=⇔ Lleftarrow=⇚ Longleftarrow=⟸ \
    Longleftrightarrow=⟺ Longrightarrow=⟹ Rightarrow=⇒ Rrightarrow=⇛ Uparrow=⇑ Updownarrow=⇕ \
    Vdash=⊩ Vvdash=⊪ approx=≈ approxeq=≊ asymp=≍ backsim=∽ because=∵ between=≬ bowtie=⋈ \
    bumpeq=≏ circeq=≗ circlearrowleft=↺ circlearrowright=↻ coloneq=≔ coloneqq=≔ cong=≅ \
    curvearrowleft=↶ curvearrowright=↷ dashleftarrow=⇠ dashrightarrow=⇢ dashv=⊣ divides=∣ \
    doteq=≐ doteqdot=≑ downarrow=↓ downdownarrows=⇊ eqcirc=≖ eqqcolon=≕ eqsim=≂ equiv=≡ \
    fallingdotseq=≒ frown=⌢ ge=≥ geq=≥ geqq=≧ geqslant=⩾ gets=← gg=≫ ggg=⋙ gt=> gtrless=≷ \
    gtrsim=≳ hookleftarrow=↩ hookrightarrow=↪ iff=⟺ impliedby=⟸ implies=⟹ in=∈ le=≤ leadsto=⇝ \
    leftarrow=← leftarrowtail=↢ leftharpoondown=↽ leftharpoonup=↼ leftleftarrows=⇇ \
    leftrightarrow=↔ leftrightarrows=⇆ leftrightharpoons=⇋ leq=≤ leqq=≦ leqslant=⩽ lessgtr=≶ \
    lesssim=≲ ll=≪ lll=⋘ longleftarrow=⟵ longleftrightarrow=⟷ longmapsto=⟼ longrightarrow=⟶ \
    lt=< mapsto=↦ mid=| models=⊨ multimap=⊸ nLeftarrow=⇍ nLeftrightarrow=⇎ nRightarrow=⇏ \
    ncong=≇ ne=≠ nearrow=↗ neq=≠ ngeq=≱ ngtr=≯ ni=∋ nleftarrow=↚ nleftrightarrow=↮ nleq=≰ \
    nless=≮ nmid=∤ notin=∉ nparallel=∦ nprec=⊀ nrightarrow=↛ nsim=≁ nsubseteq=⊈ nsucc=⊁ \
    nsupseteq=⊉ nvDash=⊭ nvdash=⊬ nwarrow=↖ owns=∋ parallel=∥ perp=⊥ pitchfork=⋔ prec=≺ \
    preceq=⪯ propto=∝ restriction=↾ rightarrow=→ rightarrowtail=↣ rightharpoondown=⇁ \
    rightharpoonup=⇀ rightleftarrows=⇄ rightleftharpoons=⇌ rightrightarrows=⇉ rightsquigarrow=⇝ \
    risingdotseq=≓ searrow=↘ shortparallel=∥ sim=∼ simeq=≃ smile=⌣ sqsubset=⊏ sqsubseteq=⊑ \
    sqsupset=⊐ sqsupseteq=⊒ subset=⊂ subseteq=⊆ subsetneq=⊊ succ=≻ succeq=⪰ supset=⊃ supseteq=⊇ \
    supsetneq=⊋ swarrow=↙ therefore=∴ to=→ trianglelefteq=⊴ triangleq=≜ trianglerighteq=⊵ \
    twoheadleftarrow=↞ twoheadrightarrow=↠ uparrow=↑ updownarrow=↕ upharpoonright=↾ \
    upuparrows=⇈ vDash=⊨ varpropto=∝ vartriangle=△ vdash=⊢
    """
  }

  /// What takes limits; a fraction may follow.
  static var bigOperators: StaticString {
    """
    Pr=Pr argmax=arg\u{A0}max argmin=arg\u{A0}min bigcap=⋂ bigcup=⋃ bigodot=⨀ bigoplus=⨁ \
    bigotimes=⨂ bigsqcup=⨆ biguplus=⨄ bigvee=⋁ bigwedge=⋀ coprod=∐ det=det gcd=gcd iiint=∭ \
    iint=∬ inf=inf injlim=inj\u{A0}lim int=∫ lcm=lcm lim=lim liminf=lim\u{A0}inf \
    limsup=lim\u{A0}sup max=max min=min oiint=∯ oint=∮ prod=∏ projlim=proj\u{A0}lim sum=∑ \
    sup=sup
    """
  }

  /// Functions written as words.
  static var functions: StaticString {
    """
    Cov=Cov Var=Var arccos=arccos arccot=arccot arcctg=arcctg arcsin=arcsin arctan=arctan \
    arctg=arctg arg=arg ch=ch cos=cos cosh=cosh cot=cot coth=coth csc=csc ctg=ctg cth=cth \
    deg=deg diag=diag dim=dim erf=erf exp=exp hom=hom ker=ker lb=lb lg=lg ln=ln log=log \
    rank=rank sec=sec sgn=sgn sh=sh sign=sign sin=sin sinh=sinh span=span supp=supp tan=tan \
    tanh=tanh tg=tg th=th tr=tr
    """
  }

  /// Opening delimiters.
  static var openings: StaticString {
    """
    lVert=‖ lang=⟨ langle=⟨ lbrace={ lbrack=[ lceil=⌈ lfloor=⌊ lgroup=⟮ llbracket=⟦ llcorner=⌞ \
    lparen=( lvert=| ulcorner=⌜ {={
    """
  }

  /// Closing delimiters.
  static var closings: StaticString {
    """
    lrcorner=⌟ rVert=‖ rang=⟩ rangle=⟩ rbrace=} rbrack=] rceil=⌉ rfloor=⌋ rgroup=⟯ rparen=) \
    rrbracket=⟧ rvert=| urcorner=⌝ }=}
    """
  }

  /// Dots that stand for what is left out.
  static var dots: StaticString {
    """
    cdots=⋯ ddots=⋱ dots=… dotsb=⋯ dotsc=… dotsi=⋯ dotsm=⋯ dotso=… hdots=… iddots=⋰ ldots=… \
    mathellipsis=… textellipsis=… vdots=⋮
    """
  }

  /// Combining marks over (or under) each character.
  static var accents: StaticString {
    """
    acute=\u{301} bar=\u{304} breve=\u{306} check=\u{30C} dddot=\u{20DB} ddot=\u{308} \
    dot=\u{307} grave=\u{300} hat=\u{302} mathring=\u{30A} overleftarrow=\u{20D6} \
    overleftrightarrow=\u{20E1} overline=\u{305} overrightarrow=\u{20D7} tilde=\u{303} \
    underbar=\u{332} underline=\u{332} vec=\u{20D7} widecheck=\u{30C} widehat=\u{302} \
    widetilde=\u{303}
    """
  }

  /// What `\not` makes of a relation.
  static var negations: StaticString {
    """
    <=≮ ==≠ >=≯ |=∤ ←=↚ →=↛ ⇐=⇍ ⇒=⇏ ⇔=⇎ ∃=∄ ∈=∉ ∋=∌ ∣=∤ ∥=∦ ∼=≁ ≃=≄ ≅=≇ ≈=≉ ≡=≢ ≤=≰ ≥=≱ ≺=⊀ ≻=⊁ \
    ⊂=⊄ ⊃=⊅ ⊆=⊈ ⊇=⊉ ⊢=⊬ ⊨=⊭
    """
  }

  /// Characters that Unicode has raised.
  static var superscripts: StaticString {
    """
    (=⁽ )=⁾ *=* +=⁺ 0=⁰ 1=¹ 2=² 3=³ 4=⁴ 5=⁵ 6=⁶ 7=⁷ 8=⁸ 9=⁹ ==⁼ A=ᴬ B=ᴮ D=ᴰ E=ᴱ G=ᴳ H=ᴴ I=ᴵ J=ᴶ \
    K=ᴷ L=ᴸ M=ᴹ N=ᴺ O=ᴼ P=ᴾ R=ᴿ T=ᵀ U=ᵁ V=ⱽ W=ᵂ a=ᵃ b=ᵇ c=ᶜ d=ᵈ e=ᵉ f=ᶠ g=ᵍ h=ʰ i=ⁱ j=ʲ k=ᵏ l=ˡ \
    m=ᵐ n=ⁿ o=ᵒ p=ᵖ r=ʳ s=ˢ t=ᵗ u=ᵘ v=ᵛ w=ʷ x=ˣ y=ʸ z=ᶻ °=° β=ᵝ γ=ᵞ δ=ᵟ θ=ᶿ φ=ᵠ χ=ᵡ †=† ‡=‡ ′=′ \
    −=⁻ ∗=* ∘=° ⊤=ᵀ
    """
  }

  /// Characters that Unicode has lowered.
  static var subscripts: StaticString {
    """
    (=₍ )=₎ +=₊ 0=₀ 1=₁ 2=₂ 3=₃ 4=₄ 5=₅ 6=₆ 7=₇ 8=₈ 9=₉ ==₌ a=ₐ e=ₑ h=ₕ i=ᵢ j=ⱼ k=ₖ l=ₗ m=ₘ n=ₙ \
    o=ₒ p=ₚ r=ᵣ s=ₛ t=ₜ u=ᵤ v=ᵥ x=ₓ β=ᵦ γ=ᵧ ρ=ᵨ φ=ᵩ χ=ᵪ −=₋
    """
  }

  /// The letters of `\mathbb` that terminals' fonts have.
  static var doubleStruck: StaticString {
    """
    C=ℂ E=𝔼 H=ℍ N=ℕ P=ℙ Q=ℚ R=ℝ Z=ℤ
    """
  }

  /// The letters of `\mathcal` in the basic plane.
  static var script: StaticString {
    """
    B=ℬ E=ℰ F=ℱ H=ℋ I=ℐ L=ℒ M=ℳ R=ℛ e=ℯ g=ℊ o=ℴ
    """
  }

  /// The letters of `\mathfrak` in the basic plane.
  static var fraktur: StaticString {
    """
    C=ℭ H=ℌ I=ℑ R=ℜ Z=ℨ
    """
  }
}
