/// German, continued: what demos say of themselves, from Timeline to Wait.

extension PhraseTable {
  static let germanMoreDemos = """

    # Timeline: TimelineChoice
    CPU time is what these cores take for kT => CPU-Zeit ist, was diese Kerne für kT brauchen
    CPU time is kT => CPU-Zeit ist kT
    # Timeline: TimelineClaims
    on one hardware thread => auf einem Hardware-Thread
    with a baton it holds by construction => mit Staffelstab gilt es durch die Bauart
    time is as forecast => Zeit ist wie vorhergesagt
    one task at a time: L = 1 => eine Aufgabe zur Zeit: L = 1
    no two tasks on a CPU together => nie zwei Aufgaben zugleich auf einer CPU
    time is kT => Zeit ist kT
    CPU time is kT at least => CPU-Zeit ist mindestens kT
    together ≥ 90 % of the time, less what others took => zusammen ≥ 90 % der Zeit, weniger, was andere nahmen
    running at once, P* => zugleich in Ausführung, P*
    two tasks were on CPUs together => zwei Aufgaben waren zugleich auf CPUs
    time between both bounds => Zeit zwischen beiden Grenzen
    all begun: L ≥ 0.95 k => alle begonnen: L ≥ 0,95 k
    no faster than CPU time => nicht schneller als die CPU-Zeit
    W ≤ {1} kT => W ≤ {1} kT
    the price grows as the quantum shrinks => der Preis wächst, wenn das Quantum schrumpft
    # Timeline: TimelineDemo
    Tasks on the time axis => Aufgaben auf der Zeitachse
    Real threads do equal tasks one after another, in parallel or on one hardware thread; every slice is measured. => Echte Threads erledigen gleiche Aufgaben nacheinander, parallel oder auf einem Hardware-Thread; jede Scheibe ist gemessen.
    more, fewer hardware threads => mehr, weniger Hardware-Threads
    siblings of one core => Geschwister eines Kerns
    pinned or left to the system => gepinnt oder dem System überlassen
    smaller, larger quantum => kleineres, größeres Quantum
    tasks that fill the cache => Aufgaben, die den Cache füllen
    scale of the lens => Maßstab der Lupe
    auto or numbers like 0,2,4 => auto oder Zahlen wie 0,2,4
    {1} goes with mode={2} only => {1} gibt es nur mit mode={2}
    place=baton goes with mode=conc only => place=baton gibt es nur mit mode=conc
    place=os: with mode=conc all tasks are on one hardware thread => place=os: mit mode=conc sind alle Aufgaben auf einem Hardware-Thread
    there is no CPU {1} for us here => hier gibt es keine CPU {1} für uns
    the system does not let threads be pinned: a baton is passed instead (place=baton) => das System lässt Threads nicht pinnen: Ein Staffelstab wird weitergereicht (place=baton)
    the system does not let threads be pinned: it places them itself (place=os) => das System lässt Threads nicht pinnen: Es verteilt sie selbst (place=os)
    # Timeline: TimelineFace
    Concurrent: a baton passed around => Nebenläufig: ein Staffelstab geht um
    Sequential: one after another => Sequenziell: eine nach der anderen
    Parallel: tasks on different cores => Parallel: Aufgaben auf verschiedenen Kernen
    Parallel: a hardware thread per task => Parallel: ein Hardware-Thread je Aufgabe
    Concurrent: all on one hardware thread => Nebenläufig: alle auf einem Hardware-Thread
    Tab ←→ lens => Tab ←→ Lupe
    t length T => t Länge T
    o system => o System
    [ ] quantum => [ ] Quantum
    c cache => c Cache
    h siblings => h Geschwister
    # Timeline: TimelineHistory
    , quantum => , Quantum
    , by the system => , durch das System
    # Timeline: TimelineLanes
    lens ×{1}: from {2}, 1 column = {3} ms => Lupe ×{1}: ab {2}, 1 Spalte = {3} ms
    # Timeline: TimelinePrices
    price => Preis
    # Timeline: TimelineSidebar
    on CPU => auf CPU
    off CPU => ohne CPU
    sum += buffer[i] => sum += buffer[i]
    what every task computes => was jede Aufgabe rechnet
    {1} million times => {1} Millionen Mal
    # Timeline: TimelineSummary
    One hardware thread here: no parallelism, watch => Hier nur ein Hardware-Thread: keine Parallelität, seht her
    1 software thread, placed by the system => 1 Software-Thread, vom System verteilt
    1 software thread on 1 hardware thread => 1 Software-Thread auf 1 Hardware-Thread
    : a baton, as pinning is refused => : ein Staffelstab, da Pinnen verwehrt ist
    , placed by the system => , vom System verteilt
    software thread | software threads => Software-Thread | Software-Threads
    hardware thread => Hardware-Thread
    hardware threads => Hardware-Threads
    quantum: => Quantum:
    cache => Cache
    siblings => Geschwister
    E cores ×{1} slower => E-Kerne ×{1} langsamer
    quota: {1} cores => Kontingent: {1} Kerne
    # Timeline: TimelineVerdicts
    measured … => gemessen …
    two tasks on a CPU together: {1} ms of => zwei Aufgaben zugleich auf einer CPU: {1} ms von
    together on CPUs: {1} => zusammen auf CPUs: {1}
    together on CPUs: {1} of the time => zusammen auf CPUs: {1} der Zeit
    “three at once”: P > 1 => „drei zugleich“: P > 1
    and could not be => und konnten es nicht
    CPUs in use => CPUs in Gebrauch
    first result => erstes Ergebnis
    mean completion => mittlere Fertigstellung
    , slice ≈ => , Scheibe ≈
    switches => Wechsel
    mean => im Mittel
    , in turn => , nacheinander
    queued => eingereiht
    # Timeline: TimelineView
    forecast: => Vorhersage:
    OS => BS
    # Tree: TreeCaption
    computer | computers => Computer | Computer
    processor | processors => Prozessor | Prozessoren
    software | software => Software | Software
    SMT (Intel calls it Hyper-Threading): {1} hardware threads share a core => SMT (bei Intel Hyper-Threading): {1} Hardware-Threads teilen sich einen Kern
    the tree has become a branch => aus dem Baum ist ein Zweig geworden
    letters are live threads where they last ran; moves so far: {1} => Buchstaben sind lebende Threads dort, wo sie zuletzt liefen; Umzüge bisher: {1}
    letters are drawn threads; on this machine (o) they are alive and measured => Buchstaben sind gezeichnete Threads; auf diesem Rechner (o) leben sie und werden gemessen
    probe: {1} of {2} sat where they were pinned => Probe: {1} von {2} saßen, wo sie gepinnt waren
    teaching topology: tasks run on this machine (o) => Lehrtopologie: Aufgaben laufen auf diesem Rechner (o)
    tasks => Aufgaben
    one after another, in one software thread => eine nach der anderen, in einem Software-Thread
    one after another, in one thread => eine nach der anderen, in einem Thread
    one after another => eine nach der anderen
    each in a thread of its own => jede in einem eigenen Thread
    hardware threads left alone: => unberührte Hardware-Threads:
    branches in use {1} of {2} => genutzte Zweige {1} von {2}
    pinned to CPU {1} => an CPU {1} gepinnt
    # Tree: TreeClaims
    leaves are what was written => die Blätter sind, was geschrieben wurde
    leaves are the system's online processors => die Blätter sind die aktiven Prozessoren des Systems
    threads sat where they were pinned => Threads saßen, wo sie gepinnt waren
    threads outside of what is allowed => Threads außerhalb des Erlaubten
    our time on other hardware threads => unsere Zeit auf anderen Hardware-Threads
    packages => Prozessoren
    migrations seen => gesehene Umzüge
    # Tree: TreeDemo
    The tree of threads => Der Baum der Threads
    The machine as a tree down to its hardware threads; software threads sit where they last ran. => Der Rechner als Baum bis hinab zu seinen Hardware-Threads; Software-Threads sitzen, wo sie zuletzt liefen.
    auto or a number from 1 to 7 => auto oder eine Zahl von 1 bis 7
    grow by a level => um eine Ebene wachsen
    more, fewer software threads => mehr, weniger Software-Threads
    prune, restore => stutzen, wiederherstellen
    this machine or the drawn one => dieser Rechner oder der gezeichnete
    run tasks on the branch => Aufgaben auf dem Zweig ausführen
    grow anew => neu wachsen
    full, path, paths:N or fan:N => full, path, paths:N oder fan:N
    a whole number from 0 to 64 => eine ganze Zahl von 0 bis 64
    # Tree: TreeFace
    One branch of the tree is left => Ein Zweig des Baums ist übrig
    {1} branches => {1} Zweige
    One branch, many threads => Ein Zweig, viele Threads
    teaching topology => Lehrtopologie
    live measurement => lebende Messung
    this machine => dieser Rechner
    o drawn machine => o gezeichneter Rechner
    o this machine => o dieser Rechner
    Enter restore => Enter wiederherstellen
    Enter prune => Enter stutzen
    g run tasks => g Aufgaben starten
    Space grow => Leertaste wachsen
    +/- threads => +/- Threads
    Tab ←→↑↓ branch => Tab ←→↑↓ Zweig
    # Tree: TreeMatrix
    processor => Prozessor
    , its halves are hardware threads => , seine Hälften sind Hardware-Threads
    ▐▌ = one core => ▐▌ = ein Kern
    , a digit: threads on it => , eine Ziffer: Threads darauf
    # Tree: TreeSidebar
    number => Nummer
    moves => Umzüge
    # Tree: TreeView
    computer => Computer
    NUMA node => NUMA-Knoten
    L3 group => L3-Gruppe
    core => Kern
    hardware => Hardware
    MiB => MiB
    KiB => KiB
    server => Server
    software => Software
    # Triangle: LayerNumbers
    layer => Schicht
    ns/px => ns/px
    of limit => der Grenze
    memory => Speicher
    half-plane f₀ => Halbebene f₀
    and f₁ => und f₁
    and f₂ => und f₂
    colour f₀ f₁ f₂ => Farbe f₀ f₁ f₂
    pattern: => Muster:
    fold | folds => Falte | Falten
    light => Licht
    pixel | pixels => Pixel | Pixel
    limit of a core: {1} × {2} bn op/s, memory {3} GB/s => Grenze eines Kerns: {1} × {2} Mrd. Op/s, Speicher {3} GB/s
    limit: {1}×{2} bn op/s, {3} GB/s => Grenze: {1}×{2} Mrd. Op/s, {3} GB/s
    {1}×{2} bn op/s => {1}×{2} Mrd. Op/s
    Mpx, => Mpx,
    same picture, bit by bit, {1} => dasselbe Bild, Bit für Bit, {1}
    same picture, bit by bit => dasselbe Bild, Bit für Bit
    same, bit by bit => dasselbe, Bit für Bit
    same picture for all, bit by bit => dasselbe Bild bei allen, Bit für Bit
    same picture for all => dasselbe Bild bei allen
    , room × => , Saal ×
    (theory × => (Theorie ×
    speed-up => Beschleunigung
    of × => von ×
    covered: as geometry says => bedeckt: wie die Geometrie sagt
    covered by geometry => bedeckt nach der Geometrie
    covered => bedeckt
    , by geometry => , nach der Geometrie
    what every pixel does => was jedes Pixel rechnet
    # Triangle: LayersPicture
    nothing is computed yet => noch ist nichts gerechnet
    1…{1}: layer by layer => 1…{1}: Schicht um Schicht
    Space: all of them => Leertaste: alle
    computed anew for every frame => für jedes Bild neu gerechnet
    fps => B/s
    a frame => ein Bild
    pixels do not wait for each other: nothing is shared, order does not matter, no locks => Pixel warten nicht aufeinander: nichts wird geteilt, die Reihenfolge ist gleich, keine Sperren
    nothing is shared, order does not matter, no locks => nichts wird geteilt, die Reihenfolge ist gleich, keine Sperren
    tile | tiles => Kachel | Kacheln
    nobody waits for anybody: {1}, each once, in any order; waits: {2} => niemand wartet auf jemanden: {1}, jede einmal, in beliebiger Reihenfolge; Warten: {2}
    {1}, each once, waits: {2} => {1}, jede einmal, Warten: {2}
    tiles: => Kacheln:
    # Triangle: RacePicture
    of the rows => der Zeilen
    plain Python, 1 thread: => reines Python, 1 Thread:
    plain Python: => reines Python:
    p: reel in the rods => p: Angeln einholen
    Python is getting ready… => Python macht sich bereit …
    second | seconds => Sekunde | Sekunden
    {1} to go… => noch {1} …
    million pixels/s => Millionen Pixel/s
    times => mal
    needs a second core => braucht einen zweiten Kern
    none on this machine => auf diesem Rechner keines
    is waiting for Python => wartet auf Python
    key m => Taste m
    ({1} at once) => ({1} zugleich)
    plain Python => reines Python
    Swift, by the pixel => Swift, Pixel für Pixel
    one function, several executions: only the loop over the pixels differs => eine Funktion, mehrere Ausführungen: nur die Schleife über die Pixel ist eine andere
    one function, several executions => eine Funktion, mehrere Ausführungen
    {1}: the for loop inside numpy => {1}: die for-Schleife in numpy
    {1}: the same Python, but the for loop is inside numpy => {1}: dasselbe Python, aber die for-Schleife steckt in numpy
    the picture has to be the same for all => das Bild muss bei allen dasselbe sein
    one function, {1} executions, one picture (tolerance 1/255) => eine Funktion, {1} Ausführungen, ein Bild (Toleranz 1/255)
    {1} executions, one picture => {1} Ausführungen, ein Bild
    # Triangle: TriangleClaims
    covered pixels: as many as geometry says => bedeckte Pixel: so viele, wie die Geometrie sagt
    other code and other threads: the same bits => anderer Code und andere Threads: dieselben Bits
    every tile computed exactly once => jede Kachel genau einmal gerechnet
    nobody waited for anybody => niemand wartete auf jemanden
    {1} threads: so many times faster => {1} Threads: so vielmal schneller
    memory binds this layer => der Speicher begrenzt diese Schicht
    more threads than cores => mehr Threads als Kerne
    one picture of {1} executions (difference of a channel) => ein Bild aus {1} Ausführungen (Unterschied eines Kanals)
    # Triangle: TriangleDemo
    Extreme parallelism: a triangle => Extreme Parallelität: ein Dreieck
    Three functions over one plane, and where all agree is a triangle: every pixel by itself, with SIMD and all cores at the machine's limit. Then the same function in Python. => Drei Funktionen über einer Ebene, und wo alle zustimmen, ist ein Dreieck: jedes Pixel für sich, mit SIMD und allen Kernen an der Grenze des Rechners. Dann dieselbe Funktion in Python.
    must be the beginning of f0,f1,f2,color,folds:5,light => muss der Anfang von f0,f1,f2,color,folds:5,light sein
    auto or a number from 1 to {1} => auto oder eine Zahl von 1 bis {1}
    layer by layer => Schicht um Schicht
    fewer, more folds => weniger, mehr Falten
    who computed which tile => wer welche Kachel gerechnet hat
    spin the triangle => das Dreieck drehen
    reel in the rods: the race with Python => die Angeln einholen: das Rennen mit Python
    numpy joins the race => numpy ins Rennen holen
    size={1}: a multiple of {2}, such as {3} or {4} => size={1}: ein Vielfaches von {2}, etwa {3} oder {4}
    folds:{1} are too many for size={2} => folds:{1} sind zu viele für size={2}
    # Triangle: TriangleNumbers
    instruction set => Befehlssatz
    pixels at once => Pixel auf einmal
    layer {1} => Schicht {1}
    : ns per pixel => : ns je Pixel
    : pixels covered => : bedeckte Pixel
    : by geometry => : nach der Geometrie
    : checksum => : Prüfsumme
    pixels => Pixel
    threads => Threads
    one thread, s => ein Thread, s
    all threads, s => alle Threads, s
    pairs of rounds => Rundenpaare
    cores slower when all work => Kerne langsamer, wenn alle arbeiten
    tiles => Kacheln
    pictures compared => verglichene Bilder
    all cores: of the limit of arithmetic => alle Kerne: von der Grenze des Rechnens
    arithmetic of a core, 10⁹/s => Rechnen eines Kerns, 10⁹/s
    of all cores, 10⁹/s => aller Kerne, 10⁹/s
    stores of a core, GB/s => Schreiben eines Kerns, GB/s
    of all cores, GB/s => aller Kerne, GB/s
    layer {1}: of the limit of => Schicht {1}: von der Grenze:
    arithmetic => Rechnen
    : 10⁶ pixels a second => : 10⁶ Pixel je Sekunde
    : difference => : Unterschied
    : version => : Version
    # Triangle: TriangleView
    …we reel in our rods and write Python => … wir holen die Angeln ein und schreiben Python
    How many times slower is plain Python? => Wievielmal langsamer ist reines Python?
    Threads: {1}. How many times faster? => Threads: {1}. Wievielmal schneller?
    all cores => alle Kerne
    layer {1} of {2} => Schicht {1} von {2}
    1–{1} layers => 1–{1} Schichten
    1 layer => 1 Schicht
    k who computed => k wer gerechnet hat
    s stop => s anhalten
    s spin => s drehen
    p reel in the rods => p Angeln einholen
    [ ] folds => [ ] Falten
    p back to the layers => p zurück zu den Schichten
    m numpy again => m numpy noch einmal
    # Wait: HumanTime
    second => Sekunde
    seconds => Sekunden
    minute => Minute
    minutes => Minuten
    hour => Stunde
    hours => Stunden
    day => Tag
    days => Tage
    year => Jahr
    years => Jahre
    # Wait: WaitClaims
    in turn: k(w + c) => nacheinander: k(w + c)
    concurrently: k(w + c), too => nebenläufig: auch k(w + c)
    concurrently: w + c … w + kc => nebenläufig: w + c … w + kc
    CPU time is kc => CPU-Zeit ist kc
    no more work than in turn => nicht mehr Arbeit als nacheinander
    every wait yielded the CPU => jedes Warten gab die CPU frei
    two memory walks: as long as in turn => zwei Gänge durch den Speicher: so lange wie nacheinander
    , ns => , ns
    : two gain => : zwei gewinnen
    in turn: => nacheinander:
    together: => zusammen:
    CPU time, s => CPU-Zeit, s
    gave up the CPU => gab die CPU ab
    L1 cache => L1-Cache
    memory (RAM) => Speicher (RAM)
    disk, 4 KiB => Platte, 4 KiB
    network (loopback) => Netz (Loopback)
    # Wait: WaitDemo
    Waiting for the weather by the sea => Am Meer aufs Wetter warten
    Tasks on one hardware thread ask a server and wait: in turn, then all together. Beside them how long caches, memory, disk and network really take here. => Aufgaben auf einem Hardware-Thread fragen einen Server und warten: erst nacheinander, dann alle zusammen. Daneben, wie lange Caches, Speicher, Platte und Netz hier wirklich brauchen.
    number of tasks, 0 for 20 => Zahl der Aufgaben, 0 für 20
    length of the wait => Länge des Wartens
    what is waited for: server, disk, memory => worauf gewartet wird: Server, Platte, Speicher
    what=disk and what=ram need the ladder: it tells how much makes a wait => what=disk und what=ram brauchen die Leiter: Sie sagt, wie viel ein Warten ausmacht
    # Wait: WaitNumbers
    what every task does => was jede Aufgabe tut
    compute for => rechnen für
    question => Frage
    answer => Antwort
    disk => Platte
    in turn => nacheinander
    # Wait: WaitRungs
    waiting for => Warten auf
    if a tick were 1 s => wäre ein Takt 1 s
    two on one thread => zwei je Thread
    no disk can be read directly here => hier lässt sich keine Platte direkt lesen
    a socket pair: no network => ein Socketpaar: kein Netz
    siblings × => Geschwister ×
    the CPU is busy => die CPU ist beschäftigt
    # Wait: WaitView
    the ladder => die Leiter
    0–9 tasks => 0–9 Aufgaben
    w wait => w Warten
    s what for => s worauf
    How long will they take together? => Wie lange brauchen sie zusammen?
    turns => reihum
    conc. => neben.
    compute => rechnen
    ask a server, answer after {1} => einen Server fragen, Antwort nach {1}
    read a disk for {1} => {1} lang eine Platte lesen
    loads from memory for {1} => {1} lang aus dem Speicher laden
    no disk here: => hier keine Platte:
    wait => wart.
    busy => beschäftigt
    the same work => dieselbe Arbeit
    """
}
