#!/usr/bin/env bash
# A second opinion from another emulator: the program in tmux, on a server of its own.
set -euo pipefail
lectern=$(realpath "${1:-.build/release/lectern}")
socket=lectern-$$
trap 'tmux -L $socket kill-server 2>/dev/null || true' EXIT

tm() { tmux -L "$socket" "$@"; }
# Waits until the screen shows a text, at most ten seconds.
see() {
  for _ in $(seq 100); do
    tm capture-pane -p | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  echo "never seen: $1"; tm capture-pane -p; exit 1
}

tm -f /dev/null new-session -d -x 80 -y 24 'sh'
tm send-keys "$lectern" Enter
see 'Параллелизм в Python'
see '1/21'
tm send-keys Right
see 'concurrency ──┐'
tm send-keys : 1 8 Enter
see 'последовательно'
tm resize-window -x 60 -y 20
see '18/21'
tm send-keys C-z
see 'Stopped'
tm send-keys fg Enter
see '18/21'
tm send-keys q
see 'fg'
echo "tmux shows it, too"
