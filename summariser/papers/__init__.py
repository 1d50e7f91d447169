"""Papers: PDF, Word files and mails as text, each read in a process of its own.

The libraries that read them were never meant for hostile files, so no file is opened in the process that
works on articles: a child does it, with limits on time, memory and files, and no key in its environment.

- `kinds`: what some bytes are, told by the bytes;
- `apart`: starts the child, and says in typed errors what went wrong there;
- `child`: the process; `pdf`, `word` and `mail` read there, and say `found.Found`.
"""
