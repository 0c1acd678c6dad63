/** Runs an author's code with a working folder, wherever the command was called from; where it was called, if none is given. */
export async function inFolder<Value>(folder: string | undefined, work: () => Promise<Value>): Promise<Value> {
  if (folder === undefined) return work()
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await work()
  } finally {
    process.chdir(before)
  }
}
