package main

import (
	"math/big"
	"testing"
)

func TestConvertRounds(t *testing.T) {
	for cents, expected := range map[int64]int64{100: 93, 50: 47, -50: -47, 0: 0} {
		if found := Convert(cents, big.NewRat(93, 100)); found != expected {
			t.Errorf("%d: %d instead of %d", cents, found, expected)
		}
	}
}
