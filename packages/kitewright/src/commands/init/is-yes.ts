/** Whether a person agreed: by a word, or by the return key alone. Breaking off is no agreement. */
export function isYes(answer: string | undefined): boolean {
  return answer !== undefined && /^(y|yes|)$/i.test(answer)
}
