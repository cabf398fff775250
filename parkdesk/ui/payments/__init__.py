"""Taking and giving back money: tenders, the codes and readers that drivers pay by, and lists of what came in."""
