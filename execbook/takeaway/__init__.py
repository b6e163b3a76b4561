"""What readers take away: notebooks, labs, bundles of a part, facts about the build."""
