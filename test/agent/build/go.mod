module kitewright.test/agent

go 1.26.5

require github.com/buildkite/agent/v3 v3.137.0

replace drjosh.dev/zzglob => ./zzglob
