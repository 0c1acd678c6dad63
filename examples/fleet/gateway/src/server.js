import { createServer } from 'node:http'
import { accountsClient } from './accounts-client.js'

const accounts = accountsClient(process.env.ACCOUNTS_URL)

createServer(async (request, response) => {
  const account = await accounts.account(request.url.slice(1)).catch(() => null)
  if (account === null) return response.writeHead(502).end()
  response.writeHead(account === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(account))
}).listen(process.env.PORT ?? 8080)
