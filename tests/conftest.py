"""What every test shares: no network but loopback, a database and storage of its own."""
