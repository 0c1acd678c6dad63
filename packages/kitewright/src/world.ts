/** One of the two streams that a command writes to. */
export interface Output {
  readonly write: (text: string) => void
  /** Whether a person reads it: colour and progress only there. */
  readonly isTerminal: boolean
}

/** What a child process is given. */
export interface ProcessInput {
  readonly input?: string | undefined
  readonly env?: World['env'] | undefined
}

/** What one that takes long is given besides. */
export interface FollowInput extends ProcessInput {
  /**
   * Whether the signals that end a command go to the program, for it to end both: for what must not be broken off without
   * a word. Without it, they end the command at once.
   */
  readonly takesSignals?: boolean | undefined
  /** Where what it says on stderr is passed on to, if not to the command's own. */
  readonly log?: Output | undefined
}

/** How a child process ended. */
export interface ProcessResult {
  /** Absent where it could not be started. */
  readonly status?: number | undefined
  /** What ended it, where that was not itself. */
  readonly signal?: string | undefined
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
  /** The names of a folder's files, in order; none where there is no such folder. */
  readonly listFiles: (path: string) => readonly string[]
  /** Makes the folders above that are missing. */
  readonly writeText: (path: string, text: string) => void
  /** Runs a program without a shell and waits for it. */
  readonly run: (program: string, args: readonly string[], given?: ProcessInput) => ProcessResult
  /** The same for what takes long: what it says on stderr is passed on while it runs. */
  readonly follow: (program: string, args: readonly string[], given?: FollowInput) => Promise<ProcessResult>
  /** Asks the person at the terminal, who may break off instead; absent where there is none. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined
}
