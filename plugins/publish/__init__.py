"""From a good build to the site that visitors see; knows their nouns only."""
