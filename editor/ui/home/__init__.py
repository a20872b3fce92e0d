"""Home: the site with what comes next, what is not finished, and all its pages."""
