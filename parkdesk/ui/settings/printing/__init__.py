"""The settings of what this desk prints and mails."""
