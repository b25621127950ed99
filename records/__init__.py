"""What happened: patients, measurements, orders and their history, kept in the store."""
