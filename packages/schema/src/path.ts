/** The way from a pipeline or step to a value in it: names of attributes and indexes of list items. */
export type Path = readonly (string | number)[]
