"""A built site as the rules and the offline copy read it: files, pages' facts, where addresses lead."""
