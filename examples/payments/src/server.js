import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { openDatabase } from './database.js'
import { readPayment } from './payment.js'

const database = openDatabase(process.env.DATABASE_URL)
await database.prepare()

const server = createServer(async (request, response) => {
  if (request.url === '/health') return response.writeHead(200).end('fine')
  if (request.method !== 'POST' || request.url !== '/payments') return response.writeHead(404).end()
  const { payment, problem } = readPayment(await json(request).catch(() => undefined))
  if (problem) return response.writeHead(400).end(problem)
  response
    .writeHead(201, { 'content-type': 'application/json' })
    .end(JSON.stringify({ id: await database.add(payment) }))
})
server.listen(Number(process.env.PORT ?? 8080))
// Node as a container's first process is ended by no signal that it does not handle.
process.on('SIGTERM', () => process.exit(0))
