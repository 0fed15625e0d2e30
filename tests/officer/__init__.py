"""Tests of the officer's hand."""
