/// What the Python child runs: it does the work it is told to, and stamps it.

/// The child is told what to do by lines and answers each by one line of JSON. What a worker finds out
/// it writes into the memory it shares with us: rows of words, one for each worker.
enum GilScript {
  /// Words of a worker's row, the first of which are its thread's number, start, end, CPU time and time
  /// in the run queue (nanoseconds, CLOCK_MONOTONIC); stamps begin at `stamps`, and 0 is none.
  static let row = 65_536
  static let stamps = 8
  static let workers = 2

  /// Isolated from the user's own packages and settings, without `site`.
  static let arguments = ["-I", "-S", "-c", text]

  static let text = #"""
    import hashlib, json, mmap, os, sys, threading, time

    ROW, STAMPS, WORKERS = \#(row), \#(stamps), \#(workers)
    PIECE = 200_000                      # nanoseconds
    clock = getattr(time, "perf_counter_ns", None)  # older ones get as far as saying what they are
    memory = memoryview(mmap.mmap(3, ROW * WORKERS * 8)).cast("Q")
    block = bytes(1 << 20)
    steps = 0                            # of the loop in a piece


    def say(**values):
        sys.stdout.write(json.dumps(values) + "\n")
        sys.stdout.flush()


    def count():
        n = steps
        while n:
            n -= 1


    def sha():
        hashlib.sha256(block)


    def queued():
        try:
            with open("/proc/thread-self/schedstat") as file:
                return int(file.read().split()[1])
        except (OSError, IndexError, ValueError):
            return 0


    # One worker's part: pieces of work, each with a stamp after it.
    def work(row, piece, pieces, go):
        first = row * ROW
        memory[first] = threading.get_native_id()
        go()
        before, waited = time.thread_time_ns(), queued()
        place, last = first + STAMPS, first + ROW - 1
        memory[place] = memory[first + 1] = clock()
        for _ in range(pieces):
            piece()
            if place < last:
                place += 1
                memory[place] = clock()
        memory[first + 2] = clock()
        memory[first + 3] = time.thread_time_ns() - before
        memory[first + 4] = queued() - waited


    # Where one cannot be started, those that wait for it do not keep the process alive.
    def together(workers, piece_of, pieces):
        go = threading.Event()
        threads = [
            threading.Thread(target=work, args=(row, piece_of(row), pieces, go.wait), daemon=True)
            for row in range(workers)
        ]
        for thread in threads:
            thread.start()
        go.set()
        for thread in threads:
            thread.join()


    def in_threads(workers, piece, pieces):
        together(workers, lambda row: piece, pieces)


    def in_processes(workers, piece, pieces):
        reading, writing = os.pipe()
        children = []
        for row in range(workers):
            child = os.fork()
            if child == 0:
                os.close(writing)
                work(row, piece, pieces, lambda: os.read(reading, 1))
                os._exit(0)
            children.append(child)
        os.close(reading)
        os.close(writing)                # lets them go
        for child in children:
            os.waitpid(child, 0)


    # Something to make interpreters with, and to run code in one; none before Python 3.12.
    def interpreters():
        try:
            from concurrent import interpreters
            return interpreters.create, lambda own, code: own.exec(code)
        except ImportError:
            pass
        try:
            import _interpreters
            return _interpreters.create, _interpreters.exec
        except ImportError:
            pass
        try:
            if sys.version_info >= (3, 12):
                import _xxsubinterpreters
                return _xxsubinterpreters.create, _xxsubinterpreters.run_string
        except ImportError:
            pass
        return None


    def in_interpreters(workers, piece, pieces):
        create, run = interpreters()
        code = "for _ in range(%d):\n    n = %d\n    while n:\n        n -= 1\n"
        code = "def work():\n    " + (code % (pieces, steps)).replace("\n", "\n    ") + "\nwork()\n"
        own = [create() for _ in range(workers)]
        together(workers, lambda row: lambda: run(own[row], code), 1)


    def nap(seconds):
        return lambda: time.sleep(seconds)


    # How many pieces fill so many seconds.
    def pieces(piece, seconds):
        done, start = 0, clock()
        while clock() - start < 60_000_000:
            piece()
            done += 1
        return max(1, round(seconds * 1e9 * done / (clock() - start)))


    def calibrate(seconds):
        global steps
        steps = 1000
        for _ in range(3):               # the first rounds warm the interpreter up
            while True:
                start = clock()
                count()
                took = clock() - start
                if took >= PIECE / 2:
                    break
                steps *= 2
            steps = max(1, steps * PIECE // took)
        say(count=pieces(count, seconds), sha=pieces(sha, seconds / 2), steps=steps)


    HEATS = {
        "count": lambda workers, amount: in_threads(workers, count, int(amount)),
        "proc": lambda workers, amount: in_processes(workers, count, int(amount)),
        "sha": lambda workers, amount: in_threads(workers, sha, int(amount)),
        "wait": lambda workers, amount: in_threads(workers, nap(float(amount)), 1),
        "subint": lambda workers, amount: in_interpreters(workers, count, int(amount)),
    }


    def heat(kind, workers, amount):
        memory[:] = memoryview(bytes(ROW * WORKERS * 8)).cast("Q")
        HEATS[kind](int(workers), amount)
        say(done=kind)


    def hello():
        has_lock = getattr(sys, "_is_gil_enabled", lambda: True)()
        say(
            version=sys.version.split()[0], executable=sys.executable, gil=has_lock,
            freeThreaded=" free-threading " in sys.version, interval=sys.getswitchinterval(),
            interpreters=interpreters() is not None, fork=hasattr(os, "fork"))


    def main():
        for line in iter(sys.stdin.readline, ""):
            command, *words = line.split()
            if command == "hello":
                hello()
            elif command == "interval":
                sys.setswitchinterval(float(words[0]))
                say(interval=sys.getswitchinterval())
            elif command == "calibrate":
                calibrate(float(words[0]))
            elif command == "heat":
                heat(*words)


    main()
    """#
}
