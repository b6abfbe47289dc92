"""Scenes: when, where and before whom somebody goes on speaking."""
