"""What is needed: facts against the law in view, in four truth values, with the proof."""
