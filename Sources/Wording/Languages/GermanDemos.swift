/// German, continued: what demos say of themselves, from Compare to Share.

extension PhraseTable {
  static let germanDemos = """

    # Compare: CompareClaims
    one task begun, L = 1 => eine begonnene Aufgabe, L = 1
    no two on CPUs together => nie zwei zugleich auf CPUs
    the CPU idles, P < 0.3 => die CPU ist müßig, P < 0,3
    as many begun as theory says => so viele begonnen, wie die Theorie sagt
    running at once, P* ≥ 0.9 of theory => zugleich in Ausführung, P* ≥ 0,9 der Theorie
    all begun, L ≥ 0.95 k => alle begonnen, L ≥ 0,95 k
    one runs: overlap ≤ 0.1 % => eine läuft: Überlappung ≤ 0,1 %
    more begun than in turn => mehr begonnen als der Reihe nach
    one CPU, P < 1 => eine CPU, P < 1
    a single task => eine einzige Aufgabe
    one core was taken => ein Kern wurde genommen
    the same work in every heat => dieselbe Arbeit in jedem Durchgang
    time, s => Zeit, s
    foreign processes => fremde Prozesse
    # Compare: CompareDemo
    Three words, two numbers => Drei Wörter, zwei Zahlen
    The same tasks in three heats: one after another, in parallel, concurrently. Two measured numbers tell them apart: tasks begun, and tasks on a CPU. => Dieselben Aufgaben in drei Durchgängen: nacheinander, parallel, nebenläufig. Zwei gemessene Zahlen unterscheiden sie: begonnene Aufgaben und Aufgaben auf einer CPU.
    number of tasks => Zahl der Aufgaben
    length of a task => Länge einer Aufgabe
    more, fewer cores for the parallel heat => mehr, weniger Kerne für den parallelen Durchgang
    two heats of tasks that wait => zwei Durchgänge mit Aufgaben, die warten
    heat => Durchgang
    of => von
    , {1} left => , noch {1}
    heat | heats => Durchgang | Durchgänge
    1–9 tasks => 1–9 Aufgaben
    n cores => n Kerne
    w with waiting => w mit Warten
    t length => t Länge
    How many at once in the parallel heat? => Wie viele zugleich im parallelen Durchgang?
    sequential => sequenziell
    parallel => parallel
    concurrent => nebenläufig
    waiting, in turn => mit Warten, nacheinander
    waiting, concurrent => mit Warten, nebenläufig
    # Compare: CompareFoot
    P is never more than L: what is not begun cannot be running. => P ist nie größer als L: Was nicht begonnen ist, kann nicht laufen.
    On one hardware thread ② lands on ③: the two cannot be told apart. => Auf einem Hardware-Thread fällt ② auf ③: Die beiden sind nicht zu unterscheiden.
    room P= => Saal P=
    same work, unlike cores: => gleiche Arbeit, ungleiche Kerne:
    same work, CPU time: => gleiche Arbeit, CPU-Zeit:
    kernel agrees => Kernel stimmt zu
    foreign => fremd
    # Compare: ComparePlane
    running at once => zugleich in Ausführung
    begun, not finished => begonnen, nicht beendet
    # Compare: CompareView
    task | tasks => Aufgabe | Aufgaben
    hardware thread | hardware threads => Hardware-Thread | Hardware-Threads
    of T = => zu T =
    one column: => eine Spalte:
    , one CPU => , eine CPU
    theory found =>   Soll   Ist
    theory => Theorie
    # Gil: FilmRows
    no records of the kernel's here: by Python's own stamps, CPUs unknown => hier keine Aufzeichnung des Kernels: nach Pythons eigenen Zeitmarken, CPUs unbekannt
    both at work at once: {1} ms of {2} => beide zugleich an der Arbeit: {1} ms von {2}
    at work => an der Arbeit
    slices => Scheiben
    waited => gewartet
    # Gil: GilBars
    twice the work takes … => doppelte Arbeit dauert …
    one = 1.00 => eine = 1,00
    here => hier
    : none on this machine => : auf diesem Rechner keines
    built-in mini-interpreter: why the lock is there (e) => eingebauter Mini-Interpreter: warum es die Sperre gibt (e)
    mini-interpreter (built in, e): the same counting, its lock can be taken off => Mini-Interpreter (eingebaut, e): dasselbe Zählen, seine Sperre lässt sich abnehmen
    mini-interpreter (e): its lock can be taken off => Mini-Interpreter (e): seine Sperre lässt sich abnehmen
    locked => mit Sperre
    unlocked => ohne Sperre
    but references are miscounted: 1 → => aber Referenzen sind falsch gezählt: 1 →
    references: 1 → => Referenzen: 1 →
    # Gil: GilChild
    has not finished => ist nicht fertig geworden
    # Gil: GilClaims
    the film agrees with the kernel => der Film stimmt mit dem Kernel überein
    two threads never ran Python at once => nie führten zwei Threads zugleich Python aus
    two threads use one CPU => zwei Threads nutzen eine CPU
    twice the work takes two threads twice as long => doppelte Arbeit dauert mit zwei Threads doppelt so lange
    two processes use two CPUs => zwei Prozesse nutzen zwei CPUs
    sha256, written in C, uses two CPUs => sha256, in C geschrieben, nutzt zwei CPUs
    two interpreters use two CPUs => zwei Interpreter nutzen zwei CPUs
    two threads wait as long as one => zwei Threads warten so lange wie einer
    without the lock both run Python at once => ohne die Sperre führen beide zugleich Python aus
    mini: never two at once under the lock => Mini: unter der Sperre nie zwei zugleich
    they hardly ran at once => sie liefen kaum zugleich
    mini without a lock: references miscounted => Mini ohne Sperre: Referenzen falsch gezählt
    mini with the lock: references right => Mini mit Sperre: Referenzen richtig
    mini with atomic counts: right => Mini mit atomaren Zählern: richtig
    # Gil: GilDemo
    Ladies and gentlemen: the GIL => Meine Damen und Herren: der GIL
    Two threads of a real Python count, and the kernel's records show whose turn it is. Processes, C code and waiting escape the lock; a small interpreter shows why it is there. => Zwei Threads eines echten Python zählen, und die Aufzeichnung des Kernels zeigt, wer an der Reihe ist. Prozesse, C-Code und Warten entgehen der Sperre; ein kleiner Interpreter zeigt, warum es sie gibt.
    Python, built-in mini-interpreter => Python, eingebauter Mini-Interpreter
    switch interval: 5, 0.5, 50 ms => Umschaltintervall: 5, 0,5, 50 ms
    whose film is shown => wessen Film gezeigt wird
    the mini-interpreter's lock => die Sperre des Mini-Interpreters
    move the film => den Film bewegen
    engine=mini has no bars => engine=mini hat keine Balken
    bars need count: the film is its => Balken brauchen count: der Film ist davon
    # Gil: GilHeats
    there is no python3 here => hier gibt es kein python3
    # Gil: GilHistory
    mini => Mini
    held for => gehalten für
    at once => zugleich
    what every worker runs => was jeder Arbeiter ausführt
    # Gil: GilNumbers
    program => Programm
    switch interval, s => Umschaltintervall, s
    median time at it, s => mittlere Zeit an der Reihe, s
    hand-overs => Übergaben
    ran Python at once, s => zugleich in Python, s
    on CPUs at once, s => zugleich auf CPUs, s
    woke up and found it taken => erwacht und sie war vergeben
    stamps within slices => Zeitmarken innerhalb der Scheiben
    : time, s => : Zeit, s
    : CPUs used => : genutzte CPUs
    : references => : Referenzen
    counting, 2 threads => Zählen, 2 Threads
    counting, 2 processes => Zählen, 2 Prozesse
    sha256 (C), 2 threads => sha256 (C), 2 Threads
    waiting, 2 threads => Warten, 2 Threads
    counting without GIL => Zählen ohne GIL
    2 sub-interpreters => 2 Sub-Interpreter
    no lock => keine Sperre
    atomic counts => atomare Zähler
    # Gil: GilPicture
    1 column = {1} ms => 1 Spalte = {1} ms
    python3 is starting … => python3 startet …
    python3 is finding out how fast it is … => python3 stellt fest, wie schnell es ist …
    proc. => Proz.
    thread => Thread
    each process has its own => jeder Prozess hat seinen eigenen
    each interpreter has its own => jeder Interpreter hat seinen eigenen
    free: C computes without it => frei: C rechnet ohne ihn
    free: both are waiting => frei: beide warten
    there is none in this build => diese Fassung hat keinen
    for comparison: => zum Vergleich:
    room × => Saal ×
    two threads are no faster than one; processes, C, waiting get round it => zwei Threads sind nicht schneller als einer; Prozesse, C und Warten umgehen ihn
    2 threads no faster; processes, C, waiting get round it => 2 Threads nicht schneller; Prozesse, C, Warten umgehen ihn
    two threads are no faster than one => zwei Threads sind nicht schneller als einer
    # Gil: GilView
    l lock => l Sperre
    e python/mini => e Python/Mini
    i interval => i Intervall
    Tab ←→ film => Tab ←→ Film
    c whose film => c wessen Film
    Twice the work, two threads: how many times longer? => Doppelte Arbeit, zwei Threads: Wievielmal so lange?
    Ladies and gentlemen, => Meine Damen und Herren,
    a mini-interpreter => ein Mini-Interpreter
    a real python3 => ein echtes python3
    2 threads => 2 Threads
    # Gil: MiniPicture
    lock: GIL => Sperre: GIL
    mini-interpreter (built in) => Mini-Interpreter (eingebaut)
    off => aus
    one more reference to n => eine Referenz auf n mehr
    one more reference to 1, which both threads use => eine Referenz mehr auf die 1, die beide Threads nutzen
    a new number; one reference less to both => eine neue Zahl; auf beide eine Referenz weniger
    one reference less to the old n => eine Referenz auf das alte n weniger
    here the lock changes hands => hier wechselt die Sperre den Besitzer
    lock => Sperre
    1 thread => 1 Thread
    references to 1 => Referenzen auf die 1
    WRONG => FALSCH
    right => richtig
    , with atomics dear => , mit atomaren Zählern teuer
    , with atomics right => , mit atomaren Zählern richtig
    the lock keeps the counts right; without it they are wrong => mit der Sperre stimmen die Zähler; ohne sie sind sie falsch
    without the lock counts are wrong => ohne die Sperre sind die Zähler falsch
    # Python: PythonConversation
    no memory to share => kein Speicher zum Teilen
    cannot be started => lässt sich nicht starten
    does not answer => antwortet nicht
    says too much => sagt zu viel
    has ended by itself, status {1} => hat sich selbst beendet, Status {1}
    was killed by signal {1} => wurde durch Signal {1} beendet
    has closed its output => hat seine Ausgabe geschlossen
    is {1}; 3.8 is needed => ist {1}; nötig ist 3.8
    does not speak as expected => spricht nicht wie erwartet
    # Scale: ScaleClaims
    one thread only => nur ein Thread
    independent: ≥ 0.85 n => unabhängig: ≥ 0,85 n
    independent: ≥ 0.85 of all cores' speeds => unabhängig: ≥ 0,85 des Tempos aller Kerne
    partly serial: Amdahl's law => teils seriell: Amdahls Gesetz
    a chain: never faster => eine Kette: nie schneller
    every link was handed over => jedes Glied wurde weitergereicht
    out of order: wrong => außer der Reihe: falsch
    one thread worked all the time => ein Thread arbeitete die ganze Zeit
    the same results as one thread's => dieselben Ergebnisse wie mit einem Thread
    speedup => Beschleunigung
    # Scale: ScaleDemo
    Dubious… Which tasks go parallel => Zweifelhaft … Was sich parallelisieren lässt
    Independent checks, work with a serial part and a chain, each with one thread, two, four: how many times faster they really get here. => Unabhängige Prüfungen, Arbeit mit einem seriellen Teil und eine Kette, je mit einem, zwei, vier Threads: wievielmal schneller sie hier wirklich werden.
    auto or a number of threads => auto oder eine Zahl von Threads
    serial share => serieller Anteil
    which kinds of work => welche Arten von Arbeit
    up to more, fewer threads => bis zu mehr, weniger Threads
    the chain out of order: fast and wrong => die Kette außer der Reihe: schnell und falsch
    fit of the Universal Scalability Law => Anpassung des Universal Scalability Law
    logarithmic axes => logarithmische Achsen
    # Scale: ScalePlot
    speedup by threads => Beschleunigung nach Threads
    # Scale: ScaleView
    point | points => Punkt | Punkte
    + − serial share => + − serieller Anteil
    k kind => k Art
    n up to => n bis zu
    f out of order => f außer der Reihe
    How many times faster will two threads be? => Wievielmal schneller sind zwei Threads?
    # Scale: ScaleWords
    independent: primes => unabhängig: Primzahlen
    serial: => seriell:
    chain x → x²−x+1 => Kette x → x²−x+1
    chain x → x(x−1)+1 => Kette x → x(x−1)+1
    theory after the room's guess => Theorie nach der Schätzung des Saals
    theory: sum of cores' speeds => Theorie: Summe der Tempi der Kerne
    theory: n, at least 0.85 n => Theorie: n, mindestens 0,85 n
    theory: within {1} of Amdahl => Theorie: bis auf {1} Amdahl
    theory: never faster => Theorie: nie schneller
    efficiency => Wirkungsgrad
    Amdahl => Amdahl
    limit 1/ => Grenze 1/
    SLOWER => LANGSAMER
    a hand-over takes => eine Übergabe dauert
    out of order (f): wrong => außer der Reihe (f): falsch
    USL needs 6 points => USL braucht 6 Punkte
    , measured => , gemessen
    the same results => dieselben Ergebnisse
    # Share: CaughtPicture
    a caught loss, a real one, from the log of this run: => ein ertappter Verlust, ein echter, aus der Aufzeichnung dieses Laufs:
    both read the same, both wrote one more: one “+1” is gone => beide lasen dasselbe, beide schrieben eins mehr: ein „+1“ ist weg
    no loss was caught in the log of this run => in der Aufzeichnung dieses Laufs wurde kein Verlust ertappt
    reads => liest
    writes => schreibt
    # Share: ChartClaims
    time by theory => Zeit nach der Theorie
    never two under the lock => nie zwei unter der Sperre
    fewer cores than threads => weniger Kerne als Threads
    time off the CPU went into waiting for the lock => Zeit ohne CPU ging ins Warten auf die Sperre
    the work was done => die Arbeit wurde getan
    who spins waits on the CPU => wer kreiselt, wartet auf der CPU
    speedup over one thread => Beschleunigung gegenüber einem Thread
    hand-overs of the lock => Übergaben der Sperre
    fairness (Jain) => Fairness (Jain)
    lock taken => Sperre genommen
    # Share: ChartPicture
    task => Aufgabe
    thread | threads => Thread | Threads
    round | rounds => Runde | Runden
    (spin) => (Spin)
    free => frei
    free work => freie Arbeit
    locked{1} => gesperrt{1}
    under the lock{1} => unter der Sperre{1}
    under the lock => unter der Sperre
    waits for the lock => wartet auf die Sperre
    in turn, theory => nacheinander, Theorie
    , ideal => , ideal
    theory  after the room's guess => Theorie  nach der Schätzung des Saals
    room => Saal
    measured => gemessen
    waited for the lock: => wartete auf die Sperre:
    fairness => Fairness
    # Share: CountClaims
    : nothing lost => : nichts verloren
    : additions get lost => : Additionen gehen verloren
    one hardware thread and no pause => ein Hardware-Thread und keine Pause
    the caught loss is one: both had read => der ertappte Verlust ist einer: beide hatten gelesen
    : added => : addiert
    : lost => : verloren
    : million a second => : Millionen je Sekunde
    # Share: CountPicture
    one core => ein Kern
    cores => Kerne
    x += 1 is three steps: read, add, write. => x += 1 sind drei Schritte: lesen, addieren, schreiben.
    ; between them a yield => ; dazwischen ein Yield
    ; between them 1 µs => ; dazwischen 1 µs
    on => ·
    chair {1}: => Stuhl {1}:
    added => addiert
    counted => gezählt
    lost => verloren
    , lost => , verloren
    M/s => M/s
    other ways => andere Wege
    logarithmic scale => logarithmische Skala
    lets two in: lost => zwei drin: verloren
    added up at the end => am Ende zusammengezählt
    without a lock additions get lost, with one none => ohne Sperre gehen Additionen verloren, mit Sperre keine
    # Share: CountWays
    no synchronisation => keine Synchronisation
    semaphore of 2 => Semaphor mit 2
    semaphore of 1 => Semaphor mit 1
    mutex => Mutex
    spin lock => Spinlock
    atomic addition => atomare Addition
    own copy => eigene Kopie
    # Share: ShareDemo
    There are two chairs => Es gibt zwei Stühle
    Threads add one to the same variable: without synchronisation additions are lost, with it threads wait. Lost updates are caught in the act. => Threads zählen dieselbe Variable hoch: Ohne Synchronisation gehen Additionen verloren, mit ihr warten Threads. Verlorene Additionen werden auf frischer Tat ertappt.
    another way on the second chair => anderer Weg auf dem zweiten Stuhl
    more, fewer threads => mehr, weniger Threads
    lock chart, counters => Sperrdiagramm, Zähler
    a pause between reading and writing => eine Pause zwischen Lesen und Schreiben
    share of work under the lock => Anteil der Arbeit unter der Sperre
    {1} goes with view={2} only => {1} gibt es nur mit view={2}
    # Share: ShareNumbers
    outside => außerhalb
    waiting => wartet
    time | times => Mal | Mal
    every task, => jede Aufgabe,
    , spin => , Spin
    # Share: ShareView
    way | ways => Weg | Wege
    Taking turns: the lock chart => Der Reihe nach: das Sperrdiagramm
    + − share locked => + − Anteil gesperrt
    n threads => n Threads
    s mutex/spin => s Mutex/Spin
    g counters => g Zähler
    s way => s Weg
    g lock chart => g Sperrdiagramm
    y pause => y Pause
    How many per cent will be lost? => Wie viel Prozent gehen verloren?
    """
}
