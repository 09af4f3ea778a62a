"""Words to facts: what people write, in English and Chinese, becomes the words of the vocabulary."""
