package main

import (
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"
	"strconv"
)

func main() {
	http.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "fine") })
	http.HandleFunc("GET /rates/{cents}", func(w http.ResponseWriter, r *http.Request) {
		cents, err := strconv.ParseInt(r.PathValue("cents"), 10, 64)
		if err != nil {
			http.Error(w, "no number of cents", http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, Convert(cents, big.NewRat(93, 100)))
	})
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
