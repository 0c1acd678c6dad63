import { Pool } from 'pg'

/** Where payments are kept. */
export function openDatabase(connectionString) {
  const pool = new Pool({ connectionString })
  return {
    async prepare() {
      await pool.query('create table if not exists payments (id serial primary key, account text, amount bigint)')
    },
    async add({ account, amount }) {
      const { rows } = await pool.query('insert into payments (account, amount) values ($1, $2) returning id', [
        account,
        amount,
      ])
      return rows[0].id
    },
    close: () => pool.end(),
  }
}
