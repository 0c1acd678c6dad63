import { accountsServer } from './accounts.js'

accountsServer(new Map()).listen(process.env.PORT ?? 8080)
