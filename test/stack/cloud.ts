import { spawn, spawnSync } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { emulated } from './emulated.ts'

/** An emulator of AWS of this run's own. */
export interface Cloud {
  /** What the AWS command line needs in its environment to use it. */
  readonly env: Readonly<Record<string, string>>
  /** Runs `aws`; its output as text, without the last line break. Throws if it fails. */
  readonly aws: (...args: readonly string[]) => string
  readonly stop: () => void
}

/** Starts moto, an emulator. Where it cannot be started, the reason. */
export async function startCloud(): Promise<Cloud | string> {
  const python = pythonWith('moto.server')
  if (python === undefined) return "moto is not installed (pip install 'moto[server]')"
  if (spawnSync('which', ['aws']).status !== 0) return 'the AWS command line is not installed (pip install awscli)'
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const server = spawn(
    python,
    [join(import.meta.dirname, 'moto_server.py'), '--host', '127.0.0.1', '--port', String(port)],
    { stdio: 'ignore' },
  )
  const stop = (): void => void server.kill()
  const env = emulated(endpoint)
  const aws = (...args: readonly string[]): string => runAws(args, env)
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    if (await answers(endpoint)) {
      await makePlatform(endpoint)
      return { env, aws, stop }
    }
    await setTimeout(100)
  }
  stop()
  return 'moto_server does not start here'
}

/** A Python that has a module. */
function pythonWith(module: string): string | undefined {
  const find = ['-c', `import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)`]
  return ['python3', 'python'].find((python) => spawnSync(python, find).status === 0)
}

/** What an account has before any service: a network, and where it is written down. */
async function makePlatform(endpoint: string): Promise<void> {
  const query = (service: string, action: string, more = ''): Promise<string> =>
    call(endpoint, service, `Action=${action}&Version=2016-11-15${more}`)
  const json = (service: string, target: string, body: object): Promise<string> =>
    call(endpoint, service, JSON.stringify(body), {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.1',
    })
  const vpc = within(await query('ec2', 'DescribeVpcs'), 'vpcId')
  const subnets = within(await query('ec2', 'DescribeSubnets'), 'subnetId')
  const image = within(await query('ec2', 'DescribeImages', '&Owner.1=amazon'), 'imageId')
  const topic = within(await query('sns', 'CreateTopic', '&Name=alarms'), 'TopicArn')
  const certificate = await json('acm', 'CertificateManager.RequestCertificate', { DomainName: '*.example.com' })
  const facts = {
    vpc: vpc[0],
    subnets: [...new Set(subnets)].join(','),
    'docker-machine-image': image[0],
    'alarm-topic': topic[0],
    certificate: (JSON.parse(certificate) as { readonly CertificateArn: string }).CertificateArn,
    'splunk-url': 'https://splunk.example.com:8088',
  }
  for (const [name, value] of Object.entries(facts))
    await json('ssm', 'AmazonSSM.PutParameter', { Name: `/platform/${name}`, Type: 'String', Value: value })
  for (const zone of ['test.example.com', 'example.com']) {
    const request = `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${zone}</Name><CallerReference>${zone}</CallerReference></CreateHostedZoneRequest>`
    await call(`${endpoint}/2013-04-01/hostedzone`, 'route53', request, { 'content-type': 'text/xml' })
  }
}

/** One request of AWS's protocols; the emulator reads of the signature only whose it is. */
async function call(
  url: string,
  service: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const authorization = `AWS4-HMAC-SHA256 Credential=emulated/20261127/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=none`
  const usual = { 'content-type': 'application/x-www-form-urlencoded', authorization }
  const response = await fetch(url, { method: 'POST', body, headers: { ...usual, ...headers } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${service}: ${text}`)
  return text
}

function within(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, value]) => value ?? '')
}

function runAws(args: readonly string[], env: Cloud['env']): string {
  const { status, stdout, stderr } = spawnSync('aws', [...args, '--output', 'text'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`aws ${args.join(' ')}: ${stderr}`)
  return stdout.trimEnd()
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
