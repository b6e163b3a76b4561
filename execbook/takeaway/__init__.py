"""Downloads for readers: notebooks, labs, bundles of a part, facts about the build."""
