"""How the records are encrypted: key file, passphrase, recovery key, keychain."""
