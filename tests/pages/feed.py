"""The feed as a reader sees it: python feed.py SITE BASE"""
import pathlib
import sys

import feedparser

site, base = pathlib.Path(sys.argv[1]), sys.argv[2]
feed = feedparser.parse(str(site / "feed.xml"))
assert not feed.bozo, feed.bozo_exception
assert feed.version == "atom10", feed.version
assert feed.feed.title.startswith("Relevés des Conseils de Résidents"), feed.feed.title
assert feed.feed.language == "fr", feed.feed
assert feed.feed.id and feed.feed.author and feed.feed.updated_parsed
links = {link.rel: link.href for link in feed.feed.links}
assert links["self"] == base + "feed.xml", links
assert len(feed.entries) > 20, len(feed.entries)
assert len({entry.id for entry in feed.entries}) == len(feed.entries)
days = [entry.updated_parsed for entry in feed.entries]
assert days == sorted(days, reverse=True), days
for entry in feed.entries:
    assert entry.title and entry.summary and entry.link.startswith(base), entry
    assert (site / entry.link.removeprefix(base)).is_file(), entry.link
print(f"{len(feed.entries)} entries")
