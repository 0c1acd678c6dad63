/** One of the two streams that a command writes to. */
export interface Output {
  readonly write: (text: string) => void
  /** How many characters fit into a line, where that is known. */
  readonly columns?: number | undefined
  /** Whether a person reads it: colour and progress only there. */
  readonly isTerminal: boolean
}

/** How a program is run. */
export interface RunOptions {
  /** What it reads on stdin. */
  readonly input?: string | undefined
  /** Its environment; this process's unless given. */
  readonly env?: World['env'] | undefined
  /** Where its stderr is passed on while it runs, a line at a time; otherwise only the result has it. */
  readonly log?: Output | undefined
  /**
   * Whether the signals that end a command go to the program, which then ends both: for what must not be broken off
   * without a word. Otherwise they end the command at once.
   */
  readonly takesSignals?: boolean | undefined
  /** How long it may take, in seconds; as usual for such a program unless given (`time-limits.ts`). Then it is ended, which is said. */
  readonly limit?: number | undefined
  /** Whether it reads and writes where this process does; the result then holds no text. */
  readonly inherits?: boolean | undefined
}

/** What a new file is. */
export interface WriteOptions {
  readonly isPrivate?: boolean | undefined
  readonly isProgram?: boolean | undefined
}

/** How a program ended. */
export interface ProcessResult {
  /** Absent if it could not be started; 124 if it was ended because it took too long. */
  readonly status?: number | undefined
  /** What ended it, if that was not itself. */
  readonly signal?: string | undefined
  readonly stdout: string
  readonly stderr: string
}

/** How a command line that ran apart ended. */
export interface ApartResult {
  /** What it would have written to stdout. */
  readonly output: string
  /** Whether it was ended because its time was over. */
  readonly isOverdue: boolean
  /** Absent if a signal ended it. */
  readonly status: number | undefined
  readonly signal: string | undefined
}

/** What a sealed process is given. */
export interface SealedRun {
  /** What it reads on stdin. */
  readonly input: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** The folders below which it may read. */
  readonly readable: readonly string[]
  /** Where what it prints is passed on. */
  readonly log: Output
}

/** A part of a text, from one index to another. */
export type Stretch = readonly [start: number, end: number]

/** Takes secrets out of texts that are shown to people, before these are escaped or cut. */
export interface Mask {
  /** A text with `[REDACTED]` in their place. */
  readonly hide: (text: string) => string
  /** A text with stars in their place, and in that of more stretches: as long as before, with the same lines. */
  readonly blank: (text: string, more: readonly Stretch[]) => string
  /** The parts of a text that show by their form that they are secret. */
  readonly literals: (text: string) => readonly string[]
  /** Where a secret of several lines begins that may go on behind the text; its length if there is none. */
  readonly unfinished: (text: string) => number
  /** The same for more values. */
  readonly and: (values: readonly string[]) => Mask
}

/** The outside world as a command is given it. */
export interface World extends Outside {
  /** Hides the secrets of this run. */
  readonly mask: Mask
  /** How an author's code is run, where it is not trusted. */
  readonly sealed?: Sealed | undefined
}

/** How an author's code is run that is not trusted. */
export interface Sealed {
  readonly world: World
  /** What the command line adds to the environment. */
  readonly given: World['env']
  /** How long it may run. */
  readonly seconds: number
}

/** Everything of the outside world that a command touches, replaced in tests. */
export interface Outside {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** How this command was started: the program, and its arguments in front of those of the command line. */
  readonly started: { readonly program: string; readonly before: readonly string[]; readonly args: readonly string[] }
  /** What the command is asked for, and nothing else. */
  readonly stdout: Output
  readonly stderr: Output
  /** Stands among the files for what is read on stdin. */
  readonly inputFile: string
  /** Returns undefined if there is no such file. */
  readonly readText: (path: string) => string | undefined
  /** Whether a file's bytes are text as UTF-8 has it: reading puts U+FFFD in the place of others. */
  readonly isUtf8: (path: string) => boolean
  /** What a path names. Returns undefined if there is nothing. */
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined
  /** The path without symbolic links. Returns undefined if there is nothing. */
  readonly realPath: (path: string) => string | undefined
  /**
   * A folder and those above it, as far as its repository goes. Outside a repository the folder alone, and the one around it
   * where it is `.buildkite/`: anybody may have made those above.
   */
  readonly repositoryFolders: (from: string) => readonly string[]
  /** The names of what is in a folder, sorted; none if there is no such folder. */
  readonly listFiles: (path: string) => readonly string[]
  /**
   * Writes a file whole or not at all. Makes the folders above if they are missing. Throws where a link leads out of the
   * repository.
   *
   * @param options Of a new file: `isPrivate`, it may hold what only its owner should read; `isProgram`, it can be run.
   */
  readonly writeText: (path: string, text: string, options?: WriteOptions) => void
  /** Settles when one of the files changes, or when the person at the terminal breaks off. */
  readonly nextChange: (files: readonly string[]) => Promise<'changed' | 'interrupted'>
  /** Runs a program without a shell. */
  readonly run: (program: string, args: readonly string[], options?: RunOptions) => Promise<ProcessResult>
  /**
   * The same where nobody can wait for a promise: a pipeline's function reads `changedFiles` as a value, and git is
   * asked only then.
   */
  readonly runSync: (program: string, args: readonly string[]) => ProcessResult
  /** Whether this process runs a command line for another one, which can end it (`runApart`). */
  readonly isApart: boolean
  /**
   * Runs this command line once more in a process of its own, which can be ended whatever the author's code does in it;
   * absent in that process.
   *
   * @param seconds How long it may run.
   */
  readonly runApart?: ((seconds: number) => Promise<ApartResult>) | undefined
  /**
   * Runs `sealed.ts` in a process that Node's permissions keep from programs, threads, addons, writing, and reading
   * elsewhere. It is ended when its time is over. Absent where this Node has no permissions.
   *
   * @param seconds How long it may run.
   */
  readonly runSealed?: ((run: SealedRun, seconds: number) => Promise<ApartResult>) | undefined
  /** Asks the person at the terminal, who may break off instead; absent if there is none. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined
}

/** As much of the world as reading needs. */
export type Files = Pick<World, 'readText' | 'isUtf8' | 'kindOf' | 'realPath' | 'repositoryFolders' | 'sealed'>
