//go:build integration

package main

import (
	"io"
	"net/http"
	"os"
	"testing"
)

func TestAnswersWithARate(t *testing.T) {
	response, err := http.Get(os.Getenv("SERVICE_URL") + "/rates/100")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil || string(body) != "93" {
		t.Errorf("%q, %v", body, err)
	}
}
