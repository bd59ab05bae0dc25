/// What the Python child of the race runs: the same function, as one writes it in Python.

import Machine

/// The child is told what to do by lines and answers each by one line of JSON. The picture it makes
/// it writes into the memory it shares with us.
enum TriangleScript {
  /// Bytes before the picture, the first four of which say how many rows are done.
  static let head = 64
  /// Pixels of the largest picture's side.
  static let most = 4096
  static let bytes = head + most * most * 4

  /// Isolated from the user's settings and the current folder; numpy may lie among the user's own
  /// packages, and those come last.
  static let arguments = ["-I", "-c", text]

  static let text = #"""
    import json, mmap, site, sys, time

    HEAD = \#(head)
    BITS = \#(EdgeFunction.bits)
    ONE = 1 << BITS
    LOW, HIGH = 24, 232
    clock = time.perf_counter
    memory = mmap.mmap(3, \#(bytes))
    words = memoryview(memory).cast("I")


    def say(**values):
        sys.stdout.write(json.dumps(values) + "\n")
        sys.stdout.flush()


    # ---- plain Python ----------------------------------------------------------------------------

    def side(value):
        return HIGH if value >= 0 else LOW


    def byte(part):
        value = min(part + part, ONE) >> BITS - 8
        return value - (value >> 8)


    def pixel(layer, folds, a, b, c):
        if layer <= 3:
            green = side(b) if layer > 1 else LOW
            blue = side(c) if layer > 2 else LOW
            return side(a) << 16 | green << 8 | blue
        if a < 0 or b < 0 or c < 0:
            return 0
        red, green, blue = byte(a), byte(b), byte(c)
        if layer > 4:
            for _ in range(folds):
                a, b, c = a + a, b + b, c + c
                if a < ONE and b < ONE and c < ONE:
                    return 0
                if a >= ONE:
                    a -= ONE
                if b >= ONE:
                    b -= ONE
                if c >= ONE:
                    c -= ONE
        if layer > 5:
            light = 256 if a <= b and a <= c else 200 if b <= c else 144
            red, green, blue = red * light >> 8, green * light >> 8, blue * light >> 8
        return red << 16 | green << 8 | blue


    def draw(layer, folds, size, a, b, c, rows):
        for row in rows:
            place = HEAD // 4 + row * size
            at, bt, ct = a[0] + row * a[2], b[0] + row * b[2], c[0] + row * c[2]
            for column in range(size):
                words[place + column] = pixel(layer, folds, at, bt, ct)
                at, bt, ct = at + a[1], bt + b[1], ct + c[1]
            words[0] = row + 1


    # ---- numpy -----------------------------------------------------------------------------------

    def find_numpy():
        sys.path.append(site.getusersitepackages())
        try:
            import numpy
            return numpy
        except Exception:                # one that is there and broken is none
            return None


    def draw_with_numpy(layer, folds, size, a, b, c):
        row, column = np.ogrid[:size, :size]
        a, b, c = ((f[0] + row * f[2] + column * f[1]).astype(np.int32) for f in (a, b, c))
        if layer <= 3:
            green = np.where(b >= 0, HIGH, LOW) if layer > 1 else LOW
            blue = np.where(c >= 0, HIGH, LOW) if layer > 2 else LOW
            picture = np.where(a >= 0, HIGH, LOW) << 16 | green << 8 | blue
        else:
            inside = (a >= 0) & (b >= 0) & (c >= 0)
            red, green, blue = (np.minimum(f + f, ONE32) >> BITS - 8 for f in (a, b, c))
            red, green, blue = (f - (f >> 8) for f in (red, green, blue))
            if layer > 4:
                for _ in range(folds):
                    a, b, c = a + a, b + b, c + c
                    fa, fb, fc = a >= ONE, b >= ONE, c >= ONE
                    inside &= fa | fb | fc
                    a, b, c = a - fa * ONE32, b - fb * ONE32, c - fc * ONE32
            if layer > 5:
                light = np.where((a <= b) & (a <= c), 256, np.where(b <= c, 200, 144))
                light = light.astype(np.int32)
                red, green, blue = red * light >> 8, green * light >> 8, blue * light >> 8
            picture = np.where(inside, red << 16 | green << 8 | blue, 0)
        target = np.frombuffer(memory, np.uint32, size * size, HEAD).reshape(size, size)
        target[:] = picture


    # ---- what it can be told ---------------------------------------------------------------------

    def hello():
        say(version=sys.version.split()[0])


    # Pixels a second, in rows of the middle.
    def calibrate(layer, folds, size, *edges):
        start, row = clock(), size // 3
        while clock() - start < 0.15 and row < size:
            draw(layer, folds, size, *edges, range(row, row + 1))
            row += 1
        rate = (row - size // 3) * size / (clock() - start)
        words[0] = 0
        say(rate=rate)


    def python(layer, folds, size, *edges):
        words[0] = 0
        start = clock()
        draw(layer, folds, size, *edges, range(size))
        say(seconds=clock() - start)


    def numpy(layer, folds, size, *edges):
        times = []
        words[0] = 0
        np.frombuffer(memory, np.uint32, size * size, HEAD)[:] = 0
        while len(times) < 3 or (sum(times) < 0.5 and len(times) < 20):
            start = clock()
            draw_with_numpy(layer, folds, size, *edges)
            times.append(clock() - start)
        words[0] = size
        say(seconds=sorted(times)[len(times) // 2])


    def main():
        global np, ONE32
        for line in iter(sys.stdin.readline, ""):
            command, *words = line.split()
            if command == "hello":
                hello()
            elif command == "import":
                np = find_numpy()
                ONE32 = np.int32(ONE) if np else ONE
                say(numpy=np.__version__ if np else None)
            else:
                layer, folds, size, *edges = map(int, words)
                edges = edges[0:3], edges[3:6], edges[6:9]
                {"calibrate": calibrate, "python": python, "numpy": numpy}[command](
                    layer, folds, size, *edges)


    main()
    """#
}
