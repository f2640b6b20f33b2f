"""The preview: both editions in a folder of their own, brought up to date after each save while people look."""
