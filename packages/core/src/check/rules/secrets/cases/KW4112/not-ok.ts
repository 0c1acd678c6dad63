import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]
const env = (name: string, value: string) => [command({ command: 'a', env: { [name]: value } })]

export default {
  'one letter': env('DEPLOY_TOKEN', 'x'),
  'a password in a URL of a database': run('psql postgres+ssl-2.0://u:p@db'),
  'a service of docker-compose': run('mysql://root:123456@mysql-meta:3306/app'),
  'the machine itself': env('DATABASE_URL', 'postgres://postgres:postgres@localhost:5432'),
  'its address': env('DATABASE_URL', 'postgres://postgres:hunter2@127.0.0.1/test'),
  'a word to be replaced': env('DEPLOY_TOKEN', 'change-me'),
  'the name of the user': env('POSTGRES_PASSWORD', 'postgres'),
  'the same letter': env('DEPLOY_TOKEN', 'xxxxxxxx'),
}
