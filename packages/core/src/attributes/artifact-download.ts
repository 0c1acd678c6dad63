/** How a download of artifacts begins in a command. */
export const artifactDownload = 'buildkite-agent artifact download'
