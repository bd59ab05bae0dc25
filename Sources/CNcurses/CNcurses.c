#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <term.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *output;

int cn_set_locale(bool names_utf8) {
  bool found = setlocale(LC_CTYPE, "") != NULL;
  const char *set = nl_langinfo(CODESET);
  if (found && strcmp(set, "UTF-8") == 0) return 2;
  if (found && strcmp(set, "ANSI_X3.4-1968") != 0) return 0;
  if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "C.utf8")) return 0;
  return names_utf8 ? 2 : 1;
}

const char *cn_version(void) { return curses_version(); }

static void define_common_keys(void) {
  static const struct { const char *sequence; int key; } keys[] = {
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[3~", KEY_DC}, {"\033[Z", KEY_BTAB},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) define_key(keys[i].sequence, keys[i].key);
  // curses would wait for the end of a report whose beginning it has seen: reports come as characters
  define_key(NULL, KEY_MOUSE);
}

/// Bytes that curses knows nothing of. One that another program has left not to block is waited for, but
/// not for ever: nobody may look at it any more.
static void put(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t sent = write(STDOUT_FILENO, text, left);
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (sent < 0 && errno == EAGAIN && poll(&terminal, 1, 1000) == 1) continue;
    if (sent < 0 && errno != EINTR) return;
    if (sent > 0) {
      text += sent;
      left -= (size_t)sent;
    }
  }
}

static bool knows_ecma_48(void) {
  return cursor_address && strncmp(cursor_address, "\033[", 2) == 0;
}

/// What is pasted comes between brackets (mode 2004), so that none of it is taken for keys. Terminals that
/// do not speak ECMA-48 might show the question. Curses' own `putp` writes into a buffer of stdio.
static void bracket_pastes(bool on) {
  if (knows_ecma_48()) put(on ? "\033[?2004h" : "\033[?2004l");
}

static bool hears_mouse;

/// Presses and the wheel (mode 1000), as parameters (1006).
static void tell_mouse(bool on) {
  if (hears_mouse && knows_ecma_48()) put(on ? "\033[?1006;1000h" : "\033[?1006;1000l");
}

static void settle(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  bracket_pastes(true);
  tell_mouse(true);
  curs_set(0);
  // a frame is finished whatever is typed meanwhile
  typeahead(-1);
}

bool cn_open(const char *term) {
  use_tioctl(TRUE);
  cn_remember_modes();
  cn_works();
  // a descriptor of its own, as it is turned away while a frame is made
  if (!output) output = fdopen(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0), "w");
  screen = newterm(term, output ? output : stdout, stdin);
  if (!screen) return false;
  set_escdelay(25);
  // before the modes are ours: the terminal may take nothing, and somebody may end us
  cn_remember_restoring();
  settle();
  define_common_keys();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return true;
}

void cn_close(void) {
  if (!screen || isendwin()) return;
  bracket_pastes(false);
  tell_mouse(false);
  endwin();
  // where there is no other screen to go back to, the shell goes on below ours
  if (!exit_ca_mode) put("\r\n");
  cn_forget_restoring();
}

bool cn_is_away(void) { return isendwin(); }

void cn_reopen(void) {
  cn_works();
  cn_remember_restoring();
  settle();
  clearok(curscr, TRUE);
}

void cn_resize(int height, int width) {
  resizeterm(height, width);
  werase(stdscr);
}

static int clamp(int value, int fallback, int most) {
  if (value <= 0) return fallback;
  return value < most ? value : most;
}

void cn_window_size(int *height, int *width) {
  struct winsize size = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  *height = clamp(size.ws_row, 24, 1000);
  *width = clamp(size.ws_col, 80, 2000);
}

bool cn_can_address(void) { return cursor_address != NULL; }

int cn_colors(bool *direct) {
  *direct = tigetflag("RGB") > 0 && COLORS >= 1 << 24;
  return has_colors() ? COLORS : 0;
}

int cn_pairs(void) { return COLOR_PAIRS; }

bool cn_pair(int number, int foreground, int background) {
  return init_extended_pair(number, foreground, background) == OK;
}

static void convert(const cn_cell *cell, cchar_t *to) {
  attr_t attributes = 0;
  if (cell->attributes & CN_BOLD) attributes |= A_BOLD;
  if (cell->attributes & CN_DIM) attributes |= A_DIM;
  if (cell->attributes & CN_ITALIC) attributes |= A_ITALIC;
  if (cell->attributes & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (cell->attributes & CN_REVERSE) attributes |= A_REVERSE;
  wchar_t text[6];
  for (int k = 0; k < 6; k++) text[k] = (wchar_t)cell->text[k];
  int pair = cell->pair;
  if (setcchar(to, text, attributes, 0, &pair) != OK) setcchar(to, L"?", attributes, 0, &pair);
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
  static cchar_t line[2000];
  if (count > 2000) count = 2000;
  for (int i = 0; i < count; i++) {
    // blanks come in runs
    if (i > 0 && memcmp(&cells[i], &cells[i - 1], sizeof *cells) == 0) line[i] = line[i - 1];
    else convert(&cells[i], &line[i]);
  }
  mvwadd_wchnstr(stdscr, row, column, line, count);
}

void cn_fill(const cn_cell *cell) {
  cchar_t ground, before;
  convert(cell, &ground);
  wgetbkgrnd(stdscr, &before);
  wbkgrndset(stdscr, &ground);
  werase(stdscr);
  // with a ground of the frame's colours curses would scroll regions to save bytes
  wbkgrndset(stdscr, &before);
}

int cn_output(void) { return output ? fileno(output) : STDOUT_FILENO; }

int cn_memory(void) {
  // A limit on the size of files holds for memory, too: a frame would be cut off.
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < 64 << 20) return -1;
  return memfd_create("frame", MFD_CLOEXEC);
}

bool cn_turn(int descriptor, int to) {
  int result;
  do result = dup3(to, descriptor, O_CLOEXEC);
  while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result >= 0;
}

void cn_flush(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_redraw(int row) { wredrawln(stdscr, row, 1); }

void cn_invalidate(void) {
  // whoever had the terminal meanwhile may have left it without
  bracket_pastes(true);
  tell_mouse(true);
  clearok(curscr, TRUE);
}

static uint32_t key_of(wint_t key) {
  switch (key) {
    case KEY_UP: return CN_KEY_UP;
    case KEY_DOWN: return CN_KEY_DOWN;
    case KEY_LEFT: return CN_KEY_LEFT;
    case KEY_RIGHT: return CN_KEY_RIGHT;
    case KEY_PPAGE: return CN_KEY_PPAGE;
    case KEY_NPAGE: return CN_KEY_NPAGE;
    case KEY_HOME: return CN_KEY_HOME;
    case KEY_END: return CN_KEY_END;
    case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
    case KEY_DC: return CN_KEY_DC;
    case KEY_ENTER: return CN_KEY_ENTER;
    case KEY_BTAB: return CN_KEY_BTAB;
    default: return key >= KEY_F0 && key <= KEY_F(63) ? CN_KEY_F0 + (key - KEY_F0) : CN_KEY_OTHER;
  }
}

void cn_mouse(bool is_on) {
  tell_mouse(false);
  hears_mouse = is_on;
  tell_mouse(true);
}

int cn_key(uint32_t *code) {
  wint_t key = 0;
  int result = wget_wch(stdscr, &key);
  if (result == KEY_CODE_YES) {
    *code = key_of(key);
    return 2;
  }
  *code = key;
  return result == OK ? 1 : 0;
}
