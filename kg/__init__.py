"""Rapporteur: news articles in, a knowledge graph of who said what about whom out."""

__version__ = "0.1.0"
