"""What a regimen asks of a patient's weeks: visits, hours, blood tests, tablets. A comparison, not advice."""
