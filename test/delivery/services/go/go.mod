module example.com/fx-rates

go 1.24
