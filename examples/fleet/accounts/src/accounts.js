import { createServer } from 'node:http'

/** The service over accounts, given by their numbers. */
export function accountsServer(accounts) {
  return createServer((request, response) => {
    const [, number] = /^\/accounts\/(\d+)$/.exec(request.url) ?? []
    const account = accounts.get(Number(number))
    if (account === undefined) return response.writeHead(404).end()
    const { holder, balance } = account
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: Number(number), holder, balance }))
  })
}
