"""Every page the program prints: fonts, frame, words, the pages themselves, and how they reach a file whole."""
