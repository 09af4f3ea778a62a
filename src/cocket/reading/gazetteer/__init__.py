"""What the words of goods mean: tables to be read and added to by people, one for each sort of word."""
