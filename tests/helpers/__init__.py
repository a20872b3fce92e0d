"""What tests share: documents, input into Qt widgets, a browser, Hugo, a server on this machine."""
