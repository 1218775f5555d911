"""Results: what the programme brought, held against what was wanted, with no figure that tells of a person."""
