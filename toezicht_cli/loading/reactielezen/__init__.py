"""Reactielezen: read what somebody wrote in a Word document that we sent."""
