"""The writing desk: the editor of an article's text, and the server's side of its dialogs."""
