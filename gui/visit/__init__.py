"""The visit: laboratory values, vitals, toxicities and tablets of one day, and what they mean for the treatment."""
