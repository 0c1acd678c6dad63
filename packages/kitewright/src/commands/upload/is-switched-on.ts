/** Whether a variable switches something on for the agent, which reads it as Go does. */
export function isSwitchedOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|t|T|true|True|TRUE)$/.test(value)
}
