"""What Rondan adds to CommonMark, one module a rule. docs/content-format.md describes each for curators."""
