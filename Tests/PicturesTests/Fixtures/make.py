"""Writes the pictures of the tests. PNGs by hand, as PIL knows neither Adam7 nor odd depths.

PNGs are 11×9. Their levels are formulas that `PNGTests` repeats. JPEGs are 64×32: two rows of
four squares, R G B W above K Y C M.
"""
import struct
import zlib
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
WIDTH, HEIGHT = 11, 9
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2)]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def packed(samples, depth):
    """A row of samples as bytes."""
    bits = "".join(format(sample, f"0{depth}b") for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def filtered(rows, step):
    """Every row with the next filter, so that all of them occur."""
    above, out = bytes(len(rows[0])), b""
    for y, row in enumerate(rows):
        kind = y % 5
        line = []
        for i, value in enumerate(row):
            a, b = (row[i - step] if i >= step else 0), above[i]
            c = above[i - step] if i >= step else 0
            line.append((value - [0, a, b, (a + b) // 2, paeth(a, b, c)][kind]) & 255)
        out += bytes([kind]) + bytes(line)
        above = row
    return out


def png(name, color, depth, pixel, extra=b"", interlaced=False):
    step = max(1, len(pixel(0, 0)) * depth // 8)
    data = b""
    for x0, y0, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        rows = [packed([s for x in range(x0, WIDTH, dx) for s in pixel(x, y)], depth)
                for y in range(y0, HEIGHT, dy)]
        data += filtered(rows, step)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, color, 0, 0, interlaced)
    (HERE / f"{name}{'-interlaced' * interlaced}.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
        + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


def level(depth):
    return lambda x, y: [(x * 3 + y * 5) % 2 ** depth]


def rgb(x, y):
    return [x * 20, y * 25, 255 - x * 20]


def wide(samples):
    return lambda x, y: [sample * 257 for sample in samples(x, y)]


def pngs():
    palette = b"".join(bytes([i * 16, 255 - i * 16, i * 7]) for i in range(16))
    for interlaced in (False, True):
        for depth in (1, 2, 4, 8):
            png(f"grey{depth}", 0, depth, level(depth), interlaced=interlaced)
            entries = min(16, 2 ** depth)
            extra = (chunk(b"PLTE", palette[:entries * 3])
                     + chunk(b"tRNS", bytes([0, 128][:entries])))
            png(f"palette{depth}", 3, depth, level(min(depth, 4)), extra, interlaced)
        png("grey16", 0, 16, lambda x, y: [x * 2731 + y * 4003], interlaced=interlaced)
        png("grey4-key", 0, 4, level(4), chunk(b"tRNS", struct.pack(">H", 3)), interlaced)
        png("grey-alpha8", 4, 8, lambda x, y: [x * 20, y * 30], interlaced=interlaced)
        png("grey-alpha16", 4, 16, wide(lambda x, y: [x * 20, y * 30]), interlaced=interlaced)
        png("rgb8", 2, 8, rgb, interlaced=interlaced)
        key = struct.pack(">HHH", *rgb(4, 2))
        png("rgb8-key", 2, 8, rgb, chunk(b"tRNS", key), interlaced)
        png("rgb16", 2, 16, wide(rgb), interlaced=interlaced)
        png("rgba8", 6, 8, lambda x, y: rgb(x, y) + [x * 25], interlaced=interlaced)
        png("rgba16", 6, 16, wide(lambda x, y: rgb(x, y) + [x * 25]), interlaced=interlaced)


COLORS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255),
          (0, 0, 0), (255, 255, 0), (0, 255, 255), (255, 0, 255)]


def squares(mode, colors):
    picture = Image.new(mode, (64, 32))
    for i, color in enumerate(colors):
        picture.paste(color, (i % 4 * 16, i // 4 * 16, i % 4 * 16 + 16, i // 4 * 16 + 16))
    return picture


def ycck(path):
    """PIL writes no YCCK: its CMYK is given other values, and Adobe's marker another transform."""
    inks = [tuple(255 - value for value in color) for color in COLORS]
    parts = squares("RGB", inks).convert("YCbCr").split()
    # PIL stores complements
    planes = [part.point(lambda value: 255 - value) for part in parts]
    Image.merge("CMYK", planes + [Image.new("L", (64, 32), 0)]).save(path, quality=95)
    data = bytearray(path.read_bytes())
    data[data.index(b"Adobe") + 11] = 2
    path.write_bytes(data)


def jpegs():
    picture = squares("RGB", COLORS)
    for name, options in {
        "444": {"subsampling": 0}, "422": {"subsampling": 1}, "420": {"subsampling": 2},
        "progressive": {"progressive": True, "subsampling": 2},
    }.items():
        picture.save(HERE / f"{name}.jpg", quality=90, optimize=True, **options)
    picture.convert("L").save(HERE / "grey.jpg", quality=90, optimize=True)
    picture.convert("L").save(HERE / "grey-progressive.jpg", quality=90, progressive=True)
    inks = [tuple(255 - value for value in color) + (0,) for color in COLORS]
    squares("CMYK", inks).save(HERE / "cmyk.jpg", quality=90, optimize=True)
    ycck(HERE / "ycck.jpg")


pngs()
jpegs()
