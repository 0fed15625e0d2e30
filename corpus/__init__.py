"""Sample minutes written for this project, their labels, and the builder that makes them."""
