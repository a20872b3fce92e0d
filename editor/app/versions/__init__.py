"""What documents were before they were saved: kept, listed, and found again."""
