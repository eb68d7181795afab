"""Raw pages -> proposed content. The build never imports this package."""
