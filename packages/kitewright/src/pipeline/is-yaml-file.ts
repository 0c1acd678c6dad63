/** Whether a file holds a pipeline as the agent reads it, rather than a program that makes one: so does stdin. */
export function isYamlFile(file: string): boolean {
  return /(?:\.(?:ya?ml|json)|<stdin>)$/i.test(file)
}

/** Whether a file holds a program, by its name. */
export function isProgram(file: string): boolean {
  return /\.[cm]?[jt]s$/i.test(file)
}
