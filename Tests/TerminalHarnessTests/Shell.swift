/// The program of these tests: `/bin/sh` with one line of script.

import TerminalHarness

func shell(_ script: String, role: ProgramRole = .sessionLeader) throws -> PseudoTerminal {
  try PseudoTerminal("/bin/sh", ["-c", script], rows: 6, columns: 24, role: role)
}
