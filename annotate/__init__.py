"""Know who says what in a pile of articles, and quote it without a mistake."""
