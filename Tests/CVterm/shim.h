// libvterm, what Swift cannot see of pseudo terminals, and a stand-in for the shell.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

// Hidden behind _GNU_SOURCE, which Swift's importer does not define.
int posix_openpt(int flags);
int grantpt(int master);
int unlockpt(int master);
int ptsname_r(int master, char *path, size_t length);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
enum { cvterm_spawn_setsid = 0x80 };

// A descriptor that becomes readable when the process ends.
static inline int cvterm_pidfd(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

// What the stand-in shell is to run, and where.
struct cvterm_job {
  const char *terminal;  // the slave's path
  const char *folder;
  char *const *arguments;  // the first is the program's path
  char *const *environment;
  int harness;  // a socket: process id and wait statuses go out, orders to continue come in
};

static inline void cvterm_default_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
}

// The job: a foreground process group of its own, as every shell with job control makes one.
static inline void cvterm_run_job(const struct cvterm_job *job) {
  setpgid(0, 0);
  tcsetpgrp(0, getpid());  // from the background: SIGTTOU is still ignored
  cvterm_default_signals();
  execve(job->arguments[0], job->arguments, job->environment);
  _exit(127);
}

// Leads the session, opens its terminal and leaves nothing else open but descriptor 3.
static inline void cvterm_lead_session(const struct cvterm_job *job) {
  setsid();
  dup2(job->harness, 3);
  fcntl(3, F_SETFD, FD_CLOEXEC);
  int terminal = open(job->terminal, O_RDWR);
  if (terminal < 0 || chdir(job->folder) != 0) _exit(126);
  for (int number = 0; number < 3; number++) dup2(terminal, number);
  syscall(SYS_close_range, 4u, ~0u, 0u);
}

// Tells of every stop and of the end. It leaves the terminal's modes as the job left them.
static inline void cvterm_watch_job(pid_t job) {
  int status = job;
  char order;
  if (write(3, &status, sizeof status) < 0) _exit(126);
  while (waitpid(job, &status, WUNTRACED) == job) {
    tcsetpgrp(0, getpgrp());
    if (write(3, &status, sizeof status) < 0 || !WIFSTOPPED(status)) break;
    if (read(3, &order, 1) != 1) break;
    tcsetpgrp(0, job);
    kill(-job, SIGCONT);
  }
  _exit(0);
}

// Forks the stand-in shell. Its child calls async-signal-safe functions only.
static inline pid_t cvterm_fork_shell(const struct cvterm_job *job) {
  sigset_t all, before, none;
  sigfillset(&all);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &all, &before);  // no handler of ours may run in the child
  pid_t shell = fork();
  if (shell != 0) {
    sigprocmask(SIG_SETMASK, &before, NULL);
    return shell;
  }
  cvterm_default_signals();
  signal(SIGTTOU, SIG_IGN);
  signal(SIGHUP, SIG_IGN);  // it stays to tell how the job took it
  sigprocmask(SIG_SETMASK, &none, NULL);
  cvterm_lead_session(job);
  pid_t child = fork();
  if (child == 0) cvterm_run_job(job);
  cvterm_watch_job(child);
  return 0;
}
