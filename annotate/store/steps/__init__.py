"""The statements of the numbered steps, by what they brought. None that shipped is edited."""
