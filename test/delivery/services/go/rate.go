package main

import "math/big"

// Convert tells how many cents of one currency an amount of another is, rounded half away from zero.
func Convert(cents int64, rate *big.Rat) int64 {
	exact := new(big.Rat).Mul(new(big.Rat).SetInt64(cents), rate)
	doubled := new(big.Int).Lsh(exact.Num(), 1)
	doubled.Add(doubled, new(big.Int).Mul(exact.Denom(), big.NewInt(int64(exact.Sign()))))
	return doubled.Quo(doubled, new(big.Int).Lsh(exact.Denom(), 1)).Int64()
}
