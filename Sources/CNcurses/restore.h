// What has to be undone when the process ends without being asked.
#ifndef RESTORE_H
#define RESTORE_H

/// The tty modes before we changed them.
void cn_remember_modes(void);
/// The sequences that undo what the terminal was told, for the crash handlers.
void cn_remember_restoring(void);
/// The terminal has been given back: a crash has nothing to restore.
void cn_forget_restoring(void);

#endif
