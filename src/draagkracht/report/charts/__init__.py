"""The only place that draws: Altair charts, given to a page as SVG."""
