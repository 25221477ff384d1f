"""What a town can do: cards, forms of organisation, and the koersen made of them."""
