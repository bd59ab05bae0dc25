#define _GNU_SOURCE
#include "CNcurses.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};
static struct termios modes;
static bool has_modes;
static char restoring[512];
static size_t restoring_count;
static atomic_bool is_open;

void cn_remember_modes(void) {
  if (!has_modes) has_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
}

/// Appends a capability without its padding (`$<5>`), which nobody needs any more.
static void append(const char *name) {
  const char *text = tigetstr(name);
  if (!text || text == (char *)-1) return;
  while (*text && restoring_count + 1 < sizeof restoring) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      restoring[restoring_count++] = *text++;
    }
  }
}

void cn_remember_restoring(void) {
  static const char *const names[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
  restoring_count = 0;
  // what no entry of the database has: synchronised updates, the mouse, brackets of what is pasted
  const char *end = "\033[?2026l\033[?1000l\033[?1006l\033[?2004l";
  while (*end) restoring[restoring_count++] = *end++;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) append(names[i]);
  // where there is no other screen to go back to, the shell goes on below ours
  if (!exit_ca_mode && restoring_count + 2 < sizeof restoring) {
    restoring[restoring_count++] = '\r';
    restoring[restoring_count++] = '\n';
  }
  atomic_store(&is_open, true);
}

static void stop_timer(void) {
  struct itimerval none = {{0}, {0}};
  setitimer(ITIMER_REAL, &none, NULL);
}

static atomic_bool is_stuck;

void cn_forget_restoring(void) {
  stop_timer();
  atomic_store(&is_stuck, false);
  atomic_store(&is_open, false);
}

/// A terminal that takes nothing more is not waited for: what is on its way to it is thrown away.
static bool takes_output(int descriptor) {
  struct pollfd output = {.fd = descriptor, .events = POLLOUT};
  if (poll(&output, 1, 0) == 1) return true;
  tcflush(descriptor, TCOFLUSH);
  return poll(&output, 1, 0) == 1;
}

static void restore(void) {
  if (takes_output(STDOUT_FILENO)) (void)!write(STDOUT_FILENO, restoring, restoring_count);
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

// MARK: Crashes

static char before_signal[256], after_signal[2048];

void cn_explain_crashes(const char *before, const char *after) {
  snprintf(before_signal, sizeof before_signal, "%s", before);
  snprintf(after_signal, sizeof after_signal, "%s", after);
}

/// Nothing but copying and `write(2)`: whatever else there is may be what has crashed.
static void explain(int number) {
  static char line[sizeof before_signal + sizeof after_signal + 32];
  const char *name = sigabbrev_np(number);
  const char *const parts[] = {before_signal, name ? "SIG" : "?", name ? name : "", after_signal, "\n"};
  size_t count = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    for (const char *c = parts[i]; *c && count < sizeof line; c++) line[count++] = *c;
  if (*before_signal && takes_output(STDERR_FILENO)) (void)!write(STDERR_FILENO, line, count);
}

static atomic_bool is_ending;

/// Threads may crash together: the first restores the terminal, the others let it finish. All signals
/// are blocked here, so that a crash in here ends the process at once.
static void end_by(int number, bool is_crash) {
  if (atomic_exchange(&is_ending, true))
    for (;;) pause();
  if (atomic_exchange(&is_open, false)) {
    restore();
    if (is_crash) explain(number);
  }
  cn_die_of(number);
}

static void crashed(int number) { end_by(number, true); }

// MARK: A loop that does not turn

static atomic_int unheard, asked;
static atomic_llong first_unheard;

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Ctrl-C is a key that somebody has to read; where nobody does it is to be a signal.
static void raise_signals(bool on) {
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) != 0) return;
  now.c_lflag = on ? now.c_lflag | ISIG : now.c_lflag & ~(tcflag_t)ISIG;
  tcsetattr(STDIN_FILENO, TCSANOW, &now);
}

/// Who has asked for the end is not left waiting, though the loop may have heard it: the way out takes a
/// terminal that takes something.
static void end_if_asked(void) {
  if (atomic_load(&asked) == 0) return;
  if (milliseconds() - atomic_load(&first_unheard) > 500) end_by(atomic_load(&asked), false);
  struct itimerval soon = {.it_value = {.tv_usec = 500000}};
  setitimer(ITIMER_REAL, &soon, NULL);
}

static void stuck(int number) {
  (void)number;
  int saved = errno;
  end_if_asked();
  if (atomic_load(&is_open)) {
    atomic_store(&is_stuck, true);
    raise_signals(true);
  }
  errno = saved;
}

void cn_works(void) {
  struct itimerval patience = {.it_value = {.tv_sec = 3}};
  setitimer(ITIMER_REAL, &patience, NULL);
}

void cn_waits(void) {
  stop_timer();
  atomic_store(&unheard, 0);
  if (atomic_exchange(&is_stuck, false)) raise_signals(false);
}

static bool ends(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

/// Who asks for the end and is not heard asks again: then it comes without the loop. Several at once
/// have asked once: the loop, which puts away more than the terminal, has had no time to hear them.
static bool is_unheard(int number) {
  atomic_store(&asked, number);
  if (atomic_load(&is_stuck)) return true;
  int before = atomic_fetch_add(&unheard, 1);
  if (before == 0) atomic_store(&first_unheard, milliseconds());
  return before > 2 && milliseconds() - atomic_load(&first_unheard) > 500;
}

static void heard(int number) {
  int saved = errno;
  if (ends(number) && is_unheard(number)) end_by(number, false);
  unsigned char byte = (unsigned char)number;
  (void)!write(pipe_ends[1], &byte, 1);
  errno = saved;
}

static void catch(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
  // whoever started us may have blocked it
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int cn_catch_signals(void) {
  static const int asking[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGXCPU};
  static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
  // Nobody sends us these on purpose; by themselves they would end the show and leave the terminal
  // as it is. A write past a limit of the file's size (SIGXFSZ) then fails instead.
  static const int ignored[] = {SIGPIPE, SIGUSR1, SIGUSR2, SIGVTALRM, SIGIO,
                                SIGPROF, SIGXFSZ, SIGPWR, SIGSTKFLT};
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  static char stack[65536];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  for (size_t i = 0; i < sizeof asking / sizeof *asking; i++) catch(asking[i], heard, SA_RESTART);
  for (size_t i = 0; i < sizeof crashing / sizeof *crashing; i++)
    catch(crashing[i], crashed, SA_ONSTACK);
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) catch(ignored[i], SIG_IGN, 0);
  catch(SIGALRM, stuck, SA_RESTART);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) catch(number, SIG_IGN, 0);
  return pipe_ends[0];
}

void cn_stop(void) {
  catch(SIGTSTP, SIG_DFL, 0);
  kill(0, SIGTSTP);
  catch(SIGTSTP, heard, SA_RESTART);
}

void cn_die_of(int number) {
  catch(number, SIG_DFL, 0);
  raise(number);
  _exit(128 + number);
}
