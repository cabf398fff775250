"""The dialogs of the desk: short forms that keep what was typed and say beside a field what is wrong with it."""
