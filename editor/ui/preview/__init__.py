"""The live preview: what the site will show, instant and locked in."""
