// The few things of ncurses, the tty and signals that Swift cannot import: macros, globals,
// wide characters, handlers. No logic of ours lives here.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

/// One cell: a spacing character with up to four marks (NUL ends it), ncurses attributes, a pair.
typedef struct {
  uint32_t text[6];
  uint32_t attributes;
  int32_t pair;
} cn_cell;

enum { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };

/// The locale's character set for letters, taking C.UTF-8 where the named locale is missing.
/// Returns 2 for UTF-8, 1 for UTF-8 by our choice though the locale is ASCII, 0 for neither.
int cn_set_locale(bool names_utf8);

/// `ncurses 6.4.20221231`
const char *cn_version(void);

/// Opens the terminal as the terminfo entry says; false where there is no such entry.
bool cn_open(const char *term);
/// Gives the terminal back as it was; harmless when it is not open.
void cn_close(void);
/// Whether the terminal has been given back.
bool cn_is_away(void);
/// Takes the terminal again after cn_close.
void cn_reopen(void);
void cn_resize(int rows, int columns);
/// The size of the terminal; 24×80 where it does not know.
void cn_window_size(int *rows, int *columns);
/// Whether the terminal can put the cursor anywhere at all.
bool cn_can_address(void);

/// Colours the terminal has (0 for none); `direct` means that a colour is 0xRRGGBB.
int cn_colors(bool *direct);
int cn_pairs(void);
/// Makes a number from 1 on stand for a pair of colours, -1 being the terminal's own.
bool cn_pair(int number, int foreground, int background);

/// Puts cells side by side from a column on.
void cn_put(int row, int column, const cn_cell *cells, int count);
/// Makes every cell the same.
void cn_fill(const cn_cell *cell);
/// The descriptor that curses writes to, in pieces.
int cn_output(void);
/// A file in memory, -1 where there is none to be had.
int cn_memory(void);
/// Makes a descriptor mean what another one does; children do not get it.
bool cn_turn(int descriptor, int to);
/// Sends what has changed.
void cn_flush(void);
/// Forgets what is on a row of the screen.
void cn_redraw(int row);
/// Forgets what is on the screen, so that the next frame paints it all.
void cn_invalidate(void);

/// Whether presses and the wheel of a mouse are heard of, as characters (xterm's ctlseqs, modes 1000
/// and 1006).
void cn_mouse(bool is_on);
/// The next key: 0 none, 1 a character, 2 a key of curses, -1 the terminal is gone.
int cn_key(uint32_t *code);
enum {
  CN_KEY_UP, CN_KEY_DOWN, CN_KEY_LEFT, CN_KEY_RIGHT, CN_KEY_PPAGE, CN_KEY_NPAGE, CN_KEY_HOME,
  CN_KEY_END, CN_KEY_BACKSPACE, CN_KEY_DC, CN_KEY_ENTER, CN_KEY_BTAB, CN_KEY_OTHER, CN_KEY_F0 = 64
};

/// Signals that end, stop or resize become bytes in a pipe, whose reading end is returned;
/// those of a crash restore the terminal and then do what they always do.
int cn_catch_signals(void);
/// What is said on standard error of a crash, before and after the signal's name, once the terminal has
/// been restored.
void cn_explain_crashes(const char *before, const char *after);
/// The loop has something to do; after three seconds of it Ctrl-C is a signal, and signals that ask for
/// the end need no loop.
void cn_works(void);
/// The loop waits.
void cn_waits(void);
/// Stops the process group as Ctrl-Z would, and returns when it is continued.
void cn_stop(void);
/// Ends the process by a signal, so that shells see the truth.
void cn_die_of(int signal);

#endif
