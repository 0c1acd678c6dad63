/** One of the two streams that a command writes to. */
export interface Output {
  readonly write: (text: string) => void
  /** Whether a person reads it: colour and progress only there. */
  readonly isTerminal: boolean
}

/** How a child process ended. */
export interface ProcessResult {
  /** Absent where it could not be started. */
  readonly status?: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** Everything of the outside world that a command touches, replaced in tests. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What the command is asked for, and nothing else. */
  readonly stdout: Output
  readonly stderr: Output
  /** Absent where there is no such file. */
  readonly readText: (path: string) => string | undefined
  readonly writeText: (path: string, text: string) => void
  /** Runs a program without a shell and waits for it. */
  readonly run: (program: string, args: readonly string[]) => ProcessResult
}
