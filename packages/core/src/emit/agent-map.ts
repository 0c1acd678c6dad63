/** Plain JSON data, ready for any writer: every text in the form from which the agent reads what is meant. */
export interface AgentMap {
  readonly [field: string]: AgentValue | undefined
}

export type AgentValue = AgentScalar | readonly AgentValue[] | AgentMap

export type AgentScalar = string | number | boolean | null
