"""What people do to the records, one small file a subject; run on the store thread, inside one transaction each."""
