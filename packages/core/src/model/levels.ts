/** How many lists and groups may stand in one another; as many as the reader of YAML takes. */
export const maximumLevels = 500
