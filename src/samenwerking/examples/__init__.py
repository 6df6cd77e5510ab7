"""The portfolios that come with the library, as JSON files."""
