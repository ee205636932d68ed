"""Voorbeeldserver: show an onderzoek on this computer while it is being written, and change nothing."""
