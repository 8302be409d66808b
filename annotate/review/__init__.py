"""What people decide about the machine's findings, kept apart from them and laid over at reading.

decisions.py is what a line of the log says, log.py the files, verdicts.py what stands of all that
was said, replay.py a document's findings with that laid over, naming.py the same for names over the
corpus, overlay.py brings a database up to it. A build never writes here.
"""
