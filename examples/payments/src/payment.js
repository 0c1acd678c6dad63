/** A payment as a client asks for it, or why it cannot be taken. Amounts are in cents. */
export function readPayment(body) {
  const { account, amount } = body ?? {}
  if (typeof account !== 'string' || account === '') return { problem: 'account is missing' }
  if (!Number.isSafeInteger(amount) || amount <= 0) return { problem: 'amount must be a positive number of cents' }
  return { payment: { account, amount } }
}
