/** Asks the service accounts; `url` is where it answers. */
export function accountsClient(url) {
  return {
    /** An account, or undefined if there is none of that number. */
    async account(number) {
      const response = await fetch(`${url}/accounts/${number}`, { headers: { accept: 'application/json' } })
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`accounts answered ${response.status}`)
      const { id, holder, balance } = await response.json()
      return { id, holder, balance }
    },
  }
}
