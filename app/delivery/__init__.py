"""From a proposal to a message that the mail server accepted."""
