/** Whether a file holds a pipeline as the agent reads it, rather than a program that makes one. */
export function isYamlFile(file: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(file)
}
