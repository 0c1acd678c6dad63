/** A pact as it was published: what a consumer's version needs of a provider. */
export interface Pact {
  readonly consumer: string
  readonly version: string
  readonly provider: string
  readonly content: object
  /** By the provider's version, whether it does what the pact says. */
  readonly results: Map<string, boolean>
}

/** How many contracts of a version are kept, broken, or were not tried, with what is deployed. */
export interface Kept {
  readonly success: number
  readonly failed: number
  readonly unknown: number
}

/** What a broker knows: pacts, who verified them, and which versions are deployed. */
export class Contracts {
  private readonly pacts: Pact[] = []
  private readonly deployed = new Map<string, string>()

  publish(pact: Omit<Pact, 'results'>): void {
    this.pacts.push({ ...pact, results: new Map() })
  }

  record(name: string, version: string, environment: string): void {
    this.deployed.set(`${name} in ${environment}`, version)
  }

  /** The newest pact of each consumer: its main branch, as far as the tests go. */
  toVerify(provider: string): readonly Pact[] {
    const own = this.pacts.filter((pact) => pact.provider === provider)
    return [...new Map(own.map((pact) => [pact.consumer, pact])).values()]
  }

  find(provider: string, consumer: string, version: string): Pact | undefined {
    return this.pacts.find(
      (each) => each.provider === provider && each.consumer === consumer && each.version === version,
    )
  }

  kept(name: string, version: string, environment: string): Kept {
    const there = (other: string): string | undefined => this.deployed.get(`${other} in ${environment}`)
    const results = this.pacts.flatMap(({ consumer, provider, ...pact }) => {
      if (consumer === name && pact.version === version) return [pact.results.get(there(provider) ?? 'nothing')]
      if (provider === name && pact.version === there(consumer)) return [pact.results.get(version)]
      return []
    })
    const count = (result: boolean | undefined): number => results.filter((each) => each === result).length
    return { success: count(true), failed: count(false), unknown: count(undefined) }
  }
}
