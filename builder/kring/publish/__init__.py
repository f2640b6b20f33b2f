"""From a built tree to the output folder: manifest, lock, marker, atomic exchange; and the preview server."""
