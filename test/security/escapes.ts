/** Something that an author's code tries in a sealed run. */
export interface Escape {
  readonly name: string
  /** One line of the body of an async function. */
  readonly code: string
  /** What is told of it, after `the file `. */
  readonly says: string
  /** The first Node that has what it tries. */
  readonly since?: number
}

/** What an escape could reach: a file and a folder outside, links to both in the repository, a server, a process. */
export interface Around {
  readonly outside: string
  readonly port: number
  readonly pid: number
}

const elsewhere = 'which does not belong to the repository'

/** Escapes that an author's code may go on after. */
export function escapes({ outside, port, pid }: Around): readonly Escape[] {
  const secret = `${outside}/secret.txt`
  return [
    // Files.
    { name: 'writes', code: "fs.writeFileSync('written', '')", says: 'calls fs.writeFileSync' },
    {
      name: 'writes, promised',
      code: "await fs.promises.writeFile('written', '')",
      says: 'calls fs/promises.writeFile',
    },
    { name: 'writes by a descriptor', code: "fs.openSync('written', 'w')", says: 'calls fs.openSync' },
    { name: 'forges the answer', code: `fs.writeSync(3, '["done",{"json":"{}"}]')`, says: 'calls fs.writeSync' },
    { name: 'deletes', code: "fs.rmSync('pipeline.mts')", says: 'calls fs.rmSync' },
    { name: 'links', code: `fs.symlinkSync('${outside}', 'made')`, says: 'calls fs.symlinkSync' },
    { name: 'reads outside', code: `fs.readFileSync('${secret}')`, says: `reads ${secret}, ${elsewhere}` },
    { name: 'asks outside', code: `fs.existsSync('${secret}')`, says: `reads ${secret}, ${elsewhere}` },
    {
      name: 'reads outside by a URL',
      code: `fs.readFileSync(new URL('file://${secret}'))`,
      says: `reads ${secret}, ${elsewhere}`,
    },
    {
      name: 'reads outside by bytes',
      code: `fs.readFileSync(Buffer.from('${secret}'))`,
      says: `reads ${secret}, ${elsewhere}`,
    },
    {
      name: 'reads outside, promised',
      code: `await fs.promises.readFile('${secret}')`,
      says: `reads ${secret}, ${elsewhere}`,
    },
    { name: 'reads outside, later', code: `fs.readFile('${secret}', () => {})`, says: `reads ${secret}, ${elsewhere}` },
    { name: 'reads outside by a stream', code: `fs.createReadStream('${secret}')`, says: 'calls fs.createReadStream' },
    {
      name: 'reads what a link leads to',
      code: "fs.readFileSync('link.txt')",
      says: `reads HERE/link.txt, ${elsewhere}`,
    },
    {
      name: 'reads behind a linked folder',
      code: "fs.readFileSync('linked/secret.txt')",
      says: `reads HERE/linked/secret.txt, ${elsewhere}`,
    },
    {
      name: 'lists a linked folder',
      code: "fs.readdirSync('linked')",
      says: `reads HERE/linked, ${elsewhere}`,
    },
    {
      name: 'bends what decides',
      code: "const own = String.prototype.startsWith; String.prototype.startsWith = () => true; try { fs.readFileSync('link.txt') } finally { String.prototype.startsWith = own }",
      says: `reads HERE/link.txt, ${elsewhere}`,
    },
    {
      name: 'is a path that changes',
      code: `let asked = 0; fs.readFileSync({ get href() { return asked++ === 0 ? import.meta.url : 'file://${secret}' } })`,
      says: '',
    },
    { name: "reads git's own", code: "fs.readFileSync('.git/config')", says: `reads HERE/.git/config, ${elsewhere}` },
    {
      name: 'reads its environment by /proc',
      code: "fs.readFileSync('/proc/self/environ')",
      says: `reads /proc/self/environ, ${elsewhere}`,
    },
    { name: 'reads by a descriptor', code: 'fs.readFileSync(0)', says: 'reads from the descriptor 0' },
    {
      name: 'imports outside',
      code: `await import('${outside}/secret.json', { with: { type: 'json' } })`,
      says: `reads ${outside}/secret.json, ${elsewhere}`,
    },
    {
      name: 'requires outside',
      code: `require('${outside}/secret.json')`,
      says: `reads ${outside}/secret.json, ${elsewhere}`,
    },
    {
      name: 'reads YAML outside',
      code: `fromYaml('${outside}/secret.yml')`,
      says: `reads ${outside}/secret.yml, ${elsewhere}`,
    },
    {
      name: 'reads YAML that a link leads to',
      code: "fromYaml('linked/secret.yml')",
      says: `reads HERE/linked/secret.yml, ${elsewhere}`,
    },
    { name: 'watches', code: "fs.watch('.')", says: 'calls fs.watch' },
    { name: 'goes elsewhere', code: `process.chdir('${outside}')`, says: 'calls process.chdir' },
    {
      name: 'opens a database',
      code: "new (require('node:sqlite').DatabaseSync)('written')",
      says: 'calls sqlite.DatabaseSync',
      since: 22,
    },
    {
      name: 'writes a report',
      code: "process.getBuiltinModule('v8').writeHeapSnapshot('written')",
      says: 'calls v8.writeHeapSnapshot',
    },
    {
      name: 'writes a trace',
      code: "require('trace_events').createTracing({ categories: ['v8'] })",
      says: 'calls trace_events.createTracing',
    },
    { name: 'loads variables of a file', code: `process.loadEnvFile('${secret}')`, says: 'calls process.loadEnvFile' },
    // The network.
    { name: 'fetches', code: `await fetch('http://127.0.0.1:${port}')`, says: 'calls fetch' },
    { name: 'opens a web socket', code: `new WebSocket('ws://127.0.0.1:${port}')`, says: 'calls WebSocket', since: 22 },
    { name: 'connects', code: `net.connect(${port}, '127.0.0.1')`, says: 'calls net.connect' },
    { name: 'connects by a class', code: `new net.Socket().connect(${port}, '127.0.0.1')`, says: 'calls net.Socket' },
    { name: 'listens', code: `(await import('node:http')).createServer().listen(0)`, says: 'calls http.createServer' },
    { name: 'gets', code: `require('http').get('http://127.0.0.1:${port}')`, says: 'calls http.get' },
    {
      name: 'gets by an older name',
      code: `new (require('_http_client').ClientRequest)('http://127.0.0.1:${port}')`,
      says: 'calls _http_client.ClientRequest',
    },
    { name: 'speaks TLS', code: `require('tls').connect(${port})`, says: 'calls tls.connect' },
    {
      name: 'speaks HTTP/2',
      code: `require('http2').connect('http://127.0.0.1:${port}')`,
      says: 'calls http2.connect',
    },
    {
      name: 'asks for a name',
      code: "require('dns').lookup('secret.example.com', () => {})",
      says: 'calls dns.lookup',
    },
    {
      name: 'asks for a name, promised',
      code: "await require('dns/promises').resolveTxt('secret.example.com')",
      says: 'calls dns/promises.resolveTxt',
    },
    { name: 'sends a datagram', code: "require('dgram').createSocket('udp4')", says: 'calls dgram.createSocket' },
    {
      name: 'gets a module past imports',
      code: "process.getBuiltinModule('net').createConnection(1)",
      says: 'calls net.createConnection',
    },
    {
      name: "gets a module by Node's loader",
      code: "require('module')._load('dgram').createSocket('udp4')",
      says: 'calls dgram.createSocket',
    },
    {
      name: 'gets a module by a loader of its own',
      code: "createRequire('file:///').call(null, 'net').connect(1)",
      says: 'calls net.connect',
    },
    {
      name: 'gets a module by a text',
      code: '(await new Function(\'return import("node:net")\')()).connect(1)',
      says: 'calls net.connect',
    },
    {
      name: 'is code of a text',
      code: `await import('data:text/javascript,await fetch("http://127.0.0.1:${port}")')`,
      says: 'imports data:text/javascript,await fetch("http://127.0.0.1:',
    },
    {
      name: 'is code of the network',
      code: `await import('http://127.0.0.1:${port}/code.js')`,
      says: `imports http://127.0.0.1:${port}/code.js, which is no file`,
    },
    // Programs, threads, native code, the process.
    {
      name: 'starts a shell',
      code: "require('child_process').execSync('touch written')",
      says: 'calls child_process.execSync',
    },
    {
      name: 'starts a program',
      code: "require('child_process').spawn('touch', ['written'])",
      says: 'calls child_process.spawn',
    },
    { name: 'forks', code: "require('cluster').fork()", says: 'calls cluster.fork' },
    {
      name: 'becomes another program',
      code: "process.execve('/usr/bin/touch', ['touch', 'written'])",
      says: 'calls process.execve',
      since: 24,
    },
    {
      name: 'starts a thread',
      code: "new (require('worker_threads').Worker)('fetch()', { eval: true })",
      says: 'calls worker_threads.Worker',
    },
    { name: "calls Node's own", code: "process.binding('tcp_wrap')", says: 'calls process.binding' },
    {
      name: "calls Node's own, linked",
      code: "process._linkedBinding('tcp_wrap')",
      says: 'calls process._linkedBinding',
    },
    { name: 'loads native code', code: "process.dlopen({}, 'addon.node')", says: 'calls process.dlopen' },
    { name: 'requires native code', code: "require('./addon.node')", says: 'calls process.dlopen' },
    {
      name: 'runs WASI',
      code: "new (require('wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } })",
      says: 'calls wasi.WASI',
    },
    { name: 'opens the inspector', code: "require('inspector').open()", says: 'calls inspector.open' },
    {
      name: 'asks the inspector',
      code: "new (require('inspector').Session)().connect()",
      says: 'calls inspector.Session',
    },
    {
      name: 'hooks modules',
      code: "require('module').register('data:text/javascript,')",
      says: 'calls module.register',
    },
    {
      name: 'hooks modules in this thread',
      code: "require('module').registerHooks({})",
      says: 'calls module.registerHooks',
      since: 22,
    },
    {
      name: 'is in another realm',
      code: "require('vm').runInNewContext('Date.now()')",
      says: 'calls vm.runInNewContext',
    },
    { name: 'is out of its realm', code: `Function('return process')().kill(${pid})`, says: 'calls process.kill' },
    { name: 'kills', code: `process.kill(${pid}, 'SIGKILL')`, says: 'calls process.kill' },
    { name: 'kills by an inner name', code: `process._kill(${pid}, 9)`, says: 'calls process._kill' },
    { name: 'debugs another process', code: `process._debugProcess(${pid})`, says: 'calls process._debugProcess' },
    { name: 'aborts', code: 'process.abort()', says: 'calls process.abort' },
    {
      name: 'takes off what it was started with',
      code: "require('v8').setFlagsFromString('--allow-natives-syntax')",
      says: 'calls v8.setFlagsFromString',
    },
    {
      name: 'tries a stream of its process',
      code: 'process.stderr.constructor.prototype.connect.call({}, 1)',
      says: '',
    },
    // What differs from run to run.
    { name: 'asks which machine this is', code: "require('os').hostname()", says: 'calls os.hostname' },
    {
      name: 'makes a key',
      code: "require('crypto').generateKeyPairSync('ed25519')",
      says: 'calls crypto.generateKeyPairSync',
    },
    {
      name: 'makes a key of the web',
      code: 'await crypto.subtle.constructor.prototype.generateKey.call(crypto.subtle)',
      says: '',
    },
    { name: 'measures its memory', code: 'process.memoryUsage()', says: 'calls process.memoryUsage' },
    { name: 'makes a mark of time', code: "new PerformanceMark('now')", says: 'calls PerformanceMark' },
  ]
}
