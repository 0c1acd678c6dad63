//go:build tools

// Package agent names what is built here: the agent, from its own published module.
package agent

import _ "github.com/buildkite/agent/v3"
